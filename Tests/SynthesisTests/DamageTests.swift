import Accounts
import Synthesis
import Testing

@Suite struct DamageTests {
  /// Damage of pages shows only in pages, and that of text outside the forms.
  private static let outsideForms: Set<Damage> = [
    .brokenFigures, .officeResidue, .spamLinks, .wrongCharset, .missingEndTags,
  ]

  @Test(arguments: Damage.allCases.filter { !outsideForms.contains($0) })
  func everyDamageOfFormsIsRecordedAndChangesThem(damage: Damage) {
    for seed in UInt64(1)...10 {
      let whole = SyntheticDisclosure(seed: seed, style: .numbered)
      let broken = whole.damaged(by: [damage], seed: seed)
      #expect(!broken.damages.isEmpty, "seed \(seed)")
      for record in broken.damages {
        #expect(record.damage == damage)
        let before = whole.tables.first { $0.form == record.form }
        let after = broken.tables.first { $0.form == record.form }
        #expect(before != after, "seed \(seed): \(record.detail)")
      }
    }
  }

  @Test(arguments: outsideForms.sorted { $0.rawValue < $1.rawValue })
  func everyOtherDamageIsRecordedAndChangesThePage(damage: Damage) {
    for seed in UInt64(1)...10 {
      let whole = SyntheticDisclosure(seed: seed)
      let broken = whole.damaged(by: [damage], seed: seed)
      #expect(broken.damages.map(\.damage) == [damage], "seed \(seed)")
      #expect(broken.tables == whole.tables)
      #expect(Renderer.render(broken, as: .semanticHTML) != Renderer.render(whole, as: .semanticHTML), "seed \(seed)")
    }
  }

  @Test func damageKeepsTheTruth() {
    let whole = SyntheticDisclosure(seed: 11)
    let broken = whole.damaged(by: Damage.allCases.filter { $0 != .misprint }, seed: 1)
    #expect(broken.truth == whole.truth)
    #expect(broken.blocks != whole.blocks)
  }

  @Test func sameSeedDamagesAlike() {
    let whole = SyntheticDisclosure(seed: 12)
    let first = whole.damaged(by: Damage.allCases, seed: 7)
    #expect(first.blocks == whole.damaged(by: Damage.allCases, seed: 7).blocks)
    #expect(first.blocks != whole.damaged(by: Damage.allCases, seed: 8).blocks)
  }

  @Test func cutCodesKeepTheirFirstDigits() throws {
    let whole = SyntheticDisclosure(seed: 13, style: .numbered)
    let broken = whole.damaged(by: [.cutCodes], seed: 2)
    let record = try #require(broken.damages.first)
    let before = try #require(whole.tables.first { $0.form == record.form }).rows.flatMap(\.cells)
    let after = try #require(broken.tables.first { $0.form == record.form }).rows.flatMap(\.cells)
    let pairs = zip(before, after).filter { $0.0.role == .code }
    #expect(pairs.allSatisfy { $0.0.text.hasPrefix($0.1.text) })
    #expect(pairs.contains { $0.0.text != $0.1.text })
  }

  @Test func aLostColumnLeavesNoFigureOfIt() throws {
    let broken = SyntheticDisclosure(seed: 14, style: .numbered).damaged(by: [.lostColumn], seed: 3)
    let record = try #require(broken.damages.first)
    let form = try #require(broken.tables.first { $0.form == record.form })
    let measure = try #require(Measure.allCases.first { record.detail == "column \($0.rawValue) lost" })
    #expect(form.rows.flatMap(\.cells).filter { $0.key?.measure == measure }.allSatisfy { $0.text.isEmpty })
  }

  @Test func aSplitRowKeepsAllCharactersOfItsName() throws {
    let whole = SyntheticDisclosure(seed: 15, style: .numbered)
    let broken = whole.damaged(by: [.splitRow], seed: 4)
    let record = try #require(broken.damages.first)
    let rows = try #require(broken.tables.first { $0.form == record.form }).rows
    let pageNumber = try #require(rows.firstIndex { $0.kind == .furniture })
    let head = rows[pageNumber - 1].cells.map(\.text)
    let tail = rows[pageNumber + 1].cells.map(\.text)
    let column = try #require(tail.firstIndex { !$0.isEmpty })
    let names = whole.tables.flatMap(\.rows).flatMap(\.cells).map(\.text)
    #expect(names.contains(head[column] + tail[column]))
  }
}
