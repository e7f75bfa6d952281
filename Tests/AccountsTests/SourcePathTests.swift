import Testing

@testable import Accounts

@Suite struct SourcePathTests {
  @Test func namesOfTextStayAsTheyAre() {
    for name in ["a.txt", "市/水务局 2024年.html", "50%.txt", "a=b.txt", "x/=y.txt"] {
      #expect(SourcePath.text(Array(name.utf8)) == name)
    }
  }

  @Test(arguments: [
    ([0xCB, 0xD4, 0x2E], "\\xCB\\xD4."), ([0x61, 0x1B, 0x5B], "a\\x1B["), ([0x5C], "\\x5C"),
    ([0xC2, 0x9B], "\\xC2\\x9B"),
    ([0xE2, 0x80, 0xAE, 0x61], "\\xE2\\x80\\xAEa"), ([0xED, 0xA0, 0x80], "\\xED\\xA0\\x80"),
    ([0xE5, 0x86], "\\xE5\\x86"),
  ])
  func whatIsNoTextIsEscapedByteByByte(path: [UInt8], text: String) {
    #expect(SourcePath.text(path) == text)
  }

  @Test func everyNameHasATextOfItsOwnThatLeadsBackToIt() {
    let bytes: [UInt8] = [
      0x00, 0x0A, 0x2F, 0x5C, 0x78, 0x31, 0x41, 0x7F, 0x80, 0x9B, 0xC2, 0xCB, 0xE2, 0xED, 0xF0, 0xFF,
    ]
    var seen: Set<String> = []
    for first in bytes {
      for second in bytes {
        for third in bytes {
          let path = [first, second, third]
          let text = SourcePath.text(path)
          #expect(SourcePath.bytes(text) == path)
          #expect(seen.insert(text).inserted)
          #expect(!text.unicodeScalars.contains { $0.isControl })
        }
      }
    }
  }

  @Test(arguments: ["=cmd|calc.txt", "+1.txt", "-1.txt", "@x.txt", "＝cmd.txt"])
  func noPathStartsAFormula(name: String) {
    #expect(SourcePath.text(Array(name.utf8)) == "./" + name)
  }
}
