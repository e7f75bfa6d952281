import Accounts

/// Cuts the lines of a table into tokens: numbers and stretches of text, each with its place.
enum TableTokens {
  /// The tokens of one line. A cell of a grid is one token unless several numbers were merged into it; a line
  /// without columns is cut at its spaces.
  static func row(_ line: SourceLine) -> TableRow {
    var tokens: [Token] = []
    tokens.reserveCapacity(line.cells.count)
    for cell in line.cells {
      if line.width > 1 {
        appendGridCell(cell, to: &tokens)
      } else {
        appendPieces(of: cell, column: nil, to: &tokens)
      }
    }
    return TableRow(width: line.width, tokens: tokens)
  }

  private static func appendGridCell(_ cell: SourceCell, to tokens: inout [Token]) {
    let normal = NormalText(cell.text)
    guard !normal.isEmpty, !isBlankMark(normal) else { return }
    let pieces = holdsWhiteSpace(cell.text) ? self.pieces(of: cell) : []
    let numbers = pieces.count { NumberReader.read($0.text) != nil }
    if pieces.count > 1, numbers > 0, numbers == pieces.count || NumberReader.read(normal) == nil {
      appendPieces(of: cell, column: cell.column, to: &tokens)
    } else if let (code, name) = codeAndName(cell.text) {
      tokens.append(token(code, of: cell, column: cell.column))
      tokens.append(token(name, of: cell, column: cell.column))
    } else {
      tokens.append(
        Token(
          text: cell.text, normal: normal, number: NumberReader.read(normal), column: cell.column,
          columnSpan: cell.columnSpan, rowSpan: cell.rowSpan, span: cell.span))
    }
  }

  private static func appendPieces(of cell: SourceCell, column: Int?, to tokens: inout [Token]) {
    for piece in pieces(of: cell) {
      let cellOfPiece = SourceCell(text: piece.text, column: cell.column, span: piece.span)
      let normal = NormalText(piece.text)
      guard !normal.isEmpty, !isBlankMark(normal) else { continue }
      if let (code, name) = codeAndName(piece.text) {
        tokens.append(token(code, of: cellOfPiece, column: column))
        tokens.append(token(name, of: cellOfPiece, column: column))
      } else {
        tokens.append(
          Token(
            text: piece.text, normal: normal, number: NumberReader.read(normal), column: column, span: piece.span))
      }
    }
  }

  private static func token(_ text: String, of cell: SourceCell, column: Int?) -> Token {
    let normal = NormalText(text)
    return Token(
      text: text, normal: normal, number: NumberReader.read(normal), column: column, columnSpan: cell.columnSpan,
      rowSpan: cell.rowSpan, span: cell.span)
  }

  /// The stretches between white space, where a number torn at its comma or point (`1, 027.21`) is one stretch.
  private static func pieces(of cell: SourceCell) -> [(text: String, span: SourceSpan)] {
    var pieces: [(text: String, span: SourceSpan)] = []
    var current = String.UnicodeScalarView()
    var start = 0
    var offset = 0
    var line = cell.span.line
    func flush() {
      guard !current.isEmpty else { return }
      let text = String(current)
      let column = line == cell.span.line ? cell.span.column + start : start + 1
      let span = SourceSpan(
        line: line, column: column, columnEnd: column + current.count - 1, path: cell.span.path)
      if let last = pieces.last, continuesNumber(last.text, text) || isSpacedWord(last.text, text) {
        pieces[pieces.count - 1] = (last.text + text, last.span.union(span))
      } else {
        pieces.append((text, span))
      }
      current = String.UnicodeScalarView()
    }
    for scalar in cell.text.unicodeScalars {
      if isWhiteSpace(scalar) {
        flush()
      } else {
        if current.isEmpty { start = offset }
        current.append(scalar)
      }
      if scalar == "\n" {
        line = min(line + 1, cell.span.lineEnd)
        offset = 0
      } else {
        offset += 1
      }
    }
    flush()
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
    let scalars = next.unicodeScalars
    guard let only = scalars.first, scalars.count == 1, isHan(only) else { return false }
    return first.unicodeScalars.count <= 4 && first.unicodeScalars.allSatisfy { isHan($0) }
      && !["类", "款", "项"].contains(next)
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }

  /// Parts a subject code from the name that a lost column boundary glued to it: `2080501行政单位离退休`.
  private static func codeAndName(_ text: String) -> (code: String, name: String)? {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, isDigit(first),
      let end = scalars.firstIndex(where: { !isDigit($0) }), scalars[end].value >= 0x4E00
    else { return nil }
    let code = String(scalars[..<end])
    guard [3, 5, 7].contains(code.unicodeScalars.count), code.hasPrefix("2") || code.hasPrefix("3") else { return nil }
    return (code, String(scalars[end...]))
  }

  /// Whether a cell prints that it is blank: `-`, `——`, `/`, `*`.
  static func isBlankMark(_ normal: NormalText) -> Bool {
    normal.units.allSatisfy { $0 == 0x2D || $0 == 0x2F || $0 == 0x2A || $0 == 0x2500 || $0 == 0x4E00 }
      && normal.units != [0x4E00]
  }

  private static func holdsWhiteSpace(_ text: String) -> Bool {
    text.unicodeScalars.contains(where: isWhiteSpace)
  }

  private static func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0xA0, 0x3000, 0x2002...0x200B: true
    default: false
    }
  }

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
