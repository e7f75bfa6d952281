import Synthesis
import Testing

@Suite struct SynthesisPlanTests {
  private func documents(_ plan: SynthesisPlan) -> [SynthesizedDocument] {
    (0..<plan.documents).map { plan.document(at: $0) }
  }

  @Test func documentsAreNamedByNumberAndLayout() {
    let plan = SynthesisPlan(documents: 9, seed: 1, damage: .none)
    #expect(documents(plan).prefix(2).map(\.fileName) == ["000001-tabs.txt", "000002-spaces.txt"])
    #expect(plan.document(at: 5).fileName == "000006-html-semantic.html")
    #expect(plan.document(at: 1_234_567).name.hasPrefix("1234568-"))
  }

  @Test func aDocumentDoesNotDependOnTheOnesBefore() {
    let plan = SynthesisPlan(documents: 9, seed: 3, damage: .random)
    let all = documents(plan)
    for index in [8, 4, 6] {
      #expect(plan.document(at: index).bytes == all[index].bytes)
      #expect(plan.document(at: index).cells == all[index].cells)
    }
  }

  @Test func withoutDamageNothingIsDamaged() {
    for document in documents(SynthesisPlan(documents: 14, seed: 1, damage: .none)) {
      #expect(document.disclosure.damages.isEmpty)
      #expect(document.cells.allSatisfy { $0.damages.isEmpty && !$0.isCodeCut })
    }
  }

  @Test func eachKindMeetsEachLayoutThatCanShowIt() {
    let count = Damage.allCases.count * Layout.allCases.count
    let plan = SynthesisPlan(documents: count, seed: 1, damage: .each)
    var met: Set<[String]> = []
    for index in 0..<count {
      let document = plan.document(at: index)
      met.insert([Damage.allCases[index % Damage.allCases.count].rawValue, document.layout.rawValue])
    }
    let possible = Damage.allCases.flatMap { kind in
      Layout.allCases.filter { kind.isPossible(in: $0) }.map { [kind.rawValue, $0.rawValue] }
    }
    #expect(met == Set(possible))
  }

  @Test func randomDamageIsOneToThreeKindsThatTheLayoutCanShow() {
    for document in documents(SynthesisPlan(documents: 60, seed: 1, damage: .random)) {
      let kinds = Set(document.disclosure.damages.map(\.damage))
      #expect(kinds.count <= 3)
      #expect(kinds.allSatisfy { $0.isPossible(in: document.layout) }, "\(document.name)")
    }
  }

  @Test func givenKindsAndLayoutsAreKept() {
    let plan = SynthesisPlan(
      documents: 6, seed: 1, damage: .kinds([.lostTotal, .cutCodes]), layouts: [.pipes, .officeHTML])
    #expect(documents(plan).map(\.layout) == [.pipes, .officeHTML, .pipes, .officeHTML, .pipes, .officeHTML])
    #expect(Set(documents(plan).flatMap { $0.disclosure.damages.map(\.damage) }) == [.lostTotal, .cutCodes])
  }
}
