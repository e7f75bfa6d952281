/// What the attributes of one element say, as far as it matters for its text.
struct ElementAttributes {
  var columnSpan = 1
  var rowSpan = 1
  /// Whether the element is not shown.
  var isHidden = false
  /// Whether a new page starts before it.
  var breaksPage = false
  /// Whether its class or id names navigation.
  var isNavigation = false
  /// Whether it is a check box or a radio button.
  var isBox = false
  var isChecked = false

  /// Reads the parser's list: names and values by turns, ended by nil; a value may be nil.
  init(_ list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, kind: ElementKind) {
    guard var list else { return }
    while let name = list[0] {
      if let value = list[1] {
        read(name, value, kind: kind)
      } else if name.equals("checked") {
        isChecked = true
      } else if name.equals("hidden") {
        isHidden = true
      }
      list += 2
    }
  }

  private mutating func read(_ name: UnsafePointer<UInt8>, _ value: UnsafePointer<UInt8>, kind: ElementKind) {
    switch name[0] {
    case UInt8(ascii: "s") where name.equals("style"):
      let style = Style(value)
      isHidden = isHidden || style.hides
      breaksPage = breaksPage || style.breaksPage
    case UInt8(ascii: "c") where name.equals("class") && kind.mayBeNavigation,
      UInt8(ascii: "i") where name.equals("id") && kind.mayBeNavigation:
      isNavigation = isNavigation || Navigation.isNamed(by: value)
    case UInt8(ascii: "c") where name.equals("colspan"):
      columnSpan = Self.span(value)
    case UInt8(ascii: "r") where name.equals("rowspan"):
      rowSpan = Self.span(value)
    case UInt8(ascii: "c") where name.equals("checked"):
      isChecked = true
    case UInt8(ascii: "t") where name.equals("type"):
      isBox = value.holds("checkbox") || value.holds("radio")
    case UInt8(ascii: "h") where name.equals("hidden"):
      isHidden = true
    default:
      break
    }
  }

  /// A span as a browser reads it: leading digits, 1 for nonsense, 0 for "to the end" (of rows).
  private static func span(_ value: UnsafePointer<UInt8>) -> Int {
    var span = 0
    var index = 0
    while value[index] != 0, value[index] <= 0x20 { index += 1 }
    guard value[index].isDigit else { return 1 }
    while value[index].isDigit, span < 100_000 {
      span = span * 10 + Int(value[index] - 0x30)
      index += 1
    }
    return span
  }
}

/// The few things that a style attribute says about text.
private struct Style {
  /// Whether it says `display: none`.
  var hides = false
  /// Whether it says `page-break-before: always`.
  var breaksPage = false

  /// Reads the declarations of `style`, in any case and with any white space.
  init(_ style: UnsafePointer<UInt8>) {
    var current = style
    while current.pointee != 0 {
      while current.pointee != 0, current.pointee <= 0x20 || current.pointee == Self.semicolon { current += 1 }
      switch current.pointee | 0x20 {
      case UInt8(ascii: "d"): hides = hides || Self.declares("display", "none", at: current)
      case UInt8(ascii: "p"): breaksPage = breaksPage || Self.declares("page-break-before", "always", at: current)
      default: break
      }
      while current.pointee != 0, current.pointee != Self.semicolon { current += 1 }
    }
  }

  private static let semicolon = UInt8(ascii: ";")

  /// Whether the declaration at `start` gives `property` the value `value`.
  private static func declares(
    _ property: StaticString, _ value: StaticString, at start: UnsafePointer<UInt8>
  ) -> Bool {
    guard start.holds(property) else { return false }
    let colon = afterBlanks(start + property.utf8CodeUnitCount)
    return colon.pointee == UInt8(ascii: ":") && afterBlanks(colon + 1).holds(value)
  }

  private static func afterBlanks(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var current = start
    while current.pointee != 0, current.pointee <= 0x20 { current += 1 }
    return current
  }
}

/// Navigation by the names that web sites give to it.
private enum Navigation {
  /// Whether a word of the class or id `value` starts with a name of navigation.
  static func isNamed(by value: UnsafePointer<UInt8>) -> Bool {
    var current = value
    var isAtStart = true
    while current.pointee != 0 {
      if isAtStart, names.contains(where: { current.holds($0) }) { return true }
      isAtStart = current.pointee <= 0x20
      current += 1
    }
    return false
  }

  private static let names: [StaticString] = [
    "nav", "menu", "footer", "breadcrumb", "sidebar", "copyright", "share", "pager",
  ]
}

extension UnsafePointer<UInt8> {
  /// Whether the NUL-terminated bytes start with `word`, which is in lower case, in upper or lower case.
  fileprivate func holds(_ word: StaticString) -> Bool {
    for offset in 0..<word.utf8CodeUnitCount where self[offset].lowercased != word.utf8Start[offset] { return false }
    return true
  }

  /// Whether the NUL-terminated bytes are `word`, which is in lower case, in upper or lower case.
  fileprivate func equals(_ word: StaticString) -> Bool { holds(word) && self[word.utf8CodeUnitCount] == 0 }
}
