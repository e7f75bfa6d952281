import Accounts

/// The reasons that a text gives (`主要原因是…`).
enum Reasons {
  struct Reason {
    var text: String
    var range: Range<Int>
    /// Whether it explains a difference from the budget, and not from the year before.
    var isOfBudget: Bool
  }

  /// The reasons in order, each to the end of its sentence.
  static func reasons(in text: NarrativeText) -> [Reason] {
    let normal = text.normal
    var reasons: [Reason] = []
    var index = 0
    while let cue = normal.firstIndex(of: "原因", from: index) {
      let sentence = (normal.units[..<cue].lastIndex { $0 == 0x3002 }).map { $0 + 1 } ?? 0
      let end = normal.units[cue...].firstIndex(of: 0x3002) ?? normal.count
      var start = cue + 2
      while start < end, skipped.contains(normal.units[start]) { start += 1 }
      index = end
      guard start < end else { continue }
      let clause = (normal.units[sentence..<cue].lastIndex { $0 == 0x2C || $0 == 0x3B }).map { $0 + 1 } ?? sentence
      reasons.append(
        Reason(
          text: text.printed(start..<end), range: start..<end,
          isOfBudget: normal.lastIndex(of: "预算", in: clause..<cue) != nil))
    }
    return reasons
  }

  /// 是 为 : ,
  private static let skipped: [UInt16] = [0x662F, 0x4E3A, 0x3A, 0x2C]
}
