import Accounts
import Classification

/// The sums that the narrative states of the forms by subject, which choose among readings of their rows.
///
/// Two kinds of sentences are read: the amount of an item that is named by its whole path,
/// `…（款）…（项）。支出决算为 8.38 万元`, and the whole of a form with its columns,
/// `支出合计 94.50 万元，其中：基本支出 80.00 万元；项目支出 14.50 万元`.
struct Narrative {
  private var paragraphs: [(text: NormalText, line: Int)] = []
  private var subjects = SubjectTable.functional(in: nil)

  /// A disclosure without a narrative.
  init() {}

  /// Takes up the narrative of a disclosure of `year`.
  init(_ sections: [Section], year: FiscalYear?) {
    subjects = .functional(in: year)
    for paragraph in sections.lazy.filter({ $0.part == .narrative || $0.part == nil }).flatMap(\.paragraphs) {
      let text = NormalText(paragraph.text)
      if let last = paragraphs.last?.text.units.last, Self.runsOn(last) {
        paragraphs[paragraphs.count - 1].text = paragraphs[paragraphs.count - 1].text + text
      } else {
        paragraphs.append((text, paragraph.span.line))
      }
    }
  }

  /// Whether a sentence goes on behind a paragraph that ends with this: a comma, a semicolon, a colon.
  private static func runsOn(_ unit: UInt16) -> Bool { [0x2C, 0x3B, 0x3A, 0x3001].contains(unit) }

  /// What it states of rows of `problem`.
  func statements(on problem: Problem) -> [Statement] {
    let printed = PrintedRows(problem)
    var statements: [Statement] = []
    for paragraph in paragraphs {
      for (form, whole, actual) in Self.wholes {
        guard let start = paragraph.text.firstIndex(of: whole) else { continue }
        let text = NormalText(units: paragraph.text.units[start...])
        guard StatedMoney.read(behind: actual, in: text) != nil else { continue }
        for (measure, label) in Self.columns(of: form) {
          guard let money = StatedMoney.read(behind: label, in: text) else { continue }
          add(printed.total(of: form, measure, in: problem), money, paragraph.line, to: &statements)
        }
      }
    }
    let paths = paragraphs.filter { $0.text.contains("(项)") }
    for (index, row) in problem.rows.enumerated() where row.domain.count != 1 && row.row.code.utf8.count == 7 {
      guard problem.forms[row.form].form == .gk05, let column = row.measures.firstIndex(of: .total),
        let (money, line) = amount(of: row.row.code, in: paths)
      else { continue }
      add([Identity.Term(row: index, column: column, coefficient: 1)], money, line, to: &statements)
    }
    return statements
  }

  private func add(
    _ terms: [Identity.Term], _ money: StatedMoney, _ line: Int, to statements: inout [Statement]
  ) {
    guard !terms.isEmpty else { return }
    statements.append(
      Statement(
        label: "narrative line \(line)", terms: terms, value: money.amount.thousandths,
        halfUnit: money.halfUnit.thousandths))
  }

  /// The amount of an item whose section and name stand before it.
  private func amount(of code: String, in paths: [(text: NormalText, line: Int)]) -> (StatedMoney, Int)? {
    guard let item = subjects[code], let section = subjects[String(code.prefix(5))] else { return nil }
    let path = section.normalName + "(款)" + item.normalName + "(项)"
    for (text, line) in paths {
      guard let start = text.firstIndex(of: path) else { continue }
      let rest = text.units[(start + path.count)...]
      let end = NormalText(units: rest).firstIndex(of: "(项)") ?? rest.count
      if let money = StatedMoney.read(behind: "支出决算", in: NormalText(units: rest.prefix(end))) { return (money, line) }
    }
    return nil
  }

  /// The words by which a sentence is about the whole of a form, and those that its actual amount stands behind.
  private static let wholes: [(form: Form, whole: NormalText, actual: NormalText)] = [
    (.gk02, "收入合计", "收入合计"), (.gk03, "支出合计", "支出合计"), (.gk05, "一般公共预算财政拨款支出", "一般公共预算财政拨款支出"),
    (.gk05, "一般公共预算财政拨款支出年初预算", "支出决算"),
  ]

  private static func columns(of form: Form) -> [(Measure, NormalText)] {
    switch form {
    case .gk02:
      [
        (.total, "收入合计"), (.fiscalAppropriation, "财政拨款收入"), (.superiorSubsidy, "上级补助收入"), (.institutional, "事业收入"),
        (.operating, "经营收入"), (.affiliatedRemittance, "附属单位上缴收入"), (.other, "其他收入"),
      ]
    case .gk03:
      [
        (.total, "支出合计"), (.basic, "基本支出"), (.project, "项目支出"), (.remittedToSuperior, "上缴上级支出"),
        (.operating, "经营支出"), (.affiliatedSubsidy, "对附属单位补助支出"),
      ]
    case .gk05: [(.basic, "基本支出"), (.project, "项目支出")]
    default: []
    }
  }
}
