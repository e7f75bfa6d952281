import CLibXML2

/// A page as libxml2's tree, in which the paths of elements are followed.
final class HTMLPage {
  private let document: htmlDocPtr
  private var finder: ElementFinder
  /// The element that was read last, which most values share with the one before.
  private var last: (path: String, element: PageElement)?
  /// Larger pages are not parsed into a tree.
  private static let bound = 1 << 26

  /// Parses a page, which is UTF-8, without network; nil where libxml2 cannot, or the page exceeds the bound.
  init?(_ page: [UInt8]) {
    guard page.count <= Self.bound, let document = Self.tree(of: Self.asBrowsersReadIt(page)) else { return nil }
    self.document = document
    finder = ElementFinder(document)
  }

  deinit {
    xmlFreeDoc(document)
  }

  private static func tree(of page: [UInt8]) -> htmlDocPtr? {
    xmlInitParser()
    return page.withUnsafeBytes { buffer in
      let context = htmlCreateMemoryParserCtxt(
        buffer.bindMemory(to: CChar.self).baseAddress, Int32(truncatingIfNeeded: buffer.count))
      guard let context else { return nil }
      defer { htmlFreeParserCtxt(context) }
      let options =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
        | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_COMPACT.rawValue
      htmlCtxtUseOptions(context, Int32(options))
      // Without it a tree ends where more than 256 elements are open.
      context.pointee.options |= Int32(XML_PARSE_HUGE.rawValue)
      xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
      htmlParseDocument(context)
      return context.pointee.myDoc
    }
  }

  /// What the one element prints that an XPath names; nil where it names none, or several.
  func element(at path: String) -> PageElement? {
    if let last, last.path == path { return last.element }
    guard let node = finder.element(at: path) else { return nil }
    let element = PageElement(Self.text(of: node))
    last = (path, element)
    return element
  }

  /// The texts below an element, in order, with a space where a cell or a row starts and where it ends.
  private static func text(of element: xmlNodePtr) -> String {
    var text = ""
    var node = element
    while true {
      if partsCells(node) { text += " " }
      if let child = node.pointee.children, node.pointee.type == XML_ELEMENT_NODE {
        node = child
        continue
      }
      if let content = node.pointee.content, node.pointee.type == XML_TEXT_NODE { text += String(cString: content) }
      while node != element, node.pointee.next == nil, let parent = node.pointee.parent {
        node = parent
        if partsCells(node) { text += " " }
      }
      guard node != element, let next = node.pointee.next else { return text }
      node = next
    }
  }

  private static func partsCells(_ node: xmlNodePtr) -> Bool {
    node.pointee.type == XML_ELEMENT_NODE && ["td", "th", "tr"].contains(String(cString: node.pointee.name))
  }

  /// A page without what browsers pass over and libxml2 does not: `<![if ...]>` and `<![endif]>`, which are comments,
  /// and the ends of `body` and `html`, behind which a page goes on in its body.
  private static func asBrowsersReadIt(_ page: [UInt8]) -> [UInt8] {
    var page = page
    var index = 0
    while let start = page[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = start + 1
      guard let end = passedOver(page[start...]) else { continue }
      for position in start..<end { page[position] = 0x20 }
      index = end
    }
    return page
  }

  /// The end of a mark at the start of a stretch that is passed over; nil for any other.
  private static func passedOver(_ stretch: ArraySlice<UInt8>) -> Int? {
    let start = stretch.startIndex
    guard start + 6 < stretch.endIndex,
      stretch[start + 1] == UInt8(ascii: "!") || stretch[start + 1] == UInt8(ascii: "/"),
      [UInt8(ascii: "["), UInt8(ascii: "b"), UInt8(ascii: "h")].contains(
        stretch[start + 2] == 0x5B ? 0x5B : stretch[start + 2] | 0x20)
    else { return nil }
    let head = String(decoding: stretch.prefix(9), as: UTF8.self).lowercased()
    let isCondition = head.hasPrefix("<![if") || head.hasPrefix("<![endif")
    let isEnd = ["</body", "</html"].contains { name in
      head.hasPrefix(name) && !(head.dropFirst(name.count).first.map { $0.isLetter || $0.isNumber } ?? false)
    }
    guard isCondition || isEnd, let close = stretch.prefix(200).firstIndex(of: UInt8(ascii: ">")) else { return nil }
    return isEnd || stretch[close - 1] == UInt8(ascii: "]") ? close + 1 : nil
  }
}

/// What an element of a page prints.
struct PageElement {
  let text: String
  /// Its stretches, with and without what converters leave in a text.
  let stretches: [Stretches]

  init(_ text: String) {
    self.text = text
    let plain = VisibleText.withoutResidue(text)
    stretches = plain == text ? [Stretches(text)] : [Stretches(text), Stretches(plain)]
  }
}
