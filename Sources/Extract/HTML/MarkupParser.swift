import CLibXML2

/// libxml2's HTML parser in its SAX interface: no tree, no network, no entities from outside.
final class MarkupParser {
  private var reader: PageReader
  private let context: htmlParserCtxtPtr

  private init(_ context: htmlParserCtxtPtr, reader: PageReader) {
    self.context = context
    self.reader = reader
  }

  /// Has `reader` read `page`, which is valid UTF-8 without NUL.
  ///
  /// - Returns: the reader, and whether the parser reached the end; nil where libxml2 has no memory.
  static func parse(_ page: ByteBuffer, with reader: PageReader) -> (reader: PageReader, isWhole: Bool)? {
    xmlInitParser()
    // libxml2 counts in Int32; the limit on the size of sources lies far below.
    guard let size = Int32(exactly: page.count) else { return nil }
    return page.withMemoryRebound(to: CChar.self) { characters -> (reader: PageReader, isWhole: Bool)? in
      guard let context = htmlCreateMemoryParserCtxt(characters.baseAddress, size) else { return nil }
      defer { htmlFreeParserCtxt(context) }
      let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
      htmlCtxtUseOptions(context, Int32(options))
      xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
      let parser = MarkupParser(context, reader: reader)
      // The parser outlives the call below, and libxml2 keeps no reference behind it.
      context.pointee.userData = Unmanaged.passUnretained(parser).toOpaque()
      context.pointee.sax.pointee = handler
      htmlParseDocument(context)
      let isWhole = parser.offset >= page.count
      context.pointee.userData = nil
      parser.reader.finish()
      return (parser.reader, isWhole)
    }
  }

  /// How many bytes of the page have been read.
  private var offset: Int {
    guard let input = context.pointee.input, let current = input.pointee.cur, let base = input.pointee.base else {
      return Int.max
    }
    return Int(input.pointee.consumed) + (current - base)
  }

  /// Everything but elements and text is left out: comments, declarations, errors, entities.
  private static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.startElement = { data, name, attributes in
      guard let data, let name else { return }
      let parser = MarkupParser.of(data)
      parser.reader.start(name, attributes, at: parser.offset)
      parser.stopIfDone()
    }
    handler.endElement = { data, _ in
      guard let data else { return }
      MarkupParser.of(data).reader.end()
    }
    let text: charactersSAXFunc = { data, characters, count in
      guard let data, let characters else { return }
      let parser = MarkupParser.of(data)
      parser.reader.text(ByteBuffer(start: characters, count: Int(count)), endingAt: parser.offset)
      parser.stopIfDone()
    }
    handler.characters = text
    handler.ignorableWhitespace = text
    return handler
  }

  private static func of(_ data: UnsafeMutableRawPointer) -> MarkupParser {
    Unmanaged<MarkupParser>.fromOpaque(data).takeUnretainedValue()
  }

  private func stopIfDone() {
    if reader.isDone { xmlStopParser(context) }
  }
}
