import Accounts
import Classification
import Synthesis
import Testing

@Suite struct IdentifiabilityTests {
  private func cells(
    seed: UInt64, _ kinds: [Damage], _ layout: Layout = .tabs, documents: Int = 1
  ) -> [CellTruth] {
    let plan = SynthesisPlan(documents: documents, seed: seed, damage: .kinds(kinds), layouts: [layout])
    return (0..<documents).flatMap { plan.document(at: $0).cells }
  }

  /// The share of the figures touched by a kind that are identifiable, in hundredths.
  private func share(_ kind: Damage, _ layout: Layout = .tabs) -> Int {
    let touched = cells(seed: 1, [kind], layout, documents: 15).filter { $0.damages.contains(kind) }
    return touched.isEmpty ? 0 : touched.filter(\.isIdentifiable).count * 100 / touched.count
  }

  @Test(arguments: [Layout.tabs, .pipes, .semanticHTML, .officeHTML])
  func figuresInTheirOwnCellsAreIdentifiable(layout: Layout) {
    #expect(cells(seed: 1, [], layout, documents: 4).filter { !$0.isIdentifiable }.isEmpty)
  }

  @Test(arguments: [
    Damage.cutNames, .fullWidth, .misreadLetters, .spacedNumbers, .splitRow, .repeatedHeader, .splitTable,
    .strayNumbers,
    .mojibake, .traditional, .leftMarkup, .tornWords, .lostHeader, .brokenFigures,
  ])
  func damageThatLeavesFiguresInTheirCellsTakesNothing(damage: Damage) {
    #expect(cells(seed: 1, [damage], documents: 4).filter { !$0.isIdentifiable }.isEmpty)
  }

  @Test func aLostTotalIsTheSumOfItsRowsButWhereTheyAreRounded() {
    #expect(share(.lostTotal) >= 90)
    #expect(share(.destroyedTotal) >= 90)
  }

  @Test func aLostColumnIsMostlyGivenBackByTheOthers() {
    #expect((50...99).contains(share(.lostColumn)))
    #expect(share(.lostColumn, .spaces) < 50)
  }

  @Test func aLostColumnThatMayBeAnotherIsOpen() {
    // Where only projects are paid for, the form loses the column of projects as it would lose an empty one.
    var style = Style.plain
    style.blank = .empty
    var open = 0
    for seed in UInt64(1)...60 {
      let whole = SyntheticDisclosure(seed: seed, style: style)
      let broken = whole.damaged(by: [.lostColumn], seed: seed)
      guard broken.damages.contains(where: { $0.form == .gk07 && $0.detail == "column project lost" }) else { continue }
      let document = SynthesizedDocument(number: 1, disclosure: broken, layout: .tabs, encoding: .utf8)
      open += document.cells.filter { $0.key.form == .gk07 && $0.key.measure == .project && !$0.isIdentifiable }.count
    }
    #expect(open > 0)
  }

  @Test func aTableColumnByColumnOnOneLineSaysNothing() {
    #expect(share(.flatColumns) == 0)
  }

  @Test func aRowOfOneFigureAndItsTotalIsOpenWhereNothingElseSaysItsColumn() {
    let cells = cells(seed: 1, [], .spaces, documents: 12)
    #expect(cells.contains { !$0.isIdentifiable })
    #expect(cells.filter(\.isIdentifiable).count > cells.count * 95 / 100)
  }

  @Test func aWrongDigitIsIdentifiableWhereOneChangeAloneRepairsAll() {
    let touched = cells(seed: 1, [.wrongDigit], documents: 40).filter {
      $0.damages.contains(.wrongDigit) && !$0.isCodeCut
    }
    #expect(touched.contains { $0.isIdentifiable })
    #expect(touched.contains { !$0.isIdentifiable })
  }

  @Test func mostCutCodesAreToldByPrefixNameAndOrder() {
    let cut = cells(seed: 1, [.cutCodes], documents: 12).filter(\.isCodeCut)
    let told = cut.filter(\.isIdentifiable).count
    #expect(told > cut.count * 80 / 100)
    #expect(
      cells(seed: 1, [.cutCodes, .cutNames, .mojibake], documents: 12).contains { $0.isCodeCut && !$0.isIdentifiable })
  }

  @Test func everyTouchedCellNamesItsDamage() {
    for damage in [Damage.lostTotal, .shiftedCells, .cutLineNumbers, .stackedTotal, .misprint] {
      #expect(cells(seed: 1, [damage], documents: 5).contains { $0.damages == [damage] }, "\(damage)")
    }
  }
}
