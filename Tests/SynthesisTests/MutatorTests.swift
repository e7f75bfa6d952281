import Synthesis
import Testing

@Suite struct MutatorTests {
  private let export = Array("表\n201\t12.00\t3.00\n202\t45.67\t-\n".utf8)

  private func mutated(_ kind: Mutation, seed: UInt64, donor: String = "别的\n9\t9\n") -> [UInt8] {
    var mutator = Mutator(seed: seed)
    return mutator.mutate(export, donor: { Array(donor.utf8) }, changes: 1, kinds: [kind])
  }

  @Test(arguments: Mutation.allCases)
  func everyKindChangesAnExport(kind: Mutation) {
    #expect((1...40).contains { mutated(kind, seed: $0) != export })
  }

  @Test(arguments: Mutation.allCases)
  func theSameSeedMakesTheSameChange(kind: Mutation) {
    for seed in UInt64(1)...20 { #expect(mutated(kind, seed: seed) == mutated(kind, seed: seed)) }
  }

  @Test(arguments: Mutation.allCases)
  func anEmptyExportIsNoTrap(kind: Mutation) {
    var mutator = Mutator(seed: 1)
    _ = mutator.mutate([], donor: { [] }, changes: 50, kinds: [kind])
    #expect(mutator.mutate([], donor: { [] }, changes: 0) == [])
  }

  @Test func anotherExportFollowsFromSomeRowOn() {
    #expect((1...40).contains { String(decoding: mutated(.splice, seed: $0), as: UTF8.self).hasSuffix("9\t9\n") })
  }

  @Test func onlyTheFileOfADocumentIsMutated() {
    let plain = SynthesisPlan(documents: 1, seed: 5, damage: .none, layouts: [.tabs])
    var changed = plain
    changed.mutations = 3
    let (before, after) = (plain.document(at: 0), changed.document(at: 0))
    #expect(before.cells == after.cells)
    #expect(before.bytes != after.bytes)
    #expect(after.bytes == changed.document(at: 0).bytes)
  }
}
