import Testing

@testable import Check

@Suite struct PatternMatcherTests {
  @Test(arguments: [
    ("[0-9]{6}", "420103", true), ("[0-9]{6}", "42010", false), ("[0-9]{6}", "4201033", false),
    ("[0-9a-f]{4}(-[1-9][0-9]*)?", "00af", true), ("[0-9a-f]{4}(-[1-9][0-9]*)?", "00af-12", true),
    ("[0-9a-f]{4}(-[1-9][0-9]*)?", "00af-02", false), ("[0-9a-f]{4}(-[1-9][0-9]*)?", "00ag", false),
  ])
  func matchesWholeTexts(pattern: String, text: String, expected: Bool) throws {
    #expect(try #require(PatternMatcher(pattern)).matches(text) == expected)
  }

  @Test(arguments: ["a|b", "a+", ".*", "(a", "[a", "a)"])
  func refusesPatternsThatItDoesNotKnow(pattern: String) {
    #expect(PatternMatcher(pattern) == nil)
  }
}
