import Accounts

extension SourceCell {
  /// Whether it holds more than a cell of a form can: it is kept as text.
  var isTooLong: Bool { text.utf8.count > CleanLimits.longestCell }
}

extension SourceLine {
  /// Whether one of its cells is too long to be cut.
  var holdsTooMuch: Bool { cells.contains(where: \.isTooLong) }
}

/// Cuts the lines of a table into tokens: numbers and stretches of text, each with its place, and marks of blank cells.
enum TableTokens {
  /// The tokens of one line. A cell of a grid is one token unless several numbers were merged into it; a line
  /// without columns is cut at its spaces.
  static func row(_ line: SourceLine, reduced: ReducedLine) -> TableRow {
    var row = TableRow(width: line.width, tokens: [])
    row.tokens.reserveCapacity(line.cells.count)
    for (index, cell) in line.cells.enumerated() {
      if cell.isTooLong {
        appendToken(cell, normal: NormalText(units: []), number: nil, column: nil, to: &row.tokens)
      } else if line.width > 1 {
        appendGridCell(cell, normal: reduced.cell(index, of: line), to: &row)
      } else if holdsWhiteSpace(cell.text) {
        for piece in pieces(of: cell) { append(piece, normal: NormalText(piece.text), column: nil, to: &row) }
      } else {
        append(
          Piece(text: cell.text, span: cell.textSpan), normal: reduced.cell(index, of: line), column: nil, to: &row)
      }
    }
    return row
  }

  private static func appendGridCell(_ cell: SourceCell, normal: NormalText, to row: inout TableRow) {
    guard !normal.isEmpty else { return }
    guard !isBlankMark(normal) else { return appendBlank(column: cell.column, to: &row) }
    let number = NumberReader.read(normal)
    if normal.units.contains(where: isASCIIDigit), holdsWhiteSpace(cell.text) {
      let pieces = pieces(of: cell)
      let numbers = pieces.count { NumberReader.read($0.text) != nil }
      let isDated = pieces.contains { $0.text.unicodeScalars.first == "年" }
      if pieces.count > 1, numbers > 0, !isDated, numbers == pieces.count || number == nil {
        for piece in pieces { append(piece, normal: NormalText(piece.text), column: cell.column, to: &row) }
        return
      }
    }
    appendToken(cell, normal: normal, number: number, column: cell.column, to: &row.tokens)
  }

  /// Appends a stretch of text, or the mark of a blank cell.
  private static func append(_ piece: Piece, normal: NormalText, column: Int?, to row: inout TableRow) {
    guard !normal.isEmpty else { return }
    guard !isBlankMark(normal) else { return appendBlank(column: column, to: &row) }
    appendToken(
      SourceCell(text: piece.text, span: piece.span), normal: normal, number: NumberReader.read(normal),
      column: column, to: &row.tokens)
  }

  private static func appendBlank(column: Int?, to row: inout TableRow) {
    row.blanks.append(BlankMark(index: row.tokens.count, column: column))
  }

  /// Appends one token, or two where a subject code and a name are glued.
  private static func appendToken(
    _ cell: SourceCell, normal: NormalText, number: PrintedNumber?, column: Int?, to tokens: inout [Token]
  ) {
    if number == nil, let (code, name) = codeAndName(cell.text) {
      var start = 0
      for part in [code, name] {
        let end = start + part.unicodeScalars.count
        let normal = NormalText(part)
        var own = token(cell, text: part, normal: normal, number: NumberReader.read(normal), column: column)
        own.span = cell.span(of: start..<end)
        tokens.append(own)
        start = end
      }
    } else {
      tokens.append(token(cell, text: cell.text, normal: normal, number: number, column: column))
    }
  }

  private static func token(
    _ cell: SourceCell, text: String, normal: NormalText, number: PrintedNumber?, column: Int?
  ) -> Token {
    var token = Token(
      text: text, normal: normal, number: number, column: column, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan,
      span: cell.textSpan)
    if number == nil, LostFigure.isOne(normal) { token.legibility = .lost }
    return token
  }

  /// A stretch of a cell and where it stands.
  private struct Piece {
    var text: String
    var span: SourceSpan
  }

  /// The stretches between white space, where a number torn at its comma or point (`1, 027.21`) is one stretch.
  private static func pieces(of cell: SourceCell) -> [Piece] {
    var pieces: [Piece] = []
    let scalars = cell.text.unicodeScalars
    var start = scalars.startIndex
    var first = 0
    func add(before end: String.Index, at offset: Int) {
      guard first < offset else { return }
      let text = String(scalars[start..<end])
      let span = cell.span(of: first..<offset)
      if let last = pieces.last, continuesNumber(last.text, text) || isSpacedWord(last.text, text) {
        pieces[pieces.count - 1] = Piece(text: last.text + text, span: last.span.union(span))
      } else {
        pieces.append(Piece(text: text, span: span))
      }
    }
    var offset = 0
    for index in scalars.indices {
      if isWhiteSpace(scalars[index]) {
        add(before: index, at: offset)
        start = scalars.index(after: index)
        first = offset + 1
      }
      offset += 1
    }
    add(before: scalars.endIndex, at: offset)
    return pieces
  }

  /// Whether a number goes on behind a space: its first part ends in a comma or point, or the next starts with one.
  private static func continuesNumber(_ first: String, _ next: String) -> Bool {
    guard let last = first.unicodeScalars.last, let head = next.unicodeScalars.first else { return false }
    guard isMark(last) != isMark(head) else { return false }
    return NumberReader.read(first + next) != nil
      && (isMark(last) ? isDigit(head) && first.unicodeScalars.dropLast().last.map(isDigit) == true : isDigit(last))
  }

  /// Whether two pieces are one word printed with spaces between its characters: `合    计`, `总 计`.
  private static func isSpacedWord(_ first: String, _ next: String) -> Bool {
    guard next.utf8.count == 3, let only = next.unicodeScalars.first, only.isHan else { return false }
    return first.unicodeScalars.count <= 4 && first.unicodeScalars.allSatisfy(\.isHan)
      && !["类", "款", "项"].contains(next)
  }

  /// Parts a subject code from the name that a lost column boundary glued to it: `2080501行政单位离退休`.
  private static func codeAndName(_ text: String) -> (code: String, name: String)? {
    guard let first = text.utf8.first, first == UInt8(ascii: "2") || first == UInt8(ascii: "3") else { return nil }
    let scalars = text.unicodeScalars
    guard
      let end = scalars.firstIndex(where: { !isDigit($0) }), scalars[end].isHan
    else { return nil }
    let code = String(scalars[..<end])
    let name = String(scalars[end...])
    guard [3, 5, 7].contains(code.unicodeScalars.count), !["万", "元", "千元", "亿"].contains(where: name.hasPrefix) else {
      return nil
    }
    return (code, name)
  }

  /// Whether a cell prints that it is blank: `-`, `——`, `/`, `*`, `单位不需填列`.
  static func isBlankMark(_ normal: NormalText) -> Bool {
    if normal.units.last == 0x5217 { return normal.count <= 8 && blankWords.stand(in: normal) }
    return normal.units.allSatisfy { $0 == 0x2D || $0 == 0x2F || $0 == 0x2A || $0 == 0x2500 || $0 == 0x4E00 }
      && normal.units != [0x4E00]
  }

  private static let blankWords: Words = ["不需填列", "不用填列", "无需填列", "不填列"]

  private static func holdsWhiteSpace(_ text: String) -> Bool {
    // Nearly all cells have none of the bytes that white space begins with.
    text.holdsByte { $0 <= 0x20 || $0 == 0xC2 || $0 == 0xE2 || $0 == 0xE3 }
      && text.unicodeScalars.contains(where: isWhiteSpace)
  }

  private static func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0xA0, 0x3000, 0x2002...0x200A: true
    default: false
    }
  }

  private static func isASCIIDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2C, 0x2E, 0xFF0C, 0xFF0E, 0x3002: true
    default: false
    }
  }
}
