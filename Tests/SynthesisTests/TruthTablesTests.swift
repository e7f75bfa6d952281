import Synthesis
import Testing

@Suite struct TruthTablesTests {
  private func fields(_ line: some StringProtocol) -> Int {
    var (count, isQuoted) = (1, false)
    for character in line {
      if character == "\"" { isQuoted.toggle() }
      if character == ",", !isQuoted { count += 1 }
    }
    return count
  }

  @Test func rowsHaveTheFieldsOfTheirHeaders() {
    for index in 0..<12 {
      let document = SynthesisPlan(documents: 12, seed: 1, damage: .random).document(at: index)
      let tables = [
        (TruthTables.documentsHeader, TruthTables.documentsRow(document)),
        (TruthTables.amountsHeader, TruthTables.amountsRows(document)),
        (TruthTables.damagesHeader, TruthTables.damagesRows(document)),
      ]
      for (header, rows) in tables {
        for row in rows.split(separator: "\n") { #expect(fields(row) == fields(header.dropLast()), "\(row)") }
      }
    }
  }

  @Test func everyFigureOfTheTruthIsOneRow() {
    let document = SynthesisPlan(documents: 1, seed: 5, damage: .none).document(at: 0)
    let rows = TruthTables.amountsRows(document).split(separator: "\n")
    #expect(rows.count == document.disclosure.truth.count)
    #expect(rows.allSatisfy { $0.hasPrefix("000001-tabs,gk") })
  }

  @Test func damageOfACellStandsInItsRow() {
    let plan = SynthesisPlan(documents: 1, seed: 7, damage: .kinds([.lostTotal, .cutNames]), layouts: [.tabs])
    let rows = TruthTables.amountsRows(plan.document(at: 0)).split(separator: "\n")
    #expect(rows.contains { $0.contains(",total,") && $0.contains(",lost-total,") })
    #expect(rows.contains { $0.contains(",cut-names,") })
    #expect(rows.contains { $0.hasSuffix(",,true,false") })
  }
}
