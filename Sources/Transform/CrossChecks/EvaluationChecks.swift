import Accounts
import Classification

/// Compares a self-evaluation form with the nine forms, and its score with the points that it gives.
struct EvaluationChecks {
  private let evaluation: SelfEvaluation
  private let ledger: Ledger
  private let cells: [EvaluationCell]

  /// The findings of all self-evaluation forms.
  static func findings(_ evaluations: [SelfEvaluation], _ ledger: Ledger) -> [Finding] {
    evaluations.flatMap { evaluation in
      let check = EvaluationChecks(
        evaluation: evaluation, ledger: ledger, cells: evaluation.form.lines.flatMap(\.cells))
      return (evaluation.project == nil ? check.amounts() : []) + check.score()
    }
  }

  private var scope: String { evaluation.project?.name ?? PerformanceReader.wholeUnit }

  // MARK: amounts of the whole unit

  /// The form of the whole unit against the expenditure of the year.
  private func amounts() -> [Finding] {
    guard evaluation.form.isOfUnit else { return [] }
    let parts = [("基本支出总额", Measure.basic), ("项目支出总额", .project)].compactMap { label, measure in
      labelled(NormalText(label)).flatMap { finding($0, [CellKey(.gk03, .none, .total, measure)], label) }
    }
    let funds = ProjectFunds(evaluation.form)
    let wholes = [
      CellKey(.gk03, .none, .total, .total), CellKey(.gk01, .expenditure, "expenditure_total", .amount),
      CellKey(.gk04, .expenditure, "expenditure_total", .total), CellKey(.gk05, .none, .total, .total),
    ]
    let whole = funds.actual.flatMap { quote($0.money, funds.labelUnit, $0.cell) }.flatMap {
      finding($0, wholes, "执行数")
    }
    return parts + [whole].compactMap(\.self)
  }

  private func finding(_ quote: Quote, _ cells: [CellKey], _ label: String) -> Finding? {
    let printed = cells.compactMap { cell in ledger.quote(cell).map { (cell, $0) } }
    guard let first = printed.first, !printed.contains(where: { quote.agreement(with: $0.1) == .exact }) else {
      return nil
    }
    let (cell, expected) = printed.first { quote.agreement(with: $0.1) == .rounded } ?? first
    return .difference(
      .evaluationFormDiffers, quote, expected, at: cell, fact: "\(scope)//\(label)",
      "\(label) of the self-evaluation and \(cell)")
  }

  /// The amount behind a label; nil where its unit is not printed.
  private func labelled(_ label: NormalText) -> Quote? {
    guard let index = cells.firstIndex(where: { $0.normal.hasPrefix(label) && $0.normal.count <= label.count + 6 }),
      index + 1 < cells.count, let money = PrintedMoney(cells[index + 1].normal)
    else { return nil }
    // The first label of a row names the unit for all of them.
    let nearby = cells[max(0, index - 2)...index].lazy.compactMap { Self.unit(in: $0.normal) }.first
    return quote(money, nearby, cells[index + 1])
  }

  private static func unit(in text: NormalText) -> MoneyUnit? {
    text.contains("(万元)") ? .tenThousandYuan : text.contains("(元)") ? .yuan : nil
  }

  private func quote(_ money: PrintedMoney, _ labelUnit: MoneyUnit?, _ cell: EvaluationCell) -> Quote? {
    guard !money.isPercent, let unit = money.unit ?? labelUnit, let amount = money.number.amount(in: unit) else {
      return nil
    }
    return Quote(amount, printed: cell.text, line: cell.span.line)
  }

  // MARK: score

  /// A score that is less than the points that the form itself gives: a digit of it is lost.
  private func score() -> [Finding] {
    guard let project = evaluation.project, let score = project.score, let points = score.scaled(to: 3) else {
      return []
    }
    let given =
      [ProjectFunds(evaluation.form).score?.money.number, goalPoints()].compactMap(\.self)
      + evaluation.indicators.compactMap { PrintedMoney(NormalText($0.score))?.number }
    let sum = given.compactMap { $0.scaled(to: 3) }.reduce(Int128(0), +)
    // Points are rounded one by one; more than a hundred cannot be given.
    guard sum > points + 1_000, sum <= 100_500 else { return [] }
    let expected = PrintedNumber(digits: Int64(clamping: sum / 10), decimals: 2).trimmed
    return [
      Finding(
        .scoreDiffers, fact: project.key("score"), printed: score.description, expected: expected.description,
        message: "\(project.label): the score \(score) is printed, the points of its parts sum to \(expected).",
        sourceLine: project.line(of: "score"))
    ]
  }

  /// The points for the goals: the one number between a heading such as `项目绩效总目标(20分)` and the indicators.
  private func goalPoints() -> PrintedNumber? {
    guard let start = cells.firstIndex(where: { $0.normal.contains("总目标") && $0.normal.count <= 16 }) else {
      return nil
    }
    let rest = cells[(start + 1)...]
    let end = rest.firstIndex { $0.normal == "一级指标" || $0.normal == "一级" } ?? start + 1
    let numbers = cells[(start + 1)..<end].filter { $0.normal.units.allSatisfy(NarrativeText.isDigit) }
    return numbers.count == 1 ? PrintedMoney(numbers[0].normal)?.number : nil
  }
}
