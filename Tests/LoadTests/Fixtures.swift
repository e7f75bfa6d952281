import Accounts
import Classification
import Foundation

@testable import Load

/// Disclosures made for the tests of this target.
enum Fixtures {
  /// One form with one row and one figure, and nothing else.
  static func tiny() -> Disclosure {
    var disclosure = empty(hash: "0123456789abcdef", path: "a/tiny.txt")
    disclosure.formsFound = [.gk05]
    var figure = Figure(
      key: CellKey(.gk05, .none, "2010301", .basic), amount: Amount(thousandths: 8_777_300_000), printed: "877.73",
      span: SourceSpan(line: 42, column: 7, columnEnd: 12))
    figure.code = "2010301"
    figure.name = "行政运行"
    figure.level = .item
    figure.codePrinted = "201030"
    figure.namePrinted = "行政运行"
    figure.status = .aligned
    figure.proof = .forced
    figure.steps = [
      ProvenanceStep(
        stage: "transform", rule: "complete-code", before: "201030", after: "2010301", witnesses: ["gk05 1 = 2 + 3"])
    ]
    disclosure.figures = [figure]
    disclosure.repairs = [
      Repair(
        dataset: "amounts", key: "gk05//2010301/basic", field: "code", printed: "201030", value: "2010301",
        rule: "complete-code", proof: .forced, confidence: Confidence(thousandths: 990),
        witnesses: ["gk05 1 = 2 + 3", "gk06 total"], sourceLine: 42)
    ]
    return disclosure
  }

  /// Everything that is hard to write: quotes, line ends, commas, control characters, ambiguity, derivation, HTML.
  static func awkward() -> Disclosure {
    var disclosure = empty(hash: "fedcba9876543210", path: "b/awkward, \"quoted\".html")
    disclosure.source.format = .html
    disclosure.source.layout = .html
    disclosure.identification.unitName = "测试市\"甲\"局,\n办公室"
    disclosure.identification.publishedOn = "2025-09-30"
    disclosure.outcome = .partial
    disclosure.formsFound = [.gk01, .gk09]
    disclosure.figures = awkwardFigures()
    disclosure.findings = [
      Finding(
        .rowIdentityBroken, form: .gk09, row: .total, measure: .actualTotal, printed: "11.16", expected: "10.00",
        difference: Amount(thousandths: 11_600_000), message: "columns 9 and 12 give 10.00, not \"11.16\"",
        sourceLine: 9),
      Finding(.alignmentUndecided, form: .gk01, side: .revenue, row: "other", message: "two columns fit"),
      Finding(.replacedBytes, message: "3 bytes, the first \u{FFFD} in line 5"),
    ]
    disclosure.otherTables = [
      CleanedTable(
        title: "政府采购情况表", span: SourceSpan(line: 70, column: 1), unitPrinted: "万元",
        rows: [
          TableRow(width: 3, tokens: [token("货物", column: 0), token("1.50", column: 2)]),
          TableRow(width: 1, tokens: [token("合计", column: nil), token("1.50", column: nil)]),
        ])
    ]
    disclosure.sections = [
      Section(
        part: .narrative, number: "一", title: "总体情况", span: SourceSpan(line: 80, column: 1),
        paragraphs: [Paragraph(text: "甲\\乙\t丙\u{1}", span: SourceSpan(line: 81, column: 1, lineEnd: 82))])
    ]
    return disclosure
  }

  /// A disclosure with `count` figures, for order and size.
  static func large(_ count: Int, hash: String = "00112233445566aa") -> Disclosure {
    var disclosure = empty(hash: hash, path: "c/large.txt")
    disclosure.formsFound = [.gk03]
    for index in 0..<count {
      var figure = Figure(
        key: CellKey(.gk03, .none, RowKey(String(2_010_000 + index / 6)), Form.gk03.measures[index % 6]),
        amount: Amount(thousandths: Int64(index) * 12_340), printed: "1,234.50",
        span: SourceSpan(line: 100 + index / 6, column: 3))
      figure.name = "一般公共服务支出"
      figure.code = figure.key.row.rawValue
      figure.namePrinted = figure.name
      figure.codePrinted = figure.code
      disclosure.figures.append(figure)
    }
    return disclosure
  }

  private static func empty(hash: String, path: String) -> Disclosure {
    let source = SourceRecord(
      path: path, sha256: hash + String(repeating: "0", count: 48), bytes: 1_234, format: .text, layout: .tabs,
      encoding: "UTF-8")
    var disclosure = Disclosure(source: source)
    disclosure.identification = Identification(
      reportKind: .finalAccount, fiscalYear: FiscalYear(2024), unitName: "测试市甲局", unitNamePrinted: "测试市甲局",
      divisionCode: "420103", divisionName: "江汉区", publishedOn: "")
    disclosure.moneyUnit = "万元"
    return disclosure
  }

  private static func awkwardFigures() -> [Figure] {
    let cell = SourceSpan(line: 9, column: 2, lineEnd: 10, columnEnd: 4, path: "/html/body/table[1]/tr[2]/td[3]")
    var printed = Figure(
      key: CellKey(.gk09, .none, .total, .actualTotal), amount: Amount(thousandths: 111_600_000), printed: "１1.16",
      span: cell)
    printed.namePrinted = "合\n计"
    var ambiguous = Figure(key: CellKey(.gk01, .revenue, "other", .amount), amount: nil, printed: "5", span: cell)
    ambiguous.status = .ambiguous
    ambiguous.proof = .minimal
    ambiguous.low = .zero
    ambiguous.high = Amount(thousandths: 50_000_000)
    ambiguous.lineNumber = 8
    var derived = Figure(
      key: CellKey(.gk01, .expenditure, "grand_total", .amount), amount: Amount(thousandths: -1_005), printed: "",
      span: nil)
    derived.status = .derived
    derived.proof = .corroborated
    return [ambiguous, derived, printed]
  }

  static func token(_ text: String, column: Int?) -> Token {
    Token(
      text: text, normal: NormalText(text), number: nil, column: column, span: SourceSpan(line: 71, column: 1))
  }
}

/// A directory that lasts as long as its owner.
final class ScratchDirectory {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("juesuan-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Paths of all files under `folder`, relative to it, with their bytes; links are not followed.
  func files(under folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      var isDirectory: ObjCBool = false
      let file = "\(folder)/\(name)"
      if FileManager.default.fileExists(atPath: file, isDirectory: &isDirectory), !isDirectory.boolValue {
        files[name] = try Data(contentsOf: URL(fileURLWithPath: file))
      }
    }
    return files
  }

  func text(_ file: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(file)", encoding: .utf8)
  }

  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }
}

/// Writes and publishes a release of `disclosures`.
func publish(
  _ disclosures: [Disclosure], to output: String, runID: String = "run-1", disk: any Disk = POSIXDisk()
) throws {
  let writer = try ReleaseWriter(output: output, runID: runID, disk: disk)
  for disclosure in disclosures { try writer.append(DocumentRendering(disclosure)) }
  try writer.publish(runRecord: Array("{\"run\": \"\(runID)\"}\n".utf8))
}

extension [UInt8] {
  var text: String { String(decoding: self, as: UTF8.self) }
}
