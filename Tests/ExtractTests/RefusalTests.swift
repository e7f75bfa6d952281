import Accounts
import Extract
import Testing

@Suite struct RefusalTests {
  @Test(arguments: ["", " \r\n\t\n", "\u{FEFF}\u{3000}\u{A0}\n"])
  func sourcesWithoutTextAreEmpty(text: String) {
    let failure = failure(of: Array(text.utf8))
    #expect(failure?.reason == "empty-file")
    #expect(failure?.stage == .extract)
    #expect(failure?.document == "a.txt")
    #expect(failure?.isTransient == false)
  }

  @Test(arguments: [
    Array("%PDF-1.7 text".utf8), [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00],
    [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A], [0xFF, 0xD8, 0xFF, 0xE0],
  ])
  func otherFormatsAreKnownByTheirFirstBytes(bytes: [UInt8]) {
    #expect(failure(of: bytes)?.reason == "binary-file")
  }

  @Test func theMessageNamesTheFormatAndWhatToDo() {
    #expect(failure(of: Array("%PDF-1.7".utf8))?.message.contains("PDF") == true)
    #expect(failure(of: Array("%PDF-1.7".utf8))?.message.contains("export") == true)
  }

  @Test func nulBytesThatAreNoUTF16AreBinary() {
    #expect(failure(of: Array("abc".utf8) + [0, 0, 1, 0xFE, 0] + Array("def".utf8))?.reason == "binary-file")
  }

  @Test func controlBytesAreBinary() {
    #expect(failure(of: (0..<400).map { UInt8($0 % 2 == 0 ? 1 + $0 % 7 : 0x41) })?.reason == "binary-file")
  }

  @Test func bytesOfNoEncodingAreBinary() {
    #expect(failure(of: [UInt8](repeating: 0xFF, count: 300))?.reason == "binary-file")
  }

  @Test func aSourceOverTheLimitIsTooLarge() {
    let limits = ExtractLimits(maximumBytes: 10)
    #expect(failure(of: Array("12345678901".utf8), limits: limits)?.reason == "too-large")
    #expect(failure(of: Array("1234567890".utf8), limits: limits) == nil)
    #expect(ExtractLimits().maximumBytes == 64 * 1024 * 1024)
  }

  @Test func aPageOfNothingButScriptsHasNoContent() {
    let page = "<html><head><title>t</title></head><body><script>var a = 1;</script><p>&nbsp;</p></body></html>"
    #expect(failure(of: Array(page.utf8))?.reason == "no-content")
  }

  @Test func aPageWithoutTablesIsRead() throws {
    #expect(try extractPage("<p>没有表格</p>").texts == ["没有表格"])
  }
}
