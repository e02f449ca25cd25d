import ScheduleModel

/// A figure in JSON: its number, how exactly it is stated, what it counts, and how it reads.
struct QuantityRow: Encodable {
  let value: Int
  let qualifier: String
  let unit: String
  let text: String

  init(_ quantity: Quantity, _ language: ReaderLanguage) {
    value = quantity.value
    qualifier = quantity.qualifier.rawValue
    unit = quantity.unit.description
    text = quantity.text(in: language)
  }
}
