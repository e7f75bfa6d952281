import Accounts

/// A column or a row of figures lost.
extension RenderedForm {
  /// Blanks the figures of one of the columns that the others give back: total, basic or project.
  mutating func loseColumn(by random: inout SplitMix64) -> String? {
    guard let form, form.isBySubject, form != .gk02 else { return nil }
    let measure = random.pick([Measure.total, .basic, .project])
    var lost = 0
    for row in rows.indices {
      for column in rows[row].cells.indices where rows[row].cells[column].key?.measure == measure {
        if rows[row].cells[column].amount != nil { lost += 1 }
        rows[row].cells[column].text = ""
      }
    }
    return lost > 0 ? "column \(measure.rawValue) lost" : nil
  }

  /// Removes the 合计 row of a form by subject.
  mutating func loseTotal() -> String? {
    guard let form, form.isBySubject, let index = rows.firstIndex(where: { $0.kind == .total }),
      rows.contains(where: { $0.kind == .data })
    else { return nil }
    rows.remove(at: index)
    return "total row lost"
  }
}
