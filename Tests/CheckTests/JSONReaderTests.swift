import Testing

@testable import Check

@Suite struct JSONReaderTests {
  private func read(_ text: String, unread: Set<String> = []) throws -> JSONNode {
    try JSONReader.read(Array(text.utf8), unread: unread)
  }

  @Test func keepsNumbersAsTheyArePrinted() throws {
    #expect(try read("{\"a\": 8777300.00}")["a"].scalar == "8777300.00")
    #expect(try read("[-0.5e+3]").elements.first?.scalar == "-0.5e+3")
  }

  @Test func readsEscapesAndSurrogates() throws {
    #expect(try read(#""\"\\\n\u4e2d\ud83d\ude00""#).scalar == "\"\\\n中😀")
  }

  @Test(arguments: [
    "{", "[1,]", "{\"a\" 1}", "01", "\"\u{1}\"", "tru", "1 2", "{\"a\":1,\"a\":2}", "\"\\ud83d\"", "",
  ])
  func refusesWhatIsNoGrammar(text: String) {
    #expect(throws: JSONReader.Problem.self) { try read(text) }
  }

  @Test func leavesOutMembersThatAreNotAskedFor() throws {
    let text = "{\"a\": [1, {\"b\": 2}], \"c\": 3}"
    guard case .unread(let range) = try read(text, unread: ["a"])["a"] else {
      Issue.record("the member was read")
      return
    }
    #expect(String(decoding: Array(text.utf8)[range], as: UTF8.self) == "[1, {\"b\": 2}]")
    #expect(throws: JSONReader.Problem.self) { try read("{\"a\": [1}", unread: ["a"]) }
  }

  @Test func refusesWhatIsNestedTooDeep() {
    #expect(throws: JSONReader.Problem.self) { try read(String(repeating: "[", count: 100_000)) }
  }
}
