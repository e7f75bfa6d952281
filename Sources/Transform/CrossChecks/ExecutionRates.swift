import Accounts

/// Compares the execution rate that running text states of the whole unit with the indicator 预算执行率 of its form.
enum ExecutionRates {
  /// A finding where both are stated and differ.
  static func findings(_ sections: [Section], _ evaluations: [SelfEvaluation]) -> [Finding] {
    let indicators = evaluations.lazy.filter { $0.project == nil }.flatMap(\.indicators)
    guard let indicator = indicators.first(where: { NormalText($0.name) == "预算执行率" }),
      let own = PrintedMoney(NormalText(indicator.actual)), own.isPercent,
      let (stated, line) = stated(in: sections), !isSame(stated, own.number)
    else { return [] }
    return [
      Finding(
        .indicatorDiffers, fact: "\(indicator.scope)/\(indicator.goal)/\(indicator.name)/actual",
        printed: indicator.actual, expected: "\(stated)%",
        message: """
          The form of the whole unit prints \(indicator.actual) for 预算执行率, the text on line \(line) \(stated) percent.
          """,
        sourceLine: indicator.span.line)
    ]
  }

  /// The first rate of a sentence on the whole unit: `执行率为195%`.
  private static func stated(in sections: [Section]) -> (PrintedNumber, Int)? {
    let label: NormalText = "执行率为"
    for paragraph in sections.lazy.flatMap(\.paragraphs) where paragraph.text.utf8.count > 30 {
      let text = NormalText(paragraph.text)
      guard let index = text.firstIndex(of: label), !text.contains("项目"),
        let (number, end) = PrintedNumber.leading(text.units, at: index + label.count), text.holds("%", at: end)
      else { continue }
      return (number, paragraph.span.line)
    }
    return nil
  }

  /// Whether two percentages are the same but for the decimals of the finer one.
  private static func isSame(_ left: PrintedNumber, _ right: PrintedNumber) -> Bool {
    let (coarse, fine) = (min(left.decimals, right.decimals), max(left.decimals, right.decimals))
    guard let left = left.scaled(to: fine), let right = right.scaled(to: fine) else { return false }
    return abs(left - right) * 2 <= PrintedNumber.power(fine - coarse)
  }
}
