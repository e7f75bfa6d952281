import Accounts
import Testing

@testable import Load

@Suite struct CSVWriterTests {
  private func line(_ fields: String...) -> String {
    var csv = CSVWriter()
    for field in fields { csv.field(field) }
    csv.endLine()
    return csv.bytes.text
  }

  @Test func quotesOnlyWhatMustBeQuoted() {
    #expect(line("甲 乙", "a;b", "", "#1", "a\tb") == "甲 乙,a;b,,#1,a\tb\n")
    #expect(line("a,b", "c\nd", "e\rf") == "\"a,b\",\"c\nd\",\"e\rf\"\n")
  }

  @Test func doublesQuotes() {
    #expect(line("say \"x\" and more text") == "\"say \"\"x\"\" and more text\"\n")
  }

  @Test func replacesControlCharactersThatCSVCannotHold() {
    #expect(line("a\u{0}b\u{1F}c") == "a\u{FFFD}b\u{FFFD}c\n")
  }

  @Test func findsSpecialBytesAtEveryOffset() {
    for offset in 0..<40 {
      let text = String(repeating: "款", count: offset / 3) + String(repeating: "x", count: offset % 3) + ",项项项项"
      #expect(line(text) == "\"\(text)\"\n")
    }
  }

  @Test(arguments: 0..<40)
  func copiesPiecesOfEveryLength(length: Int) {
    let text = String("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".prefix(length))
    #expect(line("x", text, "y") == "x,\(text),y\n")
  }

  @Test func anEmptyFieldMeansNotStatedAndZeroIsZero() {
    var csv = CSVWriter()
    csv.field(Amount?.none)
    csv.field(Amount.zero)
    csv.field(Int?.none)
    csv.field(0)
    csv.field(Confidence(thousandths: 50))
    csv.endLine()
    #expect(csv.bytes.text == ",0.00,,0,0.050\n")
  }

  @Test(arguments: [
    0, 4, 5, -4, -5, 999, 1_005, -1_005, 10_272_100_000, Amount.mostReadable.thousandths,
    -Amount.mostReadable.thousandths,
  ])
  func writesAmountsAsTheyDescribeThemselves(thousandths: Int64) {
    let amount = Amount(thousandths: thousandths)
    var csv = CSVWriter()
    csv.field(amount)
    #expect(csv.bytes.text == amount.description)
  }

  @Test func readsBackWhatItWrote() {
    let fields = ["plain", "", "a,b", "\"", "\"\"", "line\nend", "甲\"乙\",", ",", "\r"]
    var csv = CSVWriter()
    csv.field("header")
    csv.endLine()
    for field in fields { csv.field(field) }
    csv.endLine()
    let rows = csv.bytes.withUnsafeBufferPointer { buffer in
      var reader = CSVReader(buffer)
      return [reader.next(), reader.next(startingWith: "plain"), reader.next()]
    }
    #expect(rows == [["header"], fields, nil])
  }
}
