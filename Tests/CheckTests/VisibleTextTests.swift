import Testing

@testable import Check

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("12<b>.00</b>", "12 .00 "), ("a<!-- <p>12 -->b", "ab"), ("&#x51B3;&#31639;&lt;&nbsp;", "决算<\u{A0}"),
    ("&amp1&nothing;", "&amp1&nothing;"), ("&#x;甲", "甲"), ("1 < 2", "1 < 2"), ("甲</ td>乙", "甲 td>乙"),
    ("<input type=checkbox checked>甲", "√ 甲"), ("<script>12</script>甲", "  甲"),
  ])
  func tagsAreNothingAndReferencesAreCharacters(markup: String, text: String) {
    #expect(bare(VisibleText.ofMarkup(markup)) == bare(text))
  }

  @Test(arguments: [
    ("**合计**", "合计"), ("指__单位__", "指单位"), ("a\\|b", "a|b"), ("甲 PAGEREF _Toc12 \\h 9", "甲  9"),
    ("PAGE  \\* MERGEFORMAT  9", "PAGE    9"), ("____年", "____年"), ("5*3", "5*3"),
  ])
  func residueOfConvertersIsLeftOut(text: String, rest: String) {
    #expect(bare(VisibleText.withoutResidue(text)) == bare(rest))
  }

  private func bare(_ text: String) -> String { text.filter { $0 != " " } }
}
