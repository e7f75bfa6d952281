import Accounts

/// Joins figures that a line end or a space tore: `1133.1` at the end of a row, and `7` at the start of the line below it.
///
/// The first piece has fewer decimals than all other figures of its form, or ends with a comma or point; what follows
/// begins with digits and has no label of its own. Where both pieces make a figure with as many decimals as the others,
/// they are joined; where they do not, the figure is lost: published short it would look like another one.
struct TornFigures {
  private var rows: [TableRow]
  /// The decimals of all figures but torn ones.
  private let decimals: Int

  /// The rows of a table with torn figures joined or marked as lost.
  static func mended(_ rows: [TableRow]) -> [TableRow] {
    guard let decimals = decimals(of: rows) else { return rows }
    var torn = TornFigures(rows: rows, decimals: decimals)
    for row in rows.indices.reversed() {
      torn.mendWithin(row)
      torn.mend(row)
    }
    return torn.rows
  }

  /// The decimals that nearly all figures with decimals have; nil where they differ, or are too few to tell.
  ///
  /// A figure with digits behind it in its cell says nothing: it may be torn itself.
  private static func decimals(of rows: [TableRow]) -> Int? {
    var counts: [Int: Int] = [:]
    for row in rows {
      for (index, token) in row.tokens.enumerated() {
        guard let number = token.number, number.decimals > 0 else { continue }
        let next = index + 1 < row.tokens.count ? row.tokens[index + 1] : nil
        let mayBeTorn = token.column != nil && next?.column == token.column && next?.number?.isPlainInteger == true
        if !mayBeTorn { counts[number.decimals, default: 0] += 1 }
      }
    }
    guard let most = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }), most.value > 1 else { return nil }
    // Where figures have as many decimals as they need, short ones are whole.
    let short = counts.reduce(0) { $1.key < most.key ? $0 + $1.value : $0 }
    return short * 5 <= most.value || short == 1 ? most.key : nil
  }

  /// Whether a row ends in a figure, or the beginning of one.
  private static func endsInDigits(_ row: TableRow) -> Bool {
    guard let last = row.tokens.last, !row.blanks.contains(where: { $0.index == row.tokens.count }) else {
      return false
    }
    return isOfDigits(last)
  }

  /// Whether a row begins with digits, in its first column.
  private static func beginsWithDigits(_ row: TableRow) -> Bool {
    guard let first = row.tokens.first, first.column ?? 0 == 0, !row.blanks.contains(where: { $0.index == 0 }) else {
      return false
    }
    let isSigned = first.normal.units.first == 0x2D
    return isOfDigits(first) && !isSigned
  }

  private static func isOfDigits(_ token: Token) -> Bool {
    !token.normal.isEmpty
      && token.normal.units.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2C || $0 == 0x2E || $0 == 0x2D }
  }

  /// Joins what a space tore within a cell or a line without columns.
  private mutating func mendWithin(_ index: Int) {
    let tokens = rows[index].tokens
    guard zip(tokens, tokens.dropFirst()).contains(where: mayBeTorn), var tail = tokens.last else { return }
    let marks = Set(rows[index].blanks.map(\.index))
    // From the last token to the first, as the places of what was joined.
    var kept: [Token] = []
    var places: [Int] = []
    for place in tokens.indices.dropLast().reversed() {
      let head = tokens[place]
      if mayBeTorn(head, tail), !marks.contains(place + 1), let joined = joined(head, tail) {
        places.append(place)
        tail = joined
      } else {
        kept.append(tail)
        tail = head
      }
    }
    guard !places.isEmpty else { return }
    rows[index].tokens = [tail] + kept.reversed()
    moveBlanks(of: index, behind: places.reversed())
  }

  /// Whether one token may be the beginning of a figure, and the one behind it in its cell the rest.
  private func mayBeTorn(_ head: Token, _ tail: Token) -> Bool {
    guard head.column == tail.column else { return false }
    guard let number = head.number else { return isTornAtMark(head, tail) }
    return number.decimals > 0 && number.decimals < decimals && tail.number?.isPlainInteger == true
  }

  /// Whether a figure ends with the comma of a group or with its point, and a whole group or the decimals follow:
  /// `14,291,` and `208.26`, `62.` and `00`.
  private func isTornAtMark(_ head: Token, _ tail: Token) -> Bool {
    guard Self.isOfDigits(head), let number = tail.number else { return false }
    switch head.normal.units.last {
    case Self.comma: return (tail.normal.units.firstIndex { !(0x30...0x39).contains($0) } ?? tail.normal.count) == 3
    case Self.point: return number.isPlainInteger && tail.normal.count == decimals
    default: return false
    }
  }

  private static let point = UInt16(UInt8(ascii: "."))
  private static let comma = UInt16(UInt8(ascii: ","))

  /// Moves marks of blank cells by one for each place before them at which two tokens were joined.
  private mutating func moveBlanks(of index: Int, behind places: [Int]) {
    let marks = rows[index].blanks.indices.sorted { rows[index].blanks[$0].index < rows[index].blanks[$1].index }
    var joined = 0
    for mark in marks {
      while joined < places.count, places[joined] < rows[index].blanks[mark].index { joined += 1 }
      rows[index].blanks[mark].index -= joined
    }
  }

  /// Joins what a line end tore.
  private mutating func mend(_ index: Int) {
    guard index + 1 < rows.count, Self.endsInDigits(rows[index]), Self.beginsWithDigits(rows[index + 1]),
      let head = rows[index].tokens.last, let tail = rows[index + 1].tokens.first,
      isShort(head, of: rows[index]) || head.number == nil && isTornAtMark(head, tail),
      !isWholeFigure(tail) || head.number == nil
    else { return }
    let place = rows[index].tokens.count - 1
    // A label behind the digits is that of the other side, or the digits are a code or the number of a line.
    guard rows[index + 1].tokens.allSatisfy(\.isFigure) || completes(head, tail) else { return }
    if let joined = joined(head, tail) {
      rows[index].tokens[place] = joined
      takeRest(of: rows[index + 1], at: index, behind: head.column)
    } else if head.number?.decimals ?? 0 > 0 {
      rows[index].tokens[place].number = nil
      rows[index].tokens[place].legibility = .lost
    }
  }

  /// Whether digits are a figure by themselves: the whole number before them may be that of their line.
  private func isWholeFigure(_ tail: Token) -> Bool {
    tail.number?.decimals == decimals && tail.normal.units.first.map { (0x30...0x39).contains($0) } ?? false
  }

  /// Both pieces as one figure with as many decimals as the others; nil where they are none.
  private func joined(_ head: Token, _ tail: Token) -> Token? {
    var joined = head
    joined.text += tail.text
    joined.normal = head.normal + tail.normal
    joined.span = head.span.union(tail.span)
    joined.number = Self.number(joined.normal)
    joined.legibility = .joined
    return joined.number?.decimals == decimals ? joined : nil
  }

  /// Whether digits are exactly those decimals that a figure lacks.
  private func completes(_ head: Token, _ tail: Token) -> Bool {
    guard let number = head.number, number.decimals > 0 else { return false }
    return tail.number?.isPlainInteger == true && number.decimals + tail.normal.count == decimals
  }

  /// Whether a figure lacks decimals; a whole number does at the end of a row of which another figure has them.
  private func isShort(_ head: Token, of row: TableRow) -> Bool {
    guard let number = head.number else { return row.tokens.count > 1 }
    if number.decimals > 0 { return number.decimals < decimals }
    return row.tokens.dropLast().contains { $0.number?.decimals == decimals }
  }

  /// Moves what stands behind the tail of a joined figure to its row, in the columns behind it.
  private mutating func takeRest(of below: TableRow, at index: Int, behind column: Int?) {
    let count = rows[index].tokens.count
    rows[index].tokens += below.tokens.dropFirst().map { token in
      var token = token
      if let own = token.column { token.column = own + (column ?? 0) }
      return token
    }
    rows[index].blanks += below.blanks.map { blank in
      BlankMark(index: blank.index - 1 + count, column: blank.column.map { $0 + (column ?? 0) })
    }
    if rows[index].isGridded { rows[index].width = max(rows[index].width, (column ?? 0) + below.width) }
    rows.remove(at: index + 1)
  }

  /// The number that joined digits and marks print, `1,133.17`; nil where they print none.
  private static func number(_ normal: NormalText) -> PrintedNumber? {
    guard let (number, end) = PrintedNumber.leading(normal.units, at: 0), end == normal.count else { return nil }
    return number
  }
}
