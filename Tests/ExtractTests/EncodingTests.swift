import Accounts
import Extract
import Testing

@Suite struct EncodingTests {
  private let text = "收入支出决算总表\n一、一般公共预算财政拨款收入\t1\t3,924.94\n二、政府性基金\t2\t0.00\n"

  @Test(arguments: [
    ("UTF-8", "UTF-8"), ("UTF-16LE", "UTF-16LE"), ("UTF-16BE", "UTF-16BE"), ("GB18030", "GB18030"),
    ("GBK", "GB18030"), ("GB2312", "GB18030"),
  ])
  func theEncodingIsFoundWithoutAMark(name: String, expected: String) throws {
    let document = try Extractor.extract(encoded(text, as: name), path: "a.txt")
    #expect(document.source.encoding == expected)
    #expect(document.texts == (try extract(text)).texts)
    #expect(document.findings.isEmpty)
  }

  @Test(
    arguments: [
      ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
    ] as [([UInt8], String)])
  func aByteOrderMarkDecidesAndIsNoText(mark: [UInt8], name: String) throws {
    let document = try Extractor.extract(mark + encoded(text, as: name), path: "a.txt")
    #expect(document.source.encoding == name)
    #expect(document.lines.first?.text == "收入支出决算总表")
    #expect(document.lines.first?.cells.first?.span.column == 1)
  }

  @Test func utf16WithoutASCIIIsFound() throws {
    let document = try Extractor.extract(encoded("决算公开，部门预算。收入支出情况说明。", as: "UTF-16LE"), path: "a.txt")
    #expect(document.source.encoding == "UTF-16LE")
    #expect(document.texts == ["决算公开，部门预算。收入支出情况说明。"])
  }

  @Test func charactersBeyondTheBasicPlaneAreDecoded() throws {
    for name in ["UTF-16LE", "GB18030"] {
      let document = try Extractor.extract(encoded("单位\n𠮷\n金额\t12\n", as: name), path: "a.txt")
      #expect(document.texts == ["单位", "𠮷", "金额 12"])
    }
  }

  @Test func englishWithoutChineseIsUTF8() throws {
    #expect(try extract("Bush hid the facts").source.encoding == "UTF-8")
  }

  @Test func aFewBrokenBytesLeaveUTF8AndAreCounted() throws {
    let lines = (1...20).map { "第\($0)行：一般公共服务支出" }.joined(separator: "\n")
    var bytes = Array(lines.utf8)
    bytes[40] = 0xFF
    bytes.append(0xE4)
    let document = try Extractor.extract(bytes, path: "a.txt")
    #expect(document.source.encoding == "UTF-8")
    #expect(document.rules == [.replacedBytes])
    #expect(document.findings.first?.sourceLine == 2)
    #expect(document.lines.count == 20)
    #expect(document.lines[1].text.contains("\u{FFFD}"))
  }

  @Test func aFewBrokenBytesLeaveGB18030AndAreCounted() throws {
    var bytes = try encoded("单位：万元\n一般公共服务支出 877.73\n教育支出 12.00\n", as: "GB18030")
    bytes.append(0xFF)
    let document = try Extractor.extract(bytes, path: "a.txt")
    #expect(document.source.encoding == "GB18030")
    #expect(document.findings.map(\.sourceLine) == [4])
    #expect(document.findings.first?.message.hasPrefix("One sequence of bytes that GB18030 does not allow") == true)
  }

  @Test func oneBrokenByteInAShortUTF8LineIsNotTakenForGB18030() throws {
    #expect(try Extractor.extract(Array("中国".utf8) + [0xFF], path: "a.txt").source.encoding == "UTF-8")
    #expect(try Extractor.extract(Array("中".utf8) + [0xE5], path: "a.txt").source.encoding == "UTF-8")
  }

  @Test func aSingleGBKCharacterIsGB18030() throws {
    let document = try Extractor.extract(encoded("金額", as: "GBK"), path: "a.txt")
    #expect(document.texts == ["金額"])
  }

  @Test func aStrayNulInALongTextIsReplaced() throws {
    let bytes = Array(String(repeating: "一般公共服务支出\n", count: 100).utf8)
    let document = try Extractor.extract(bytes + [0] + bytes, path: "a.txt")
    #expect(document.rules == [.replacedBytes])
    #expect(document.lines.count == 200)
  }

  @Test func theHashIsThatOfTheBytes() throws {
    let source = try extract("abc").source
    #expect(source.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(source.bytes == 3)
    #expect(source.documentID == "ba7816bf8f01cfea")
  }
}

@Suite struct DeclaredCharsetTests {
  private func page(declaring charset: String, _ body: String) -> String {
    "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=\(charset)\"></head><body>\(body)</body></html>"
  }

  @Test func aPageThatDeclaresGB2312AndHoldsGBKLosesNothing() throws {
    let rows = (1...50).map { "<tr><td>金額\($0)</td><td>\($0).00</td></tr>" }.joined()
    let bytes = try encoded(page(declaring: "gb2312", "<table>\(rows)</table><p>完——·</p>"), as: "GBK")
    let document = try Extractor.extract(bytes, path: "a.html")
    #expect(document.lines.count == 51)
    #expect(document.lines.last?.text == "完——·")
    #expect(document.lines[49].grid == ["0:金額50", "1:50.00"])
    #expect(document.findings.isEmpty)
  }

  @Test func aWrongDeclarationIsNotBelievedAndIsFound() throws {
    let document = try extract(page(declaring: "gb2312", "<p>决算</p>"))
    #expect(document.texts == ["决算"])
    #expect(document.rules == [.wrongDeclaredEncoding])
    #expect(document.findings.first?.printed == "gb2312")
    #expect(document.findings.first?.expected == "UTF-8")
    #expect(document.findings.first?.severity == .info)
  }

  @Test func utf8DeclaredOverGB18030IsFound() throws {
    let bytes = try encoded(page(declaring: "utf-8", "<p>部门决算公开</p>"), as: "GB18030")
    let document = try Extractor.extract(bytes, path: "a.html")
    #expect(document.texts == ["部门决算公开"])
    #expect(document.rules == [.wrongDeclaredEncoding])
  }

  @Test func theCharsetOfAScriptIsNoDeclaration() throws {
    let document = try extract("<html><head><script charset=gb2312 src=a.js></script></head><body>决算</body></html>")
    #expect(document.findings.isEmpty)
  }

  @Test func aPageInUTF16IsRead() throws {
    let bytes = try encoded(page(declaring: "unicode", "<p>部门决算</p>"), as: "UTF-16LE")
    let document = try Extractor.extract([0xFF, 0xFE] + bytes, path: "a.htm")
    #expect(document.texts == ["部门决算"])
    #expect(document.source.encoding == "UTF-16LE")
    #expect(document.findings.isEmpty)
  }
}
