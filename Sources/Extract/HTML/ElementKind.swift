/// What an HTML element does to the text in it.
enum ElementKind: UInt8 {
  /// Nothing: the text flows on.
  case inline
  /// `html` and `body`, which are never furniture and never hidden.
  case root
  /// Starts and ends a line.
  case block
  /// Starts and ends a line, with a blank line before and behind it.
  case paragraph
  case heading
  case lineBreak
  case rule
  case preformatted
  case table
  case rowGroup
  case row
  case cell
  case link
  case input
  /// `article` and `main`, in which a `header` is content.
  case article
  /// `nav`, `footer` and `aside`, dropped unless they hold much.
  case furniture
  /// `header`, furniture outside an article.
  case header
  /// Scripts, styles, the head of the page, controls of forms: dropped with all in them.
  case dropped

  /// The kind and, for headings, the level of the element `name` in lower case; all others are inline.
  static func of(_ name: String) -> (kind: ElementKind, level: UInt8) {
    let bytes = Array(name.utf8)
    if bytes.count == 2, bytes[0] == UInt8(ascii: "h"), (0x31...0x36).contains(bytes[1]) {
      return (.heading, bytes[1] - 0x30)
    }
    return (kinds[name] ?? .inline, 0)
  }

  /// Whether it starts a line of its own.
  var isBlock: Bool {
    switch self {
    case .inline, .link, .input, .dropped, .lineBreak: false
    default: true
    }
  }

  /// Whether its class or id may make it navigation.
  var mayBeNavigation: Bool {
    switch self {
    case .block, .table, .cell: true
    default: false
    }
  }

  private static let kinds: [String: ElementKind] = {
    let names: [(ElementKind, String)] = [
      (.root, "html body"),
      (
        .block,
        "div section ul ol li dl dt dd form fieldset legend center figure figcaption address caption details summary dir"
      ),
      (.paragraph, "p blockquote"), (.lineBreak, "br"), (.rule, "hr"), (.preformatted, "pre xmp listing plaintext"),
      (.table, "table"), (.rowGroup, "thead tbody tfoot"), (.row, "tr"), (.cell, "td th"), (.link, "a"),
      (.input, "input"), (.article, "article main"), (.furniture, "nav footer aside"), (.header, "header"),
      (
        .dropped,
        "head title script style noscript template iframe object applet svg select textarea button datalist canvas audio video"
      ),
    ]
    var kinds: [String: ElementKind] = [:]
    for (kind, list) in names {
      for name in list.split(separator: " ") { kinds[String(name)] = kind }
    }
    return kinds
  }()
}
