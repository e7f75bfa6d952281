import Accounts
import Classification
import Clean
import Extract
import Testing
import Transform

/// A form that is declared here alone is read, reconciled and told like the nine of a final account.
@Suite struct TenthFormTests {
  /// 社会保险基金支出决算表: a form of three columns by subject, which no final account has.
  private static let insurance = Form(
    FormTemplate(
      id: "gk10", order: 10, title: "社会保险基金支出决算表", englishTitle: "Expenditure of social insurance funds",
      titles: [TitlePattern(rank: 4, topic: "社会保险基金", words: ["支出决算"])],
      shapes: [], rows: .subjects(.functional),
      columns: [
        FormTemplate.Column(.total, ["支出合计"]), FormTemplate.Column(.basic, ["基本支出"]),
        FormTemplate.Column(.project, ["项目支出"]),
      ],
      identities: ["1栏=(2+3)栏"],
      links: [FormLink(.total, of: "gk01", .expenditure, ["209"])],
      facts: [FactCell("expenditure.total", .total, .total)]))

  private static let report = FormSet(
    FormSet.finalAccount.forms + [insurance], otherTables: [], otherEndings: ["预算表"])

  private func read(_ rows: [String], before: [String] = []) throws -> Disclosure {
    let lines =
      ["2024年度某市社会保险中心部门决算", "第二部分 2024年度部门决算表"] + before
      + ["社会保险基金支出决算表", "单位：万元", "项目\t\t支出合计\t基本支出\t项目支出", "科目编码\t科目名称", "栏次\t\t1\t2\t3"] + rows
    let document = try Extractor.extract(Array(lines.joined(separator: "\n").utf8), path: "tenth.txt")
    let cleaned = try #require(Cleaner.clean(document, as: Self.report).first)
    return Transformer.transform(cleaned, as: Self.report)
  }

  private func amount(_ row: RowKey, _ measure: Measure, in disclosure: Disclosure) -> Figure? {
    disclosure.figures.first { $0.key == CellKey(Self.insurance, .none, row, measure) }
  }

  @Test func itIsRecognisedAndPublished() throws {
    let read = try read([
      "合计\t\t30.00\t10.00\t20.00", "209\t社会保险基金支出\t30.00\t10.00\t20.00",
    ])
    #expect(read.formsFound == [Self.insurance])
    #expect(amount("209", .project, in: read)?.amount?.description == "200000.00")
  }

  @Test func itsColumnsAreReconciled() throws {
    let read = try read([
      "合计\t\t30.00\t10.00\t20.0O", "209\t社会保险基金支出\t30.00\t10.00\t20.00",
    ])
    let figure = try #require(amount(.total, .project, in: read))
    #expect(figure.amount?.description == "200000.00")
    #expect(figure.status == .corrected)
  }

  @Test func itsSumsAreHeldToItsIdentities() throws {
    let read = try read([
      "合计\t\t31.00\t10.00\t20.00", "209\t社会保险基金支出\t31.00\t10.00\t20.00",
    ])
    #expect(read.findings.contains { $0.rule == .rowIdentityBroken && $0.form == Self.insurance })
  }

  @Test func anotherFormConfirmsItsTotal() throws {
    let read = try read(
      ["合计\t\t30.00\t10.00\t20.00", "209\t社会保险基金支出\t30.00\t10.00\t20.00"],
      before: [
        "收入支出决算总表", "单位：万元", "收入\t\t支出\t", "项目\t决算数\t项目\t决算数",
        "一、一般公共预算财政拨款收入\t31.00\t九、社会保险基金支出\t31.00", "本年收入合计\t31.00\t本年支出合计\t31.00",
        "总计\t31.00\t总计\t31.00",
      ])
    #expect(
      read.findings.contains {
        $0.rule == .crossFormIdentityBroken && $0.message.hasPrefix("gk10 total = gk01 209")
      })
  }

  @Test func itsAbsenceIsAFinding() throws {
    let document = try Extractor.extract(
      Array("2024年度某市社会保险中心部门决算\n收入决算表\n单位：万元\n项目\t本年收入合计\n合计\t1.00\n201\t一般公共服务支出\t1.00".utf8), path: "tenth.txt")
    let cleaned = try #require(Cleaner.clean(document, as: Self.report).first)
    let read = Transformer.transform(cleaned, as: Self.report)
    #expect(read.findings.contains { $0.rule == .formMissing && $0.form == Self.insurance })
  }
}
