import Testing

@testable import Clean

@Suite struct WordsTests {
  private let words: Words = ["说明", "情况说明", "附件1"]

  @Test func aTextBeginsWithAWordOrNot() {
    #expect(words.begin("附件1清单"))
    #expect(!words.begin("附件2清单"))
    #expect(!words.begin("附"))
  }

  @Test func aTextEndsWithAWordOrNot() {
    #expect(words.end("收入情况说明"))
    #expect(!words.end("收入证明"))
    #expect(!words.end("明"))
  }

  @Test func aWordStandsAnywhere() {
    #expect(words.stand(in: "见说明书"))
    #expect(words.stand(in: "见附件1"))
    #expect(!words.stand(in: "说清附件"))
  }

  @Test func onlyAWholeWordIsHeld() {
    #expect(words.hold("说明"))
    #expect(!words.hold("说明书"))
  }

  @Test func wordsAreCountedOnceEach() {
    #expect(words.count(in: "情况说明，说明，附件1") == 3)
    #expect(words.count(in: "") == 0)
  }
}
