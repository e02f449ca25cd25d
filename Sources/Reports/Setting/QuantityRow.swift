import ScheduleModel

/// A figure in JSON: its number, how exactly it is stated, what it counts, and how it reads.
struct QuantityRow: Encodable {
  /// The number, or the lower end of a range; `null` for words. Time is in minutes.
  @OrNull var value: Int?
  /// The upper end of a range; left out for anything else.
  let most: Int?
  let qualifier: String
  let unit: String
  let text: String

  init(_ quantity: Quantity, _ language: ReaderLanguage) {
    _value = OrNull(wrappedValue: quantity.dataValue)
    most = quantity.isRange ? quantity.upperValue : nil
    qualifier = quantity.dataQualifier
    unit = quantity.dataUnit
    text = quantity.text(in: language)
  }
}
