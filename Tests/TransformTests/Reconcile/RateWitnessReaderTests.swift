import Accounts
import Testing

@testable import Transform

@Suite struct RateWitnessReaderTests {
  private func witnesses(_ text: String, part: Part? = .narrative) -> [RateWitness] {
    let span = SourceSpan(line: 40, column: 1)
    return RateWitnessReader.read([
      Section(part: part, number: "九", title: "“三公”经费", span: span, paragraphs: [Paragraph(text: text, span: span)])
    ])
  }

  @Test(arguments: [
    ("公务接待费支出决算为0.32万元，完成年初预算的64.0%。", Measure.actualReception),
    ("因公出国（境）费支出决算为0.32万元，完成年初预算的64.0%。", .actualOverseasTravel),
    ("公务用车运行维护费支出0.32万元，完成预算的64.0%。", .actualVehicleOperation),
    ("公务用车购置费支出决算为0.32万元，完成年初预算的64.0%。", .actualVehiclePurchase),
    ("公务用车购置及运行维护费支出决算为0.32万元，完成全年预算的64.0%。", .actualVehicles),
    ("“三公”经费财政拨款支出决算为0.32万元，完成年初预算的64.0%。", .actualTotal),
  ])
  func aRateBelongsToTheExpenseThatItsSentenceNames(text: String, measure: Measure) throws {
    let witness = try #require(witnesses(text).first)
    #expect(witness.actual == measure)
    #expect(witness.rate == 64_000)
    #expect(witness.halfUnit == 50)
    #expect(witness.line == 40)
  }

  @Test func eachSentenceIsAWitness() {
    let found = witnesses("公务接待费支出决算为0.32万元，完成年初预算的64%；公务用车运行维护费支出决算为1.20万元，完成年初预算的48.55%。")
    #expect(found.map(\.actual) == [.actualReception, .actualVehicleOperation])
    #expect(found.map(\.rate) == [64_000, 48_550])
    #expect(found.map(\.halfUnit) == [500, 5])
  }

  @Test(arguments: [
    "公务接待费比上年减少64.0%。", "公务接待费支出决算为0.32万元，占64.0%。", "一般公共预算支出完成年初预算的64.0%。", "公务接待费全年完成情况良好。",
  ])
  func otherRatesAreNoWitnesses(text: String) {
    #expect(witnesses(text).isEmpty)
  }

  @Test func otherPartsAreNotAsked() {
    #expect(witnesses("公务接待费支出决算为0.32万元，完成年初预算的64.0%。", part: .glossary).isEmpty)
  }
}
