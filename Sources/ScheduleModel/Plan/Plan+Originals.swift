extension Plan {
  /// The languages of a line's works; Vietnamese for a line that the plan does not have.
  public func languages(ofLine id: String) -> WorkLanguages { line(id)?.languages ?? .vietnamese }

  /// Whether a placement shows a work in a language of its originals, and no version.
  public func isOriginal(_ placement: Placement) -> Bool {
    languages(ofLine: placement.line).contains(placement.language)
  }

  /// Whether it is the first appearance of an original, which is what quotas count.
  public func isOriginalFirstRun(_ placement: Placement) -> Bool {
    placement.run == .first && isOriginal(placement)
  }

  /// Whether it is the first appearance of a language version.
  public func isVersionFirstRun(_ placement: Placement) -> Bool {
    placement.run == .first && !isOriginal(placement)
  }

  /// A placement in another slot. An original that may be in one of several languages is then in that of the slot.
  public func moved(_ placement: Placement, to slot: Slot) -> Placement {
    let works = languages(ofLine: placement.line)
    let moved = placement.moved(to: slot)
    guard works.areAlternatives, isOriginalFirstRun(placement),
      let language = works.language(where: slot.carries)
    else { return moved }
    return moved.spoken(in: language)
  }

  /// The languages of what goes out: of a bilingual programme all of them.
  public func spoken(in placement: Placement) -> [LanguageTag] {
    let works = languages(ofLine: placement.line)
    return works.areTogether && works.contains(placement.language) ? works.all : [placement.language]
  }

  /// Whether a reader must be told the language of a placement: any but Vietnamese, and a version in Vietnamese.
  public func tellsLanguage(of placement: Placement) -> Bool {
    placement.language != .vietnamese || !isOriginal(placement)
  }

  /// Whether a line has works in another language than Vietnamese.
  public var hasOtherOriginals: Bool { lines.contains { $0.languages != .vietnamese } }
}
