public import ScheduleModel

/// What a unit is, from the country down; a store may have other words that came with an import.
public enum UnitLevel: String, CaseIterable, Sendable {
  case country, ministry, province, district, commune, station, office

  /// The name for a reader.
  public var name: Words {
    switch self {
    case .country: Words(vi: "cả nước", en: "country")
    case .ministry: Words(vi: "bộ, ngành", en: "ministry")
    case .province: Words(vi: "cấp tỉnh", en: "province")
    case .district: Words(vi: "cấp huyện", en: "district")
    case .commune: Words(vi: "cấp xã", en: "commune")
    case .station: Words(vi: "đài, báo", en: "station or newspaper")
    case .office: Words(vi: "cơ quan, phòng ban", en: "office")
    }
  }
}
