import Accounts

/// A witness in the running text: `narrative line 412: actual_reception` names one of the three public expenses,
/// `narrative line 412: 12345.67` an amount, and `narrative line 412` a sum of a form or of a subject.
struct NarrativeWitness {
  let line: Int
  /// What it states; empty for a sum, or for a code.
  let statement: String

  /// Reads a witness; nil for any other.
  init?(_ witness: String) {
    guard witness.hasPrefix("narrative line ") else { return nil }
    let parts = witness.dropFirst("narrative line ".count).split(separator: ":", maxSplits: 1)
    guard let head = parts.first, let line = Int(head) else { return nil }
    self.line = line
    statement = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : ""
  }

  private static let words: [String: [NormalText]] = [
    "actual_total": ["三公"], "actual_overseas_travel": ["出国(境)"], "actual_vehicles": ["购置及运行", "购置和运行"],
    "actual_vehicle_purchase": ["公务用车购置费"], "actual_vehicle_operation": ["公务用车运行"],
    "actual_reception": ["公务接待费"],
  ]

  /// Why the narrative does not state it; nil where it does.
  func problem(
    in document: PublishedDocument, of figure: PublishedFigure, _ catalogue: Catalogue, row: Int
  ) -> String? {
    let text = document.narrativeText(on: line)
    if statement.isEmpty { return sumProblem(text, catalogue, row: row) }
    if let amount = Decimals.thousandths(statement) {
      guard amount == figure.amount else { return "the amount is not that of the value" }
      return StatedAmount.all(in: text).contains { $0.value == amount }
        ? nil : "the narrative does not state the amount"
    }
    guard let words = Self.words[statement] else { return "no claim of the language" }
    guard words.contains(where: text.contains) else { return "the narrative does not name it on that line" }
    return text.units.contains { (0x30...0x39).contains($0) } ? nil : "the narrative states no figure on that line"
  }

  /// A stated sum is a figure of the row itself, or of the total of its form, which may be lost above its parts.
  private func sumProblem(_ text: NormalText, _ catalogue: Catalogue, row: Int) -> String? {
    let stated = StatedAmount.all(in: text)
    guard !stated.isEmpty else { return "the narrative states no amount there" }
    let ledger = catalogue.ledger
    let form = ledger.rows[row].form
    let total = ledger.row(form, .none, "total").flatMap { ledger.rows[$0].isOpen ? nil : $0 }
    let sums = total == nil ? Self.sums(catalogue.trees[form]?.top ?? [], ledger) : []
    // A blank cell says that there is nothing: `0.00万元` states it.
    let blank = Ledger.Value(low: 0, high: 0, slack: 0, isPrinted: false)
    let rows = [row] + [total].compactMap(\.self)
    let cells = rows.flatMap { ledger.rows[$0].values.map { $0 ?? blank } } + sums
    let isStated = cells.contains { cell in
      stated.contains { amount in
        let slack = amount.halfUnit + cell.slack
        return cell.low - slack <= amount.value && amount.value <= cell.high + slack
      }
    }
    return isStated ? nil : "the narrative states none of the row's amounts, nor of its form's total"
  }

  /// What rows come to in the columns that are decided in all of them.
  private static func sums(_ rows: [Int], _ ledger: Ledger) -> [Ledger.Value] {
    guard let first = rows.first else { return [] }
    let columns = ledger.rows[first].columns.indices.filter { column in
      !rows.contains { ledger.isOpen($0, column) }
    }
    return columns.map { column in
      rows.compactMap { ledger.rows[$0].values[column] }
        .reduce(Ledger.Value(low: 0, high: 0, slack: 0, isPrinted: false)) { sum, cell in
          Ledger.Value(
            low: sum.low + cell.low, high: sum.high + cell.high, slack: sum.slack + cell.slack, isPrinted: false)
        }
    }
  }
}

/// An amount that running text states: a number that 元, 千元, 万元 or 亿元 follows, be it behind others (`1.2、3.4万元`).
struct StatedAmount {
  /// In thousandths of a yuan.
  var value: Int128
  /// Half a unit of its last digit.
  var halfUnit: Int128

  /// All amounts of a text.
  static func all(in text: NormalText) -> [StatedAmount] {
    var amounts: [StatedAmount] = []
    var number = ""
    // Numbers of a list, whose unit stands behind its last.
    var listed: [String] = []
    for (index, unit) in text.units.enumerated() {
      switch unit {
      case 0x30...0x39, 0x2E, 0x2C: number.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      default:
        let word = NormalText(units: text.units[index...].prefix(2))
        listed.append(number)
        if let unit = MoneyUnit.allCases.first(where: { word.hasPrefix(NormalText($0.rawValue)) }) {
          for number in listed { add(number, unit: Int128(unit.yuan), to: &amounts) }
          listed = []
        } else if number.isEmpty || !separators.contains(unit) {
          listed = []
        }
        number = ""
      }
    }
    return amounts
  }

  private static let separators = Set("、和及与".utf16)

  private static func add(_ number: String, unit: Int128, to amounts: inout [StatedAmount]) {
    guard let numeral = NumeralReader(String(number.drop { $0 == "," || $0 == "." })),
      let value = numeral.thousandths(unit: unit)
    else { return }
    amounts.append(StatedAmount(value: value, halfUnit: numeral.halfUnit(unit: unit)))
  }
}
