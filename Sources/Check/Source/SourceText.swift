import Glibc

/// A source decoded by the encoding that the release names, with its lines and columns as `SourceSpan` counts them.
struct SourceText {
  /// The text as UTF-8; each sequence that its encoding does not allow, and each NUL, is U+FFFD.
  let bytes: [UInt8]
  /// The offsets at which its lines start; LF, CRLF and CR end lines.
  private let starts: [Int]
  /// How many scalars start before every so many bytes: a line may be as long as the text, and hold all values.
  private let scalarsBefore: [Int]
  private static let stretch = 1 << 10

  /// Decodes a file; nil where the encoding is not known or cannot be decoded.
  init?(_ file: [UInt8], encoding: String) {
    let decoded: [UInt8]?
    switch encoding {
    case "UTF-8":
      let body = file.starts(with: [0xEF, 0xBB, 0xBF]) ? file[3...] : file[...]
      decoded = Array(String(decoding: body, as: UTF8.self).utf8)
    case "UTF-16LE", "UTF-16BE": decoded = Self.utf16(file, isLittle: encoding == "UTF-16LE")
    case "GB18030": decoded = Self.converted(file, from: encoding)
    default: decoded = nil
    }
    guard let decoded else { return nil }
    let text = decoded.contains(0) ? Self.withoutNUL(decoded) : decoded
    bytes = text
    var starts = [0]
    for index in text.indices {
      let isEnd = text[index] == 0x0A || text[index] == 0x0D && !(index + 1 < text.count && text[index + 1] == 0x0A)
      if isEnd { starts.append(index + 1) }
    }
    self.starts = starts
    var before: [Int] = []
    before.reserveCapacity(text.count / Self.stretch + 1)
    var scalars = 0
    for index in text.indices {
      if index % Self.stretch == 0 { before.append(scalars) }
      if text[index] & 0xC0 != 0x80 { scalars += 1 }
    }
    scalarsBefore = before
  }

  private static func withoutNUL(_ text: [UInt8]) -> [UInt8] {
    text.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] }
  }

  private static func utf16(_ file: [UInt8], isLittle: Bool) -> [UInt8] {
    var units = stride(from: 0, to: file.count - 1, by: 2).map { index in
      isLittle
        ? UInt16(file[index]) | UInt16(file[index + 1]) << 8 : UInt16(file[index]) << 8 | UInt16(file[index + 1])
    }
    if units.first == 0xFEFF { units.removeFirst() }
    // Half a unit at the end is a sequence that is not allowed.
    if file.count % 2 == 1 { units.append(0xFFFD) }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// The C library's conversion; a byte that it refuses becomes U+FFFD.
  private static func converted(_ file: [UInt8], from encoding: String) -> [UInt8]? {
    guard let descriptor = iconv_open("UTF-8", encoding), descriptor != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(descriptor) }
    var result: [UInt8] = []
    result.reserveCapacity(file.count * 3 / 2 + 16)
    var source = file.map { CChar(bitPattern: $0) }
    source.withUnsafeMutableBufferPointer { source in
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1 << 14) { chunk in
        var input = source.baseAddress
        var left = source.count
        while left > 0 {
          var output = chunk.baseAddress
          var room = chunk.count
          let problem = iconv(descriptor, &input, &left, &output, &room) == -1 ? errno : 0
          result.append(contentsOf: UnsafeRawBufferPointer(chunk)[..<(chunk.count - room)])
          if problem == EILSEQ || problem == EINVAL {
            result.append(contentsOf: [0xEF, 0xBF, 0xBD])
            input = input?.advanced(by: 1)
            left -= 1
          } else if problem != 0 && problem != E2BIG {
            return
          }
        }
      }
    }
    return result
  }

  /// The text between two places, both included; columns count Unicode scalars of the line. Nil outside the text.
  func text(at place: SourcePlace) -> String? {
    guard let start = offset(place.line, place.column), let end = offset(place.lineEnd, place.columnEnd + 1),
      start < end
    else { return nil }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The offset of a column of a line, or of the end of the line behind its last column; nil outside the text.
  private func offset(_ line: Int, _ column: Int) -> Int? {
    guard line >= 1, line <= starts.count, column >= 1 else { return nil }
    var index = starts[line - 1]
    let end = line < starts.count ? starts[line] : bytes.count
    var left = column - 1
    if left > Self.stretch {
      guard index < bytes.count else { return nil }
      // The last stretch that starts no farther than the column.
      let wanted = scalars(before: index) + left
      var (low, high) = (index / Self.stretch, scalarsBefore.count)
      while high - low > 1 {
        let middle = (low + high) / 2
        if scalarsBefore[middle] <= wanted { low = middle } else { high = middle }
      }
      if low * Self.stretch > index {
        index = low * Self.stretch
        left = wanted - scalarsBefore[low]
        // It may start within a scalar.
        while index < end, bytes[index] & 0xC0 == 0x80 { index += 1 }
      }
    }
    while left > 0 {
      guard index < end else { return nil }
      index += 1
      while index < end, bytes[index] & 0xC0 == 0x80 { index += 1 }
      left -= 1
    }
    return index <= end ? index : nil
  }

  /// How many scalars start before an offset.
  private func scalars(before offset: Int) -> Int {
    let first = offset / Self.stretch * Self.stretch
    return scalarsBefore[offset / Self.stretch] + bytes[first..<offset].count { $0 & 0xC0 != 0x80 }
  }
}
