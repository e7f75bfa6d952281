import Accounts
import Testing

@testable import Transform

@Suite struct ThreePublicWitnessTests {
  private func witnesses(_ text: String, part: Part? = .narrative) -> [ThreePublicWitness] {
    let span = SourceSpan(line: 40, column: 1)
    return ThreePublicWitness.read([
      Section(part: part, number: "九", title: "“三公”经费", span: span, paragraphs: [Paragraph(text: text, span: span)])
    ])
  }

  @Test(arguments: [
    ("公务接待费支出决算为0.32万元，完成年初预算的64.0%。", 5), ("因公出国（境）费支出决算为0.32万元，完成年初预算的64.0%。", 1),
    ("公务用车运行维护费支出决算0.32万元，完成预算的64.0%。", 4), ("公务用车购置费支出决算为0.32万元，完成年初预算的64.0%。", 3),
    ("公务用车购置及运行维护费支出决算为0.32万元，完成全年预算的64.0%。", 2), ("“三公”经费财政拨款支出决算为0.32万元，完成年初预算的64.0%。", 0),
  ])
  func aStatementBelongsToTheExpenseThatItNames(text: String, item: Int) throws {
    let witness = try #require(witnesses(text).first)
    #expect(witness.item == item)
    #expect(witness.actual?.amount == Amount(thousandths: 3_200_000))
    #expect(witness.rate == ThreePublicWitness.Rate(thousandths: 64_000, halfUnit: 50))
    #expect(witness.line == 40)
  }

  @Test func aBudgetAndItsUnitAreRead() throws {
    let witness = try #require(witnesses("公务接待费预算数为5,000元，支出决算为3,200.50元。").first)
    #expect(witness.budget?.amount == Amount(thousandths: 5_000_000))
    #expect(witness.budget?.halfUnit == Amount(thousandths: 500))
    #expect(witness.actual?.amount == Amount(thousandths: 3_200_500))
    #expect(witness.rate == nil)
  }

  @Test func eachSentenceIsAStatement() {
    let found = witnesses("公务接待费支出决算为0.32万元，完成年初预算的64%；公务用车运行维护费支出决算为1.20万元，完成年初预算的48.55%。")
    #expect(found.map(\.item) == [5, 4])
    #expect(found.map { $0.rate?.thousandths } == [64_000, 48_550])
    #expect(found.map { $0.rate?.halfUnit } == [500, 5])
  }

  @Test(arguments: [
    "公务接待费比上年减少64.0%。", "公务接待费占64.0%。", "一般公共预算支出完成年初预算的64.0%。", "公务接待费全年完成情况良好。",
  ])
  func otherRatesAreNoStatements(text: String) {
    #expect(witnesses(text).isEmpty)
  }

  @Test func aSentenceThatNamesTwoExpensesIsNoStatement() {
    #expect(witnesses("公务接待费和因公出国（境）费支出决算为0.32万元，完成年初预算的64.0%。").isEmpty)
  }

  @Test func otherPartsAreNotAsked() {
    #expect(witnesses("公务接待费支出决算为0.32万元，完成年初预算的64.0%。", part: .glossary).isEmpty)
  }
}
