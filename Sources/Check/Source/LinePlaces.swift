/// The places of values on one line of a source, so that each token of the line finds those which print it without looking
/// at all of them.
struct LinePlaces {
  /// Where whole tokens stand, by their digits; those of one token are parted and in order once sorted.
  private var whole: [String: [ClosedRange<Int>]] = [:]
  /// The tokens of values on several lines, from their first and from their last character: a line may hold a piece.
  private var beginnings = PieceTree()
  private var ends = PieceTree()

  /// Adds the tokens of a value that covers columns.
  ///
  /// - Parameter isTorn: whether it stands on several lines: each may hold a piece of a token.
  mutating func add(_ digits: Set<String>, _ columns: ClosedRange<Int>, isTorn: Bool) {
    for token in digits {
      if isTorn {
        beginnings.insert(token, columns)
        ends.insert(token.reversed(), columns)
      } else {
        whole[token, default: []].append(columns)
      }
    }
  }

  /// Puts them in order; needed before the first look.
  mutating func sort() {
    whole = whole.mapValues { ranges in
      var parted: [ClosedRange<Int>] = []
      for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
        if let last = parted.last, range.lowerBound <= last.upperBound {
          parted[parted.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
        } else {
          parted.append(range)
        }
      }
      return parted
    }
  }

  /// Whether a value that covers some of the columns prints the digits.
  func prints(_ digits: String, at columns: ClosedRange<Int>) -> Bool {
    if let ranges = whole[digits] {
      // The first range that ends at or behind the start of the token.
      var (low, high) = (0, ranges.count)
      while low < high {
        let middle = (low + high) / 2
        if ranges[middle].upperBound < columns.lowerBound { low = middle + 1 } else { high = middle }
      }
      if low < ranges.count, ranges[low].overlaps(columns) { return true }
    }
    return beginnings.holds(digits, at: columns) || ends.holds(digits.reversed(), at: columns)
  }
}

/// Texts by their beginnings, each with the columns that it covers: from some column to the end of the line, or from its
/// start to some column.
private struct PieceTree {
  private struct Node {
    var next: [Character: Int] = [:]
    /// The first column of the longest stretch to the end of the line, and the last of that from its start.
    var from = Int.max
    var to = Int.min
  }

  private var nodes = [Node()]

  mutating func insert(_ text: some Sequence<Character>, _ columns: ClosedRange<Int>) {
    var node = 0
    for character in text {
      if let next = nodes[node].next[character] {
        node = next
      } else {
        nodes.append(Node())
        nodes[node].next[character] = nodes.count - 1
        node = nodes.count - 1
      }
      if columns.upperBound == .max {
        nodes[node].from = min(nodes[node].from, columns.lowerBound)
      } else {
        nodes[node].to = max(nodes[node].to, columns.upperBound)
      }
    }
  }

  /// Whether a text begins one that covers some of the columns.
  func holds(_ text: some Sequence<Character>, at columns: ClosedRange<Int>) -> Bool {
    var node = 0
    for character in text {
      guard let next = nodes[node].next[character] else { return false }
      node = next
    }
    return node > 0 && (columns.upperBound >= nodes[node].from || columns.lowerBound <= nodes[node].to)
  }
}
