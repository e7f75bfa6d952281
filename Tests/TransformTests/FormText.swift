import Accounts
import Clean
import Extract
import Testing

@testable import Transform

/// A disclosure of 2022 that prints `tables` in its second part and `narrative` in its third; `|` stands for a tab.
func cleanedDocument(_ tables: String, narrative: String = "") throws -> CleanedDocument {
  let text = """
    沛县统计局2022年度部门决算

    第一部分 沛县统计局概况
    负责全县统计工作。
    第二部分 沛县统计局2022年度部门决算表

    \(tables)

    第三部分 沛县统计局2022年度部门决算情况说明
    \(narrative)
    """
  return try cleanedText(text)
}

/// A whole source as clean hands it on; `|` stands for a tab.
func cleanedText(_ text: String) throws -> CleanedDocument {
  let bytes = text.utf8.map { $0 == 0x7C ? 0x09 : $0 }
  return try #require(Cleaner.clean(try Extractor.extract(bytes, path: "a.txt")).first)
}

/// What transform makes of `tables` and `narrative`.
func disclosure(_ tables: String, narrative: String = "") throws -> Disclosure {
  Transformer.transform(try cleanedDocument(tables, narrative: narrative))
}

/// A form as read from `tables`, before anything is decided.
func reading(_ form: Form, in tables: String) throws -> FormReading {
  let forms = FormReader(try cleanedDocument(tables), year: FiscalYear(2022), report: .finalAccount).read().forms
  return try #require(forms.first { $0.form == form })
}

/// The rows of a form: key, then the figures in yuan from left to right.
func rows(_ form: Form, in tables: String) throws -> [String] {
  try reading(form, in: tables).rows.map(\.summary)
}

/// gk04 of general public appropriations alone: all of them, and what of them 201 and 208 spend.
func fiscalSummary(_ all: String, of201: String, of208: String) -> String {
  """
  财政拨款收入支出决算总表
  单位：元
  项目|行次|金额|项目|行次|小计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款
  栏次||1|栏次||2|3|4|5
  一、一般公共预算财政拨款|1|\(all)|一、一般公共服务支出|33|\(of201)|\(of201)||
  二、政府性基金预算财政拨款|2||八、社会保障和就业支出|40|\(of208)|\(of208)||
  本年收入合计|27|\(all)|本年支出合计|59|\(all)|\(all)||

  """
}

extension ByColumn {
  /// These numbers, one for each column.
  init(_ numbers: [Number?]) {
    self.init(columns: numbers.count)
    for (column, number) in numbers.enumerated() { self[column] = number }
  }
}

extension FormRow {
  /// `key figure figure`, with `side/` before the key on two-sided forms.
  var summary: String {
    let name = (side == .none ? "" : side.rawValue + "/") + (key?.rawValue ?? "?")
    return ([name] + figures.map { $0.amount?.description ?? "?" }).joined(separator: " ")
  }
}

extension Disclosure {
  /// The figure with this key, such as `gk05//2010301/basic`.
  func figure(_ key: String) -> Figure? { figures.first { $0.key.description == key } }

  /// Its amount as text; the bounds of an ambiguous one, parted by dots.
  func amount(_ key: String) -> String? {
    guard let figure = figure(key) else { return nil }
    if let amount = figure.amount { return amount.description }
    return "\(figure.low?.description ?? "")..\(figure.high?.description ?? "")"
  }

  /// The findings of one rule.
  func findings(_ rule: FindingRule) -> [Finding] { findings.filter { $0.rule == rule } }
}

extension String {
  /// The same table with other marks between its cells, and the blank cells gone that such a layout loses.
  func parted(by separator: String) -> String {
    split(separator: "\n").map { line in
      line.split(separator: "|").joined(separator: separator)
    }.joined(separator: "\n")
  }
}
