import Load
import Synthesis
import Testing

@testable import Check

@Suite struct DigestCheckTests {
  private static let document: [UInt8] = {
    let rows = (0..<200).map { "    {\"source_line\": \($0), \"figures\": [\"\($0 * 37).10\", \"1,027.21\"]}" }
    return ContentDigest.closed(Array("{\n  \"rows\": [\n\(rows.joined(separator: ",\n"))\n  ]\n}\n".utf8))
  }()

  private func failures(_ bytes: [UInt8]) -> Int {
    var journal = Journal(limit: 1)
    guard let node = try? JSONReader.read(bytes) else { return 1 }
    DigestCheck.check(bytes, names: node.lastScalar, "run.json", "", &journal)
    return journal.report.failureCount
  }

  @Test func aDocumentAsWrittenHasItsDigest() {
    #expect(failures(Self.document) == 0)
  }

  @Test func everyEditOfOneDigitIsNoticed() {
    var random = SplitMix64(seed: 15)
    let digits = Self.document.indices.filter { (0x30...0x39).contains(Self.document[$0]) }
    for _ in 0..<1_000 {
      var bytes = Self.document
      let place = digits[Int(random.next() % UInt64(digits.count))]
      let other = 0x30 + (bytes[place] - 0x30 + 1 + UInt8(random.next() % 9)) % 10
      switch random.next() % 3 {
      case 0: bytes.insert(0x30, at: place + 1)
      case 1: bytes.remove(at: place)
      default: bytes[place] = other
      }
      #expect(failures(bytes) > 0, "byte \(place)")
    }
  }
}
