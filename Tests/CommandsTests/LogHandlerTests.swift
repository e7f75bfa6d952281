import Foundation
import Testing

@testable import Commands

@Suite struct LogHandlerTests {
  private let values = ["file": "a b.txt", "message": "The file is empty.", "reason": "empty-file"]

  @Test func textNamesTheFileAndTheReason() {
    let line = StandardErrorLogHandler.text(time: "T", level: .error, message: "quarantined", values: values)
    #expect(line == "T error quarantined: a b.txt: The file is empty. reason=empty-file")
  }

  @Test func textStaysOnOneLine() {
    let line = StandardErrorLogHandler.text(time: "T", level: .info, message: "x", values: ["file": "a\nb"])
    #expect(line == "T info x: a b")
  }

  @Test func jsonIsOneObjectOnOneLine() throws {
    let line = StandardErrorLogHandler.json(
      time: "T", level: .error, message: "quarantined", values: ["file": "a\n\"b\""])
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String]
    #expect(object == ["time": "T", "level": "error", "event": "quarantined", "file": "a\n\"b\""])
    #expect(!line.contains("\n"))
  }
}
