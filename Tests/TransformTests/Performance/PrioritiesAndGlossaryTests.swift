import Accounts
import Testing

@testable import Transform

@Suite struct PrioritiesReaderTests {
  private func priorities(_ rows: String) throws -> [Priority] {
    let table = "第四部分 2022年重点工作完成情况\n\n序号|重要事项|工作内容及目标|完成情况\n\(rows)"
    let text = "沛县统计局2022年度部门决算\n\n第一部分 沛县统计局概况\n负责全县统计工作。\n\(table)\n"
    return Transformer.transform(try cleanedText(text)).priorities
  }

  @Test func aRowIsAPriority() throws {
    let read = try priorities("1|普查|查清全县家底。|完成\n2|培训|办两期培训班。|办了三期")
    #expect(read.map(\.sequence) == ["1", "2"])
    #expect(read.map(\.item) == ["普查", "培训"])
    #expect(read.map(\.completion) == ["完成", "办了三期"])
  }

  @Test func aRowBehindAPageEndGoesOnWithTheOneBefore() throws {
    let read = try priorities("1|普查|查清全县家|完成\n\n||底，建好名录。|\n2|培训|办两期培训班。|完成")
    #expect(read.map(\.content) == ["查清全县家底，建好名录。", "办两期培训班。"])
  }
}

@Suite struct GlossaryReaderTests {
  private func terms(_ text: String) throws -> [GlossaryTerm] {
    let head = "沛县统计局2022年度部门决算\n\n第一部分 沛县统计局概况\n负责全县统计工作。\n\n第五部分 名词解释\n\n"
    return Transformer.transform(try cleanedText(head + text + "\n")).glossary
  }

  @Test func aNumberedParagraphIsATerm() throws {
    let read = try terms("（一）事业收入：指事业单位开展业务取得的收入。\n\n（二）其他收入：指上述以外的收入。")
    #expect(read.map(\.term) == ["事业收入", "其他收入"])
    #expect(read.map(\.definition) == ["指事业单位开展业务取得的收入。", "指上述以外的收入。"])
    #expect(read.map(\.code) == ["", ""])
  }

  @Test(arguments: [
    "1.一般公共服务支出（类）统计信息事务（款）行政运行（项）：反映行政单位的基本支出。", "1.一般公共服务支出（类）统计信息事务（款）行政运行（项）。反映行政单位的基本支出。",
    "1.一般公共服务支出（类）统计信息事务（款）行政运行（项级）反映行政单位的基本支出。", "1、一般公共服务支出(类)统计信息事务(款)行政运行项)：反映行政单位的基本支出。",
  ])
  func aPathOfTheClassificationHasItsCode(text: String) throws {
    let read = try terms(text)
    #expect(read.map(\.code) == ["2010501"])
    #expect(read.map(\.definition) == ["反映行政单位的基本支出。"])
  }

  @Test func aTermKeepsItsQuotationMarks() throws {
    #expect(try terms("（一）“三公”经费：指用财政拨款安排的三项经费。").map(\.term) == ["“三公”经费"])
  }

  @Test func whatExplainsNothingIsNoTerm() throws {
    #expect(try terms("（一）其他专用名词。\n\n咨询电话：0516-1234567").isEmpty)
  }
}
