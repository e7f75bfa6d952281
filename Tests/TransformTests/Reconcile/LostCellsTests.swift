import Accounts
import Classification
import Testing

@testable import Transform

@Suite struct LostCellsTests {
  private func read(_ old: String, _ new: String) throws -> Disclosure {
    try #require(IdentityCatalogueTests.forms.contains(old))
    return try disclosure(IdentityCatalogueTests.forms.replacing(old, with: new))
  }

  @Test func aLostCellIsRestoredWhereRowAndColumnDemandIt() throws {
    let read = try read("201|一般公共服务支出|36.50|30.00|6.50", "201|一般公共服务支出|36.50||6.50")
    let figure = try #require(read.figure("gk03//201/basic"))
    #expect(figure.amount == Amount(thousandths: 30_000))
    #expect(figure.status == .derived)
    #expect(figure.proof != .minimal)
    #expect(figure.confidence >= Confidence(thousandths: 950))
    #expect(read.repairs.contains { $0.key == "gk03//201/basic" && $0.rule == "restore-lost-cell" })
  }

  @Test func aLostCellOfOneSumOnlyStaysBlank() throws {
    let read = try read("30201|办公费|8.50", "30201|办公费|")
    #expect(read.figure("gk06//30201/amount") == nil)
    #expect(!read.findings(.treeIdentityBroken).isEmpty)
  }

  @Test func aRowThatAFormDoesNotHaveIsNotAdded() throws {
    let read = try read("205|教育支出|5.00||5.00\n一般公共预算财政拨款基本", "一般公共预算财政拨款基本")
    #expect(!read.figures.contains { $0.key.form == .gk05 && $0.key.row == "205" })
  }
}
