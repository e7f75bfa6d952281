import Accounts

extension String {
  /// Whether one of its UTF-8 bytes is such; faster than a search in its UTF-8 view.
  func holdsByte(where isWanted: (UInt8) -> Bool) -> Bool {
    utf8.withContiguousStorageIfAvailable { $0.contains(where: isWanted) } ?? utf8.contains(where: isWanted)
  }
}

/// Removes what exports leave inside a text: Markdown emphasis, HTML residue and the field codes of office programs.
enum InlineMarkup {
  /// The text without residue, and what it keeps of the text; nil where there is none.
  ///
  /// `<br>` and `</p>` become line breaks, ticked boxes √ and empty ones □.
  static func removed(from text: String) -> (text: String, kept: [KeptStretch])? {
    guard mayStand(in: text) else { return nil }
    var scanner = Scanner(bytes: Array(text.utf8))
    return scanner.run()
  }

  /// A cheap test: whether a text has a byte that residue begins with.
  static func mayStand(in text: String) -> Bool { text.holdsByte(where: isSuspicious) }

  /// Bytes that residue begins with: * _ < & \ and the capitals of field codes.
  private static func isSuspicious(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "\\"),
      UInt8(ascii: "P"), UInt8(ascii: "H"), UInt8(ascii: "T"):
      true
    default: false
    }
  }

  /// One pass over the bytes of one text.
  private struct Scanner {
    let bytes: [UInt8]
    var position = 0
    var output: [UInt8] = []
    /// What the output keeps.
    var kept: [KeptStretch] = [KeptStretch(offset: 0, source: 0)]
    /// How many scalars the output has, and how many were read.
    var scalars = 0
    var read = 0

    init(bytes: [UInt8]) {
      self.bytes = bytes
    }

    mutating func run() -> (text: String, kept: [KeptStretch]) {
      output.reserveCapacity(bytes.count)
      while position < bytes.count {
        let start = (position, output.count)
        let isConsumed =
          switch bytes[position] {
          case UInt8(ascii: "*"): emphasis(UInt8(ascii: "*"))
          case UInt8(ascii: "_"): emphasis(UInt8(ascii: "_"))
          case UInt8(ascii: "<"): tag()
          case UInt8(ascii: "&"): entity()
          case UInt8(ascii: "\\"), UInt8(ascii: "P"), UInt8(ascii: "H"), UInt8(ascii: "T"): fieldCode()
          default: false
          }
        if isConsumed {
          noteReplaced(from: start)
        } else {
          let isFirst = bytes[position] & 0xC0 != 0x80
          scalars += isFirst ? 1 : 0
          read += isFirst ? 1 : 0
          output.append(bytes[position])
          position += 1
        }
      }
      let text = trimmed(output)
      // White space that is trimmed is ASCII: its bytes are scalars.
      return (String(decoding: text, as: UTF8.self), kept.behindFirst(text.startIndex))
    }

    /// Notes what was written in place of what was read.
    private mutating func noteReplaced(from start: (position: Int, count: Int)) {
      let written = scalarCount(output[start.count...])
      let length = scalarCount(bytes[start.position..<position])
      guard written != length else {
        scalars += written
        read += length
        return
      }
      if written > 0 { note(KeptStretch(offset: scalars, source: read, width: length)) }
      scalars += written
      read += length
      note(KeptStretch(offset: scalars, source: read))
    }

    /// Adds a stretch; one that begins where the last has begun takes its place.
    private mutating func note(_ stretch: KeptStretch) {
      if kept.last?.offset == stretch.offset { kept.removeLast() }
      kept.append(stretch)
    }

    private func scalarCount(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }

    /// Drops a run of exactly two or three stars or underscores that touches text; longer runs are blanks to fill in.
    private mutating func emphasis(_ sign: UInt8) -> Bool {
      var end = position
      while end < bytes.count, bytes[end] == sign { end += 1 }
      guard (2...3).contains(end - position) else {
        output.append(contentsOf: bytes[position..<end])
        position = end
        return true
      }
      position = end
      return true
    }

    private mutating func tag() -> Bool {
      let reach = bytes[position..<min(bytes.count, position + Self.longestTag)]
      guard let end = reach.firstIndex(of: UInt8(ascii: ">")) else { return false }
      let content = bytes[(position + 1)..<end].map { $0 | 0x20 }
      var name = content.prefix { $0 != 0x20 && $0 != 0x2F }
      if content.first == 0x2F { name = content.dropFirst().prefix { $0 != 0x20 } }
      guard let kind = Self.tags.first(where: { $0.name.elementsEqual(name) }) else { return false }
      if kind.name == Self.input {
        output.append(contentsOf: (isChecked(content) ? "√" : "□").utf8)
      } else if kind.breaksLine {
        output.append(0x0A)
      }
      position = end + 1
      return true
    }

    private func isChecked(_ content: [UInt8]) -> Bool {
      let word = Self.checked
      guard content.count >= word.count else { return false }
      return (0...(content.count - word.count)).contains { content[$0...].starts(with: word) }
    }

    private mutating func entity() -> Bool {
      for (name, text) in Self.entities where bytes[position...].starts(with: name) {
        output.append(contentsOf: text)
        position += name.count
        return true
      }
      return false
    }

    /// Drops `PAGEREF _Toc123 \h`, `HYPERLINK \l "_Toc123"`, `TOC \o "1-3" \h` and `\* MERGEFORMAT`.
    private mutating func fieldCode() -> Bool {
      guard let keyword = Self.fieldCodes.first(where: { bytes[position...].starts(with: $0) }) else { return false }
      position += keyword.count
      while position < bytes.count, bytes[position] == 0x5F || isDigit(bytes[position]) { position += 1 }
      while let end = fieldArgumentEnd() { position = end }
      return true
    }

    /// Where the switch, quoted name or bookmark ends that stands behind the spaces at `position`; nil without one.
    private func fieldArgumentEnd() -> Int? {
      var start = position
      while start < bytes.count, bytes[start] == 0x20 { start += 1 }
      guard start < bytes.count else { return nil }
      switch bytes[start] {
      case UInt8(ascii: "\\"): return min(start + 2, bytes.count)
      case UInt8(ascii: "\""): return bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "\"")).map { $0 + 1 }
      case UInt8(ascii: "_"): return bytes[start...].firstIndex { $0 <= 0x20 || $0 >= 0x80 } ?? bytes.count
      default: return nil
      }
    }

    private func isDigit(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
      guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 })
      else { return [] }
      return bytes[first...last]
    }

    /// A longer stretch is no tag: no end is looked for beyond it.
    private static let longestTag = 200
    private static let input = Array("input".utf8)
    private static let checked = Array("checked".utf8)
    private static let tags: [(name: [UInt8], breaksLine: Bool)] = [
      (input, false), (Array("br".utf8), true), (Array("p".utf8), true), (Array("b".utf8), false),
      (Array("strong".utf8), false), (Array("span".utf8), false), (Array("u".utf8), false), (Array("div".utf8), true),
    ]
    private static let entities: [([UInt8], [UInt8])] = [
      ("&nbsp;", " "), ("&ensp;", " "), ("&emsp;", " "), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"),
      ("&quot;", "\""), ("&ldquo;", "“"), ("&rdquo;", "”"), ("&middot;", "·"), ("&mdash;", "—"), ("&hellip;", "…"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
    private static let fieldCodes = ["PAGEREF _Toc", "HYPERLINK \\l", "TOC \\o", "\\* MERGEFORMAT"].map {
      Array($0.utf8)
    }
  }
}

extension [KeptStretch] {
  /// The stretches of a text whose first `count` scalars are left out too.
  fileprivate func behindFirst(_ count: Int) -> [KeptStretch] {
    guard count > 0, let first = lastIndex(where: { $0.offset <= count }) else { return self }
    let start = KeptStretch(
      offset: 0, source: self[first].source + count - self[first].offset,
      width: self[first].offset == count ? self[first].width : 1)
    return [start]
      + self[(first + 1)...].map { KeptStretch(offset: $0.offset - count, source: $0.source, width: $0.width) }
  }
}
