import Accounts
import Testing

@testable import Clean

@Suite struct NumberReaderTests {
  @Test(
    arguments: [
      ("1,027.21", 102_721, 2), ("1027.21", 102_721, 2), ("0", 0, 0), ("0.00", 0, 2), ("7.5", 75, 1),
      ("12.345", 12_345, 3),
      ("1,234,567.89", 123_456_789, 2), ("1,027", 1_027, 0), ("88", 88, 0), ("００８．５０", 850, 2),
      ("１，０２７．２１", 102_721, 2), ("1，027.21", 102_721, 2),
    ] as [(String, Int64, Int)])
  func aNumberIsReadInItsUsualSpellings(text: String, digits: Int64, decimals: Int) {
    let number = NumberReader.read(text)
    #expect(number?.digits == digits)
    #expect(number?.decimals == decimals)
  }

  @Test(arguments: ["1, 027.21", "1,027. 21", " 1,027.21 ", "1 027.21", "1,027.21\u{A0}", "　1,027.21", "1,027 .21"])
  func spacesInsideANumberSayNothing(text: String) {
    #expect(NumberReader.read(text)?.digits == 102_721)
  }

  @Test(arguments: ["1O27.21", "l027.21", "1,027。21", "1.027.21", "I,027.21", "1,027.2l", "|027.21", "1，０27。21"])
  func misreadCharactersAreTakenForWhatTheyLookLike(text: String) {
    let number = NumberReader.read(text)
    #expect(number?.digits == 102_721)
    #expect(number?.decimals == 2)
  }

  @Test(arguments: [
    "١٬٠٢٧٫٢١", "१,०२७.२१", "𝟏,𝟎𝟐𝟕.𝟐𝟏", "一,〇二七.二一", "1,0\u{200B}27.21", "1,027\u{FE0F}.21", "1,02\u{AD}7.21",
  ])
  func digitsOfAnyOneScriptAndUnseenCharactersSayNothingElse(text: String) {
    #expect(NumberReader.read(text) == PrintedNumber(digits: 102_721, decimals: 2, isGrouped: true))
  }

  @Test(arguments: ["9746.𝟙0", "1,0²7.21", "1,027.2\u{337}1", "1,\u{FFFD}27.21", "七七.5二"])
  func mixedScriptsAndAlteredDigitsMakeItNoNumber(text: String) {
    #expect(NumberReader.read(text) == nil)
  }

  @Test(arguments: ["-5.00", "－5.00", "−5.00", "—5.00", "- 5.00"])
  func aDashBeforeDigitsIsASign(text: String) {
    #expect(NumberReader.read(text)?.digits == -500)
  }

  @Test(arguments: ["", " ", "-", "——", "--", "/", "*", ".", ",", "、"])
  func marksOfABlankCellAreNoNumber(text: String) {
    #expect(NumberReader.read(text) == nil)
  }

  @Test(arguments: [
    "10万元", "12.5%", "2024年", "第3", "3行", "1+2", "5元", "a", "合计", "单位不需填列", "(5)", "1-8", "2024-05-01", "约5",
  ])
  func anythingBesideTheDigitsMakesItText(text: String) {
    #expect(NumberReader.read(text) == nil)
  }

  @Test(arguments: ["1,02", "10,27.21", "1,0271", "2024.05.01", "1.2.3", "1,027.", "1,,027"])
  func marksInTheWrongPlaceMakeItNoNumber(text: String) {
    #expect(NumberReader.read(text) == nil)
  }

  @Test(arguments: ["O", "l", "I", "OO", "lO"])
  func lettersAloneAreNoNumber(text: String) {
    #expect(NumberReader.read(text) == nil)
  }

  @Test func onlyCommasMakeANumberGrouped() {
    #expect(NumberReader.read("1,027")?.isGrouped == true)
    #expect(NumberReader.read("1027")?.isGrouped == false)
    #expect(NumberReader.read("1027.21")?.isGrouped == false)
    #expect(NumberReader.read("1027")?.isPlainInteger == true)
  }

  @Test func moreDigitsThanAnAmountCanHaveAreNoNumber() {
    #expect(NumberReader.read("1234567890123456789012345") == nil)
  }

  @Test func reducedTextReadsLikeTheTextItself() {
    #expect(NumberReader.read(NormalText("１，０２７．２１")) == NumberReader.read("1,027.21"))
  }
}
