import Accounts
import Testing

@Suite struct ControlCharactersTests {
  @Test func controlsAreShownAsTheirBytes() {
    #expect(
      "a\u{1B}[31mb\u{9B}c\u{7F}\u{202E}d\r".escapingControls() == "a\\x1B[31mb\\xC2\\x9Bc\\x7F\\xE2\\x80\\xAEd\\x0D")
    #expect("水\tb\n".escapingControls(keeping: ["\t", "\n"]) == "水\tb\n")
  }

  @Test func controlsWithinJSONAreEscapesOfJSON() {
    #expect("{\n\"a\": \"\u{9B}\u{202E}水\"}".escapingControlsInJSON == "{\n\"a\": \"\\u009b\\u202e水\"}")
  }
}
