import Accounts
import Classification
import Foundation
import Testing

@testable import Load

@Suite struct JSONWriterTests {
  @Test func escapesWhatJSONDoesNotAllowInText() throws {
    let text = "a\"b\\c\n\r\t\u{0}\u{1F}/甲\u{FFFD}\u{2028}"
    var json = JSONWriter()
    json.object(inline: true) { $0.member("key", text) }
    #expect(json.bytes.text == "{\"key\": \"a\\\"b\\\\c\\n\\r\\t\\u0000\\u001f/甲\u{FFFD}\u{2028}\"}")
    let parsed = try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: String]
    #expect(parsed == ["key": text])
  }

  @Test func escapesBytesAtEveryOffset() throws {
    for offset in 0..<20 {
      let text = String(repeating: "x", count: offset) + "\\" + String(repeating: "款", count: 5) + "\""
      var json = JSONWriter()
      json.object(inline: true) { $0.member("key", text) }
      let parsed = try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: String]
      #expect(parsed == ["key": text])
    }
  }

  @Test func writesAKeyAsItDescribesItself() {
    let key = CellKey(.gk01, .revenue, "other", .amount)
    var json = JSONWriter()
    json.object(inline: true) { $0.member("key", key) }
    #expect(json.bytes.text == "{\"key\": \"\(key)\"}")
  }

  @Test func indentsContainersByTwoSpacesAndKeepsInlineOnesOnTheirLine() {
    var json = JSONWriter()
    json.object { json in
      json.member("a", 1)
      json.object("b", inline: true) { json in
        json.member("c", true)
        json.array("d", of: ["x", "y"])
      }
      json.array("e") { json in
        json.object { $0.member("f", Int?.none) }
      }
      json.array("g") { _ in }
    }
    json.endLine()
    #expect(
      json.bytes.text == """
        {
          "a": 1,
          "b": {"c": true, "d": ["x", "y"]},
          "e": [
            {
              "f": null
            }
          ],
          "g": []
        }

        """)
  }
}
