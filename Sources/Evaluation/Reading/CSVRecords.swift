/// The records of one CSV file (RFC 4180, header row) as ranges of bytes: no text is made of a field before it is asked
/// for.
struct CSVRecords {
  /// Where the file is, for messages.
  let path: String
  /// The line on which the current record starts.
  private(set) var line = 1

  private let bytes: [UInt8]
  private var position = 0
  private var lineBreaks = 0
  private var fields: [Range<Int>] = []
  private var columns: [String] = []

  /// Reads the header of the file at `path`.
  init(path: String) throws(EvaluationError) {
    self.path = path
    bytes = try FileBytes.read(path)
    guard try advance() else { throw EvaluationError(.malformed, path: path, "The file is empty.") }
    columns = fields.indices.map { text(at: $0) }
  }

  /// The index of the column `name`.
  func column(_ name: String) throws(EvaluationError) -> Int {
    guard let index = columns.firstIndex(of: name) else {
      throw EvaluationError(.malformed, path: path, line: 1, "There is no column \(name).")
    }
    return index
  }

  /// Goes on to the next record; false at the end of the file.
  mutating func next() throws(EvaluationError) -> Bool {
    guard try advance() else { return false }
    guard fields.count == columns.count else {
      throw error("The row has \(fields.count) fields, the header \(columns.count).")
    }
    return true
  }

  /// The bytes of a field of the current record, as they stand in the file within its quotes.
  func bytes(at column: Int) -> ArraySlice<UInt8> { bytes[fields[column]] }

  /// The text of a field of the current record.
  func text(at column: Int) -> String {
    let field = bytes[fields[column]]
    let text = String(decoding: field, as: UTF8.self)
    // Within quotes, two quotes stand for one.
    guard field.contains(UInt8(ascii: "\"")) else { return text }
    var isSecond = false
    let single = field.filter { byte in
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      return byte != UInt8(ascii: "\"") || isSecond
    }
    return String(decoding: single, as: UTF8.self)
  }

  /// A number with at most three decimals in thousandths; nil where the field is empty.
  func thousandths(at column: Int) throws(EvaluationError) -> Int64? {
    let field = bytes(at: column)
    if field.isEmpty { return nil }
    guard let number = FixedPoint.thousandths(field) else {
      throw error("\(columns[column]) is no number with at most three decimals: \(text(at: column))")
    }
    return number
  }

  /// Whether a field says `true`; it must say `true` or `false`.
  func flag(at column: Int) throws(EvaluationError) -> Bool {
    switch text(at: column) {
    case "true": return true
    case "false": return false
    case let other: throw error("\(columns[column]) must be true or false: \(other)")
    }
  }

  /// An error in the current record.
  func error(_ reason: String) -> EvaluationError {
    EvaluationError(.malformed, path: path, line: line, reason)
  }

  private mutating func advance() throws(EvaluationError) -> Bool {
    line += lineBreaks
    lineBreaks = 0
    fields.removeAll(keepingCapacity: true)
    guard position < bytes.count else { return false }
    while true {
      try scanField()
      guard position < bytes.count, bytes[position] == UInt8(ascii: ",") else { break }
      position += 1
    }
    position += 1  // the line end, or the end of the file
    lineBreaks += 1
    return true
  }

  /// Scans the field at `position` and stops at the comma or line feed behind it.
  private mutating func scanField() throws(EvaluationError) {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      let start = position
      while position < bytes.count, bytes[position] != UInt8(ascii: ","), bytes[position] != UInt8(ascii: "\n") {
        position += 1
      }
      var end = position
      let endsLine = position == bytes.count || bytes[position] == UInt8(ascii: "\n")
      if endsLine, end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      return fields.append(start..<end)
    }
    let start = position + 1
    position = start
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\"") {
        guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "\"") else { break }
        position += 1
      } else if bytes[position] == UInt8(ascii: "\n") {
        lineBreaks += 1
      }
      position += 1
    }
    guard position < bytes.count else { throw error("A quote is not closed.") }
    fields.append(start..<position)
    position += 1
    if position < bytes.count, bytes[position] == UInt8(ascii: "\r") { position += 1 }
    guard position == bytes.count || bytes[position] == UInt8(ascii: ",") || bytes[position] == UInt8(ascii: "\n")
    else { throw error("Text stands behind a closing quote.") }
  }
}
