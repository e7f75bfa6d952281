import Accounts
import Testing

@Suite struct NumeralsTests {
  @Test(arguments: [
    "٧٢٧٥٫٠٣", "७२७५.०३", "๗๒๗๕.๐๓", "𝟕𝟐𝟕𝟓.𝟎𝟑", "𝟩𝟤𝟩𝟧.𝟢𝟥", "七二七五.〇三", "七二七五．零三",
  ])
  func digitsOfOneScriptAreRead(text: String) {
    #expect(Numerals.rewritten(text) == "7275.03")
  }

  @Test(arguments: [("支出七,二七五.〇三万元。", "支出7,275.03万元。"), ("合计 ٨٠٫٥٠ 元", "合计 80.50 元")])
  func numbersAreFoundAmongWords(text: String, rewritten: String) {
    #expect(Numerals.rewritten(text) == rewritten)
  }

  @Test(arguments: [
    ("9746.𝟙50", "9746.\u{FFFD}50"), ("٧२", "\u{FFFD}\u{FFFD}"), ("12³.50", "12\u{FFFD}.50"),
    ("23\u{337}8.70", "23\u{FFFD}8.70"), ("\u{202E}05.832", "\u{FFFD}05.832"),
  ])
  func numbersOfTwoScriptsAndAlteredDigitsCannotBeRead(text: String, rewritten: String) {
    #expect(Numerals.rewritten(text) == rewritten)
  }

  @Test(arguments: [
    "二〇二三年", "一、一般公共服务支出", "二十一.其他", "一.一般公共", "一．二三产业", "第三.一二条", "m²", "①基本支出12.00", "1,027.21", "１２．５０", "2024年¹",
  ])
  func wordsAndWhatIsPlainStayAsTheyAre(text: String) {
    #expect(Numerals.rewritten(text) == text)
  }

  @Test(arguments: ["", "٧२ 七.〇三 9746.𝟙50 \u{202E}1 2³", "甲\u{337}乙"])
  func noCharacterIsAddedOrLost(text: String) {
    #expect(Numerals.rewritten(Array(text.unicodeScalars)).count == text.unicodeScalars.count)
  }
}
