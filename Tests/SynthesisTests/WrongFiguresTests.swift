import Accounts
import Synthesis
import Testing

@Suite struct WrongFiguresTests {
  private static let seeds = UInt64(1)...60

  /// The texts of the cells that differ, before and after.
  private func changes(by damage: Damage, seed: UInt64) -> [(before: String, after: String)] {
    let whole = SyntheticDisclosure(seed: seed)
    let broken = whole.damaged(by: [damage], seed: seed)
    let cells = zip(whole.tables.flatMap(\.rows).flatMap(\.cells), broken.tables.flatMap(\.rows).flatMap(\.cells))
    return cells.filter { $0.0.text != $0.1.text }.map { ($0.0.text, $0.1.text) }
  }

  private func digits(_ text: String) -> [Character] { text.filter(\.isNumber) }

  @Test func aWrongDigitIsOneDigitOfOneFigure() throws {
    for seed in Self.seeds {
      let changes = changes(by: .wrongDigit, seed: seed)
      #expect(changes.count == 1, "seed \(seed)")
      let change = try #require(changes.first)
      #expect(change.before.count == change.after.count)
      #expect(zip(change.before, change.after).filter { $0 != $1 }.count == 1, "\(change)")
    }
  }

  @Test func noSingleDigitTurnsAMisprintBack() throws {
    for seed in Self.seeds {
      let changes = changes(by: .misprint, seed: seed)
      #expect(changes.count == 1, "seed \(seed)")
      let change = try #require(changes.first)
      let (old, new) = (digits(change.before), digits(change.after))
      #expect(old.count != new.count || zip(old, new).filter { $0 != $1 }.count > 1, "\(change)")
    }
  }

  @Test func aMisprintIsTheTruthAsPrinted() throws {
    for seed in Self.seeds {
      let whole = SyntheticDisclosure(seed: seed)
      let broken = whole.damaged(by: [.misprint], seed: seed)
      let changed = zip(whole.truth, broken.truth).filter { $0.0 != $0.1 }
      #expect(changed.count == 1, "seed \(seed)")
      let row = try #require(changed.first?.1)
      let cell = try #require(broken.tables.flatMap(\.rows).flatMap(\.cells).first { $0.key == row.key })
      let printed = try #require(Int64(String(digits(cell.text))))
      // A form may print another unit than the others.
      let isPrinted = MoneyUnit.allCases.contains { row.amount.thousandths == printed * $0.yuan * 10 }
      #expect(isPrinted, "seed \(seed): \(cell.text)")
    }
  }

  @Test func aMisprintThatIsLostAgainIsNotTheTruth() {
    var undone = 0
    for seed in UInt64(1)...150 {
      let whole = SyntheticDisclosure(seed: seed)
      let broken = whole.damaged(by: [.misprint, .lostTotal], seed: seed)
      let changed = zip(whole.truth, broken.truth).filter { $0.0 != $0.1 }.map(\.1)
      let cells = broken.tables.flatMap(\.rows).flatMap(\.cells)
      for row in changed {
        #expect(cells.contains { $0.key == row.key && !$0.text.isEmpty }, "seed \(seed): \(row.key)")
      }
      if changed.isEmpty { undone += 1 }
    }
    #expect(undone > 0)
  }
}
