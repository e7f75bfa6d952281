import CLibXML2

/// A page as libxml2's tree, in which XPaths are evaluated.
final class HTMLPage {
  private let document: htmlDocPtr
  private let context: xmlXPathContextPtr
  /// Larger pages are not parsed into a tree.
  private static let bound = 1 << 26

  /// Parses a page, which is UTF-8, without network; nil where libxml2 cannot, or the page exceeds the bound.
  init?(_ page: [UInt8]) {
    guard page.count <= Self.bound, let size = Int32(exactly: page.count) else { return nil }
    xmlInitParser()
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
      | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_COMPACT.rawValue
    let cleaned = Self.withoutConditionalMarks(page)
    let document = cleaned.withUnsafeBytes { buffer in
      htmlReadMemory(buffer.bindMemory(to: CChar.self).baseAddress, size, nil, "UTF-8", Int32(options))
    }
    guard let document else { return nil }
    guard let context = xmlXPathNewContext(document) else {
      xmlFreeDoc(document)
      return nil
    }
    self.document = document
    self.context = context
  }

  deinit {
    xmlXPathFreeContext(context)
    xmlFreeDoc(document)
  }

  /// The text of the one element that an XPath names; nil where it names none, or several.
  func text(at path: String) -> String? {
    guard let result = xmlXPathEvalExpression(path, context) else { return nil }
    defer { xmlXPathFreeObject(result) }
    guard let nodes = result.pointee.nodesetval, nodes.pointee.nodeNr == 1, let node = nodes.pointee.nodeTab[0],
      let buffer = xmlBufferCreate()
    else { return nil }
    defer { xmlBufferFree(buffer) }
    guard xmlNodeBufGetContent(buffer, node) == 0, let content = xmlBufferContent(buffer) else { return nil }
    return String(cString: content)
  }

  /// `<![if ...]>` and `<![endif]>` are comments to a browser, which older versions of libxml2 read as text.
  private static func withoutConditionalMarks(_ page: [UInt8]) -> [UInt8] {
    var page = page
    let mark = Array("<![".utf8)
    var index = 0
    while index + 3 < page.count {
      guard page[index] == mark[0], page[index + 1] == mark[1], page[index + 2] == mark[2],
        let close = page[index...].prefix(200).firstIndex(of: UInt8(ascii: ">")), page[close - 1] == UInt8(ascii: "]")
      else {
        index += 1
        continue
      }
      for position in index...close { page[position] = 0x20 }
      index = close
    }
    return page
  }
}
