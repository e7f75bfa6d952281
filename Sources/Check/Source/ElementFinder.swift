import CLibXML2

/// Finds the elements of a tree by the paths that a release writes, `/html/body/table[2]/tr[1]/td[3]`.
///
/// The children of each element are counted once: an XPath would walk along them for each value. What a release writes is
/// not trusted, so that no other XPath is evaluated.
struct ElementFinder {
  private let document: htmlDocPtr
  private var children: [xmlNodePtr: [String: [xmlNodePtr]]] = [:]
  /// The path above the element that was found last, and where it leads.
  private var parent = ""
  private var parentNode: xmlNodePtr?

  init(_ document: htmlDocPtr) {
    self.document = document
  }

  /// The one element that a path names; nil where it names none, or several.
  mutating func element(at path: String) -> xmlNodePtr? {
    guard path.utf8.first == UInt8(ascii: "/"), let last = path.lastIndex(of: "/") else { return nil }
    let above = path[..<last]
    if above.isEmpty || above != parent {
      parentNode = nil
      var node: xmlNodePtr?
      for step in above.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
        node = child(step, of: node)
        guard node != nil else { return nil }
      }
      parent = String(above)
      parentNode = node
    }
    return child(path[path.index(after: last)...], of: parentNode)
  }

  /// The one child of an element, or of the document, that a step of a path names.
  private mutating func child(_ step: Substring, of node: xmlNodePtr?) -> xmlNodePtr? {
    guard let open = step.firstIndex(of: "[") else {
      let all = named(step, below: node)
      return all.count == 1 ? all[0] : nil
    }
    guard step.last == "]", let number = Int(step[step.index(after: open)...].dropLast()) else { return nil }
    let all = named(step[..<open], below: node)
    return number >= 1 && number <= all.count ? all[number - 1] : nil
  }

  /// The children of an element, or of the document, that have a name.
  private mutating func named(_ name: Substring, below node: xmlNodePtr?) -> [xmlNodePtr] {
    guard let node else { return Self.elements(from: document.pointee.children)[String(name)] ?? [] }
    if let known = children[node] { return known[String(name)] ?? [] }
    let own = Self.elements(from: node.pointee.children)
    children[node] = own
    return own[String(name)] ?? []
  }

  /// An element and those behind it, by their names.
  private static func elements(from first: xmlNodePtr?) -> [String: [xmlNodePtr]] {
    var elements: [String: [xmlNodePtr]] = [:]
    var next = first
    while let node = next {
      if node.pointee.type == XML_ELEMENT_NODE, let name = node.pointee.name {
        elements[String(cString: name), default: []].append(node)
      }
      next = node.pointee.next
    }
    return elements
  }
}
