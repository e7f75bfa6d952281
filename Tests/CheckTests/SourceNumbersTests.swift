import Testing

@testable import Check

@Suite struct SourceNumbersTests {
  private func numbers(_ text: String) throws -> SourceNumbers {
    SourceNumbers(try #require(SourceText(Array(text.utf8), encoding: "UTF-8")))
  }

  private func place(line: Int, _ columns: ClosedRange<Int>, lineEnd: Int? = nil) throws -> SourcePlace {
    let json = """
      {"line": \(line), "column": \(columns.lowerBound), "line_end": \(lineEnd ?? line), \
      "column_end": \(columns.upperBound)}
      """
    return try #require(SourcePlace(try JSONReader.read(Array(json.utf8))))
  }

  @Test(arguments: [
    ("合计", 0), ("1,027.21", 1), ("１，０２７．２１", 1), ("1, 2", 2), ("3.", 1), ("第5行\r\n第6行", 2), ("12\n34", 2), ("a1b2", 2),
    ("٧٢٫٥", 1),
    ("9746.𝟙50", 1), ("9\u{FFFD}.32", 1), ("\u{FFFD}", 0), ("七,二七五.〇三万元", 1), ("二〇二三年", 0), ("23\u{200B}8.70", 1),
    ("m²", 0),
  ])
  func countsRunsOfDigits(text: String, count: Int) throws {
    #expect(try numbers(text).count == count)
  }

  @Test func aValueHoldsTheTokensThatItPrintsWhereItStands() throws {
    let text = try numbers("支出80.00万元\n另有80.00万元")
    #expect(text.count(in: [("80.00万元", try place(line: 2, 3...9))]) == 1)
    #expect(text.count(in: [("80.00万元", try place(line: 1, 3...9)), ("80.00", try place(line: 2, 3...7))]) == 2)
    #expect(text.count(in: [("81.00万元", try place(line: 2, 3...9))]) == 0)
    #expect(text.count(in: [("80.00万元", try place(line: 2, 8...9))]) == 0)
  }

  @Test func aNumberTornOverTwoLinesIsTwoTokensOfOneValue() throws {
    #expect(try numbers("支出1,02\n7.21万元").count(in: [("1,027.21万元", try place(line: 1, 3...6, lineEnd: 2))]) == 2)
  }

  @Test func piecesOfATornNumberStandOnlyWhereItsValueDoes() throws {
    let text = try numbers("1,02 1,02\n7.21万元 7.21")
    let values = [("1,027.21万元", try place(line: 1, 6...6, lineEnd: 2)), ("5", try place(line: 2, 1...3))]
    #expect(text.count(in: values) == 2)
    #expect(text.count(in: [("27.21万元", try place(line: 1, 6...6, lineEnd: 2))]) == 1)
  }

  @Test func ofManyValuesOnALineTheOneThatCoversATokenIsFound() throws {
    let line = (0..<500).map { _ in "辆1" }.joined()
    let values = try (0..<500).filter { $0 % 5 != 0 }.map { ("1", try place(line: 1, (2 * $0 + 1)...(2 * $0 + 2))) }
    #expect(try numbers(line).count(in: values.shuffled()) == 400)
    #expect(try numbers(line).count(in: values + [("1", try place(line: 1, 1...1_000))]) == 500)
  }
}
