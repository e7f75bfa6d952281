import Accounts

/// A figure of the narrative and what is printed there.
struct StatedPlace {
  var printed: String
  /// Its value, of an amount.
  var amount: Amount?
  var span: SourceSpan
}

/// Where values are printed, by line.
struct ValuePlaces {
  private struct Place {
    var from: Int
    var to: Int
    /// Whether the value stands on several lines: each holds a piece of its tokens.
    var isTorn: Bool
    var printed: Printed
  }

  /// The tokens that a value prints, in order: a text may print thousands, and each is looked for.
  private struct Printed {
    /// As they are, and from their last digit to the first.
    private let tokens: [[UInt16]]
    private let reversed: [[UInt16]]

    init(_ printed: NumericTokens, isTorn: Bool) {
      let tokens = printed.tokens.map(printed.text)
      self.tokens = Self.sorted(tokens)
      reversed = isTorn ? Self.sorted(tokens.map { $0.reversed() }) : []
    }

    /// Whether it prints this very token.
    func holds(_ token: [UInt16]) -> Bool { Self.first(in: tokens, from: token) == token }

    /// Whether a token begins or ends one of these, as where a line ends within a number.
    func holdsPiece(_ piece: [UInt16]) -> Bool {
      Self.first(in: tokens, from: piece)?.starts(with: piece) ?? false
        || Self.first(in: reversed, from: piece.reversed())?.starts(with: piece.reversed()) ?? false
    }

    private static func sorted(_ tokens: [[UInt16]]) -> [[UInt16]] {
      tokens.count > 1 ? tokens.sorted { $0.lexicographicallyPrecedes($1) } : tokens
    }

    /// The first of some sorted tokens that does not come before `token`; those that it begins follow at once.
    private static func first(in tokens: [[UInt16]], from token: [UInt16]) -> [UInt16]? {
      var (low, high) = (0, tokens.count)
      while low < high {
        let middle = (low + high) / 2
        if tokens[middle].lexicographicallyPrecedes(token) { low = middle + 1 } else { high = middle }
      }
      return low < tokens.count ? tokens[low] : nil
    }
  }

  private var lines: [Int: [Place]] = [:]
  /// The most places of one line that begin before a place and reach beyond it.
  private static let overlaps = 12

  /// Takes up single places.
  init(_ places: [StatedPlace]) {
    for place in places { add(place.printed, place.span) }
    sort()
  }

  /// Takes up the places of all published values; those that are printed nowhere have none.
  init(_ disclosure: Disclosure) {
    for figure in disclosure.figures {
      if let span = figure.span { add(figure.printed, span) }
    }
    for fact in disclosure.facts { add(fact.printed, fact.span) }
    let sources =
      disclosure.projects.flatMap(\.sources) + disclosure.indicators.flatMap(\.sources)
      + disclosure.priorities.flatMap(\.sources) + disclosure.glossary.flatMap(\.sources)
    for source in sources { add(source.printed, source.span) }
    sort()
  }

  private mutating func sort() {
    for line in Array(lines.keys) { lines[line]?.sort { $0.from < $1.from } }
  }

  private mutating func add(_ printed: String, _ span: SourceSpan) {
    guard let tokens = NumericTokens(printed) else { return }
    let last = max(span.line, span.lineEnd)
    let printed = Printed(tokens, isTorn: last > span.line)
    for line in span.line...last {
      let from = line == span.line ? span.column : 1
      let to = line == span.lineEnd ? max(span.columnEnd, from) : Int.max
      lines[line, default: []].append(Place(from: from, to: to, isTorn: last > span.line, printed: printed))
    }
  }

  /// Whether a value is read from the token at a place: its span covers the token, and it prints it.
  func hold(_ token: [UInt16], line: Int, columns: ClosedRange<Int>) -> Bool {
    guard let places = lines[line] else { return false }
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].from <= columns.upperBound { low = middle + 1 } else { high = middle }
    }
    return places[max(0, low - Self.overlaps)..<low].reversed().contains { place in
      place.to >= columns.lowerBound && (place.printed.holds(token) || place.isTorn && place.printed.holdsPiece(token))
    }
  }
}
