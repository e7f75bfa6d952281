import Synthesis
import Testing

@Suite struct SplitMix64Tests {
  @Test func givesTheNumbersOfTheReferenceImplementation() {
    var random = SplitMix64(seed: 1_234_567)
    #expect(random.next() == 6_457_827_717_110_365_317)
    #expect(random.next() == 3_203_168_211_198_807_973)
    #expect(random.next() == 9_817_491_932_198_370_423)
  }

  @Test(arguments: [Int64(0), 1, 7, 100_003]) func partsAddUpToTheirTotal(total: Int64) {
    var random = SplitMix64(seed: 9)
    for count in 1...9 {
      let parts = random.parts(of: total, count: count)
      #expect(parts.count == count)
      #expect(parts.reduce(0, +) == total)
      #expect(parts.allSatisfy { $0 >= 0 })
    }
  }

  @Test func drawsOverTheWholeRange() {
    var random = SplitMix64(seed: 3)
    let drawn = Set((0..<200).map { _ in random.index(in: 0...9) })
    #expect(drawn == Set(0...9))
  }
}
