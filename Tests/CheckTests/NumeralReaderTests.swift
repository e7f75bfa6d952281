import Testing

@testable import Check

@Suite struct NumeralReaderTests {
  @Test(
    arguments: [
      ("1,027.21", 102_721, 2), ("１，０２７．２１", 102_721, 2), ("1, 027.21", 102_721, 2), ("1027。21", 102_721, 2),
      ("-5.00", -500, 2), ("0", 0, 0), ("12", 12, 0), ("1,234", 1_234, 0),
    ] as [(String, Int64, Int)])
  func readsWhatFormsPrint(text: String, digits: Int64, decimals: Int) throws {
    let numeral = try #require(NumeralReader(text))
    #expect(numeral.digits == digits)
    #expect(numeral.decimals == decimals)
    #expect(!numeral.isMisread)
  }

  @Test(arguments: ["١٬٠٢٧٫٢١", "𝟏,𝟎𝟐𝟕.𝟐𝟏", "一,〇二七.二一", "1,0\u{200B}27.21", "1,027\u{FE0F}.21"])
  func readsDigitsOfAnyOneScript(text: String) throws {
    let numeral = try #require(NumeralReader(text))
    #expect(numeral.digits == 102_721)
    #expect(!numeral.isMisread)
  }

  @Test(arguments: ["9746.𝟙0", "1,0²7.21", "1,\u{FFFD}27.21", "一二", "一.二"])
  func refusesMixedScriptsAndWords(text: String) {
    #expect(NumeralReader(text) == nil)
  }

  @Test(arguments: [("2O.84", 2_084), ("l8.68", 1_868), ("1.027.21", 102_721)] as [(String, Int64)])
  func readsLettersForDigitsAndSaysSo(text: String, digits: Int64) throws {
    let numeral = try #require(NumeralReader(text))
    #expect(numeral.digits == digits)
    #expect(numeral.isMisread)
  }

  @Test(arguments: ["", "-", "——", "1,02", "12,34.5", "1234,567", "5万元", ".5", "5."])
  func refusesWhatIsNoNumber(text: String) {
    #expect(NumeralReader(text) == nil)
  }

  @Test func scalesToTheUnit() throws {
    let numeral = try #require(NumeralReader("877.73"))
    #expect(numeral.thousandths(unit: 10_000) == 8_777_300_000)
    #expect(numeral.halfUnit(unit: 10_000) == 50_000)
  }
}
