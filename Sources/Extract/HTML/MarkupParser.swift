import CLibXML2

/// libxml2's HTML parser in its SAX interface: no tree, no network, no entities from outside.
struct MarkupParser {
  private var reader: PageReader
  private let context: htmlParserCtxtPtr

  /// Has `reader` read `page`, which is valid UTF-8 without NUL.
  ///
  /// - Returns: the reader, and whether the parser reached the end; nil where libxml2 has no memory.
  static func parse(_ page: ByteBuffer, with reader: PageReader) -> (reader: PageReader, isWhole: Bool)? {
    xmlInitParser()
    // libxml2 counts in Int32; the greatest limit on the size of sources lies below.
    guard let size = Int32(exactly: page.count) else { return nil }
    let context = page.withMemoryRebound(to: CChar.self) { htmlCreateMemoryParserCtxt($0.baseAddress, size) }
    guard let context else { return nil }
    defer { htmlFreeParserCtxt(context) }
    let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    htmlCtxtUseOptions(context, Int32(options))
    xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
    context.pointee.sax.pointee = handler
    var parser = MarkupParser(reader: reader, context: context)
    // The callbacks get a pointer to the parser itself: an object would be retained and released for every tag.
    withUnsafeMutablePointer(to: &parser) { parser in
      context.pointee.userData = UnsafeMutableRawPointer(parser)
      htmlParseDocument(context)
      context.pointee.userData = nil
    }
    let isWhole = parser.offset >= page.count
    parser.reader.finish()
    return (parser.reader, isWhole)
  }

  /// How many bytes of the page have been read.
  private var offset: Int {
    guard let input = context.pointee.input, let current = input.pointee.cur, let base = input.pointee.base else {
      return Int.max
    }
    return Int(input.pointee.consumed) + (current - base)
  }

  /// Where a text ends in the page. A long one comes in parts, and libxml2 hands on all but the last before it has
  /// passed their last character.
  private func end(of chunk: ByteBuffer) -> Int {
    guard chunk.count >= Self.leastPart, let current = context.pointee.input?.pointee.cur else { return offset }
    let start = chunk.lastIndex { $0 & 0xC0 != 0x80 } ?? 0
    let isPassed = (start..<chunk.count).contains { chunk[$0] != current[$0 - start] }
    return isPassed ? offset : offset + chunk.count - start
  }

  /// Fewer bytes than libxml2 puts into a part.
  private static let leastPart = 256

  /// Everything but elements and text is left out: comments, declarations, errors, entities.
  private static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.startElement = { data, name, attributes in
      guard let parser = data?.assumingMemoryBound(to: MarkupParser.self), let name else { return }
      parser.pointee.reader.start(name, attributes, at: parser.pointee.offset)
      parser.pointee.stopIfDone()
    }
    handler.endElement = { data, _ in
      data?.assumingMemoryBound(to: MarkupParser.self).pointee.reader.end()
    }
    let text: charactersSAXFunc = { data, characters, count in
      guard let parser = data?.assumingMemoryBound(to: MarkupParser.self), let characters else { return }
      let chunk = ByteBuffer(start: characters, count: Int(count))
      parser.pointee.reader.text(chunk, endingAt: parser.pointee.end(of: chunk))
      parser.pointee.stopIfDone()
    }
    handler.characters = text
    handler.ignorableWhitespace = text
    return handler
  }

  private func stopIfDone() {
    if reader.isDone { xmlStopParser(context) }
  }
}
