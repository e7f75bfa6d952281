/// The numeric tokens of a text, found anew: runs of digits with the commas and points between them.
struct SourceNumbers {
  private struct Token {
    var columns: ClosedRange<Int>
    var digits: String
  }

  private struct Place {
    var columns: ClosedRange<Int>
    var digits: Set<String>
    /// Whether its value stands on several lines: each may hold a piece of a token.
    var isTorn: Bool

    func prints(_ token: Token) -> Bool {
      columns.overlaps(token.columns)
        && (digits.contains(token.digits)
          || isTorn && digits.contains { $0.hasPrefix(token.digits) || $0.hasSuffix(token.digits) })
    }
  }

  private var lines: [[Token]] = [[]]

  /// How many there are.
  var count: Int { lines.reduce(0) { $0 + $1.count } }

  /// Finds the tokens of a text; full-width digits, commas and points count as the narrow ones.
  init(_ text: SourceText) {
    var column = 0
    var start = 0
    var digits = ""
    var pending: Unicode.Scalar?
    func end(_ lines: inout [[Token]]) {
      if !digits.isEmpty {
        lines[lines.count - 1].append(Token(columns: start...(start + digits.count - 1), digits: digits))
      }
      digits = ""
      pending = nil
    }
    var followsReturn = false
    for scalar in String(decoding: text.bytes, as: UTF8.self).unicodeScalars {
      if scalar == "\r" || scalar == "\n" {
        end(&lines)
        if !(followsReturn && scalar == "\n") { lines.append([]) }
        followsReturn = scalar == "\r"
        column = 0
        continue
      }
      followsReturn = false
      column += 1
      let narrow = Self.narrow(scalar)
      if "0"..."9" ~= narrow {
        if digits.isEmpty { start = column }
        if let mark = pending { digits.unicodeScalars.append(mark) }
        digits.unicodeScalars.append(narrow)
        pending = nil
      } else if narrow == "," || narrow == ".", !digits.isEmpty, pending == nil {
        pending = narrow
      } else {
        end(&lines)
      }
    }
    end(&lines)
  }

  /// How many of them are printed by a value whose place covers them.
  func count(in values: [(printed: String, place: SourcePlace)]) -> Int {
    var places: [Int: [Place]] = [:]
    for (printed, place) in values {
      let digits = Self.digits(of: printed)
      let last = min(place.lineEnd, lines.count)
      guard !digits.isEmpty, place.line <= last else { continue }
      for line in place.line...last {
        let from = line == place.line ? place.column : 1
        let to = line == place.lineEnd ? place.columnEnd : Int.max
        places[line, default: []].append(
          Place(columns: from...max(from, to), digits: digits, isTorn: place.lineEnd > place.line))
      }
    }
    return lines.enumerated().reduce(0) { sum, line in
      guard let own = places[line.offset + 1] else { return sum }
      return sum + line.element.count { token in own.contains { $0.prints(token) } }
    }
  }

  /// The tokens of what a value prints.
  private static func digits(of printed: String) -> Set<String> {
    guard let text = SourceText(Array(printed.utf8), encoding: "UTF-8") else { return [] }
    return Set(SourceNumbers(text).lines.joined().map(\.digits))
  }

  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }
}
