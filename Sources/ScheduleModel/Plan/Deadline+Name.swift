extension Deadline.Work {
  /// What the work is called before a placement on an outlet of a kind: the same on the wall, in the calendar and in the
  /// status.
  public func name(on kind: Outlet.Kind) -> Words {
    switch self {
    case .translation: Words(vi: "Dịch", en: "Translate")
    case .approval: Words(vi: "Duyệt", en: "Approve")
    case .pageClosing: Words(vi: "Chốt trang", en: "Close the page")
    case .recording:
      switch kind {
      case .television: Words(vi: "Ghi hình", en: "Record")
      case .radio, .loudspeaker: Words(vi: "Thu thanh", en: "Record")
      case .newspaper, .website, .socialPage, .outdoor, .print, .event:
        Words(vi: "Ghi hình, ghi âm", en: "Record")
      }
    }
  }
}

extension Plan {
  /// What a piece of work before a placement is called.
  public func name(of work: Deadline.Work, before placement: Placement) -> Words {
    work.name(on: outlet(placement.outlet)?.kind ?? .television)
  }
}
