import Accounts

/// Checks that each printed number, read in the unit of its form, is the published amount, and that the figures of a
/// row stand in the order of its columns.
enum ValueCheck {
  /// Reads all printed numbers of a document anew.
  static func check(_ document: PublishedDocument, _ journal: inout Journal) {
    for figure in document.figures where !figure.printed.isEmpty && figure.status != .ambiguous {
      journal.apply(.value)
      guard let form = document.form(figure.key.form) else { continue }
      if let problem = problem(with: figure, unit: form.unit) {
        journal.fail(
          .value, "amounts", document.id, key: figure.keyText,
          published: "\(figure.amountText) for \(figure.printed)", problem)
      }
      if !form.columns(on: figure.key.side).contains(figure.key.measure) {
        journal.fail(
          .value, "amounts", document.id, key: figure.keyText, published: figure.key.measure.rawValue,
          "the form has no such column")
      }
    }
    checkUnit(document, &journal)
    checkOrder(document, &journal)
  }

  private static func problem(with figure: PublishedFigure, unit: Int128) -> String? {
    guard let numeral = NumeralReader(figure.printed), let value = numeral.thousandths(unit: unit) else {
      return "what is printed is no number"
    }
    let published = figure.amount ?? 0
    // The datasets have two decimals, a half cent rounds away from zero.
    let rounded = (value.magnitude + 5) / 10 * 10
    let follows = value < 0 ? -Int128(rounded) : Int128(rounded)
    let isSame = published == follows
    guard figure.status == .corrected else {
      if numeral.isMisread { return "a misread number is corrected, not \(figure.status.rawValue)" }
      return isSame ? nil : "\(Amount(clamping: follows)) follows from the print"
    }
    let step = figure.steps.last { $0.before == figure.printed }
    guard let rule = step.flatMap({ CorrectionRule(rawValue: $0.rule) }) else { return "no rule tells the correction" }
    return rule.allows(numeral, published, unit: unit) ? nil : "\(rule.rawValue) does not lead there from the print"
  }

  /// The unit that `documents` names is that of the first form, where it is a unit of money.
  private static func checkUnit(_ document: PublishedDocument, _ journal: inout Journal) {
    guard let first = document.forms.first, let unit = MoneyUnit(rawValue: document.row["money_unit"]) else { return }
    journal.apply(.value)
    if unit.yuan != first.unit {
      journal.fail(
        .value, "documents", document.id, key: "money_unit", published: unit.rawValue,
        "a unit of its first form is \(first.unit) yuan")
    }
  }

  // MARK: order

  /// Within a row, what stands further right on the same line belongs to a later column.
  ///
  /// The figures of a total that stood one above the other, each behind the number of its column, may run the other way
  /// where all of them stand on one line: then all of them do.
  private static func checkOrder(_ document: PublishedDocument, _ journal: inout Journal) {
    var columns: [Form: [Measure: Int]] = [:]
    for form in document.forms {
      columns[form.form] = Dictionary(form.columns.enumerated().map { ($1, $0) }) { first, _ in first }
    }
    var row: [Placed] = []
    for figure in document.figures {
      guard let place = figure.place, let column = columns[figure.key.form]?[figure.key.measure] else { continue }
      if let last = row.last, last.row != ProvenanceAgreement.row(of: figure.keyText) {
        checkOrder(of: row, document.id, &journal)
        row = []
      }
      row.append(Placed(figure: figure, place: place, column: column))
    }
    checkOrder(of: row, document.id, &journal)
  }

  /// A figure, where it stands, and the column that it belongs to.
  private struct Placed {
    var figure: PublishedFigure
    var place: SourcePlace
    var column: Int
    var row: Substring { ProvenanceAgreement.row(of: figure.keyText) }

    /// Whether two figures stand on one line of text, or in different cells of one table row of a page.
    func isBeside(_ other: Placed) -> Bool {
      place.line == other.place.line && place.lineEnd == other.place.lineEnd
        && (place.path != other.place.path || place.path == nil)
    }

    /// Whether a figure stands on the side of another on which its column stands.
    func isInOrder(with other: Placed) -> Bool {
      (place.column > other.place.column) == (column > other.column)
    }
  }

  private static func checkOrder(of row: [Placed], _ document: String, _ journal: inout Journal) {
    let pairs = zip(row, row.dropFirst()).filter { $1.isBeside($0) }
    journal.apply(.order, max(0, row.count - 1))
    let isTurned = pairs.count > 1 && row[0].figure.key.row == .total && !pairs.contains { $1.isInOrder(with: $0) }
    // Of two equal figures it cannot be told which stands for which column.
    for (before, own) in pairs
    where !own.isInOrder(with: before) && !isTurned && own.figure.printed != before.figure.printed {
      journal.fail(
        .order, "amounts", document, key: own.figure.keyText, published: own.figure.printed,
        "\(before.figure.key.measure.rawValue) stands on the same line at column \(before.place.column), this at \(own.place.column)"
      )
    }
  }
}

/// How a printed number may differ from the amount that a rule makes of it.
enum CorrectionRule: String {
  /// A letter was taken for the digit that it looks like, a point for a comma, or one digit for another.
  case misreadDigit = "misread-digit"
  /// A figure was torn over two lines: what is printed are both pieces.
  case joinedFigure = "join-torn-figure"

  /// Whether the rule leads from what is printed to the amount (thousandths of a yuan).
  func allows(_ numeral: NumeralReader, _ amount: Int128, unit: Int128) -> Bool {
    switch self {
    case .misreadDigit:
      numeral.isMisread && numeral.thousandths(unit: unit) == amount
        || Self.differInOneDigit(numeral, amount, unit: unit)
    case .joinedFigure: numeral.thousandths(unit: unit) == amount
    }
  }

  /// Whether the amount, printed with as many decimals, differs from a number in one digit.
  private static func differInOneDigit(_ numeral: NumeralReader, _ amount: Int128, unit: Int128) -> Bool {
    let (scaled, overflow) = amount.multipliedReportingOverflow(by: Decimals.power(numeral.decimals))
    guard !overflow, scaled % (unit * 1_000) == 0,
      scaled == 0 || (scaled < 0) == (numeral.digits < 0)
    else { return false }
    var (left, right) = ((scaled / (unit * 1_000)).magnitude, UInt128(numeral.digits.magnitude))
    var differing = 0
    while left > 0 || right > 0 {
      if left % 10 != right % 10 { differing += 1 }
      (left, right) = (left / 10, right / 10)
    }
    return differing == 1
  }
}
