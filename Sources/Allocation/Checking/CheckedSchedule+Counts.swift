import ScheduleModel

extension CheckedSchedule {
  /// Works, versions, repeats and further appearances of which there are too few or too many.
  ///
  /// A work that was missed and is planned again counts once.
  var counts: [RuleViolation] {
    series.filter { !$0.isCompanion }.compactMap { one in
      let found = editions(one)
      guard let followUp = one.followUp, let source = one.source else {
        let parts = plan.worksInside(one.line)
        return violation(one, asked: max(0, (one.line.works ?? 0) - parts), found)
      }
      let works = editions(series[source]).union(found)
      return violation(one, asked: min(followUp.works ?? works.count, works.count), found)
    }
  }

  private func editions(_ one: Series) -> Set<Int> { Set(one.placements.map(\.edition)) }

  private func violation(_ one: Series, asked: Int, _ found: Set<Int>) -> RuleViolation? {
    guard found.count != asked else { return nil }
    let what = words.name(of: one)
    let isShort = found.count < asked
    let difference = abs(found.count - asked)
    return RuleViolation(
      isShort ? .worksMissing : .worksTooMany, line: one.line.id, subject: what.en, uids: [], limit: asked,
      found: found.count,
      Words(
        vi: "Kế hoạch yêu cầu \(asked) \(what.vi), dự thảo có \(found.count).",
        en: "The plan asks for \(asked) \(what.en), the draft has \(found.count)."),
      remedy: isShort
        ? Words(
          vi:
            "Xếp thêm \(difference); nếu hết chỗ, mở thêm khung giờ (grid) hoặc tăng số tác phẩm một khung (pieces), hoặc sửa chỉ "
            + "tiêu trong kế hoạch.",
          en:
            "Put in \(difference) more; where there is no room, open more slots (grid) or raise the works of a slot (pieces), or "
            + "change the plan.")
        : Words(
          vi: "Bỏ bớt \(difference), hoặc sửa chỉ tiêu trong kế hoạch.",
          en: "Take out \(difference), or change the plan."))
  }
}
