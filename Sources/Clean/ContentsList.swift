import Accounts

/// Finds the lists of contents, whose entries look like headings and are none.
enum ContentsList {
  /// The ranges of lines that are contents lists, in order; a file with several disclosures has several.
  ///
  /// A list begins with 目录, or with an entry whose text comes again as a heading behind a run of entries. It ends
  /// where its first entry comes again, or where the lines stop looking like entries.
  static func ranges(in lines: [SourceLine], reduced: [ReducedLine]? = nil) -> [Range<Int>] {
    search(lines, reduced: reduced ?? lines.map(ReducedLine.init)).ranges
  }

  /// The same, and whether all lines were looked at: a search past its limit finds no further lists.
  static func search(_ lines: [SourceLine], reduced: [ReducedLine]) -> (ranges: [Range<Int>], isWhole: Bool) {
    var entries = Entries(lines: lines, reduced: reduced)
    var found: [Range<Int>] = []
    var index = 0
    while index < lines.count {
      guard !entries.isSpent else { return (found, false) }
      if let range = list(at: index, entries: &entries), !entries.isSpent {
        found.append(range)
        index = range.upperBound
      } else {
        index += 1
      }
    }
    return (found, true)
  }

  /// The lines, each looked at only when the search comes to it.
  private struct Entries {
    let lines: [SourceLine]
    let reduced: [ReducedLine]
    private var looks = 0

    init(lines: [SourceLine], reduced: [ReducedLine]) {
      self.lines = lines
      self.reduced = reduced
    }

    var count: Int { lines.count }

    /// Whether no further line should be looked at.
    var isSpent: Bool { looks > (count + 100) * CleanLimits.contentsLooks }

    mutating func entry(_ index: Int) -> Entry {
      looks += 1
      return Entry(lines[index], reduced[index])
    }

    /// A cheap test: a list begins with a heading number or a word such as 目录.
    func mayBeginList(at index: Int) -> Bool {
      reduced[index].hasMarker || ContentsList.words.begin(reduced[index].normal)
    }
  }

  /// What one line looks like.
  private struct Entry {
    var title = NormalText(units: [])
    var style: HeadingMarker.Style?
    var number = ""
    var isContentsWord = false
    /// False for what can be no entry.
    var isRead = false
    var hasLeader = false

    init(_ line: SourceLine, _ reduced: ReducedLine) {
      guard line.table == nil, line.cells.count <= 3 || line.width == 1, reduced.normal.count <= 200 else { return }
      title = reduced.normal
      if let end = ContentsList.leaderStart(title.units) {
        hasLeader = true
        title = NormalText(units: title.units[..<end])
      }
      isContentsWord = title.count <= 8 && ContentsList.words.hold(title)
      isRead = true
      style = reduced.marker?.style
      number = reduced.marker?.number ?? ""
    }

    /// Whether it is short and no sentence.
    var isShort: Bool { isRead && title.count <= 70 && !title.units.contains { $0 == 0x3002 || $0 == 0x3B } }

    var isEntry: Bool { (hasLeader || style.map { $0 <= .arabic } ?? false) && isShort }
  }

  /// The list that begins at `start`, with the word 目录 or an entry.
  private static func list(at start: Int, entries: inout Entries) -> Range<Int>? {
    guard entries.mayBeginList(at: start) else { return nil }
    let first = entries.entry(start)
    if first.isContentsWord {
      return run(from: start + 1, entries: &entries).map { start..<$0 } ?? start..<(start + 1)
    }
    guard first.isEntry, let style = first.style, style == .part || first.hasLeader,
      let end = run(from: start, entries: &entries), end < entries.count, end - start >= 3,
      first.hasLeader || repeats(entries.entry(end), first)
    else { return nil }
    return start..<end
  }

  /// Where the run of entries ends that begins at `start`; nil where none begins there.
  private static func run(from start: Int, entries: inout Entries) -> Int? {
    guard start < entries.count else { return nil }
    let first = entries.entry(start)
    guard first.isShort, !first.title.isEmpty else { return nil }
    var index = start + 1
    var lastEntry = start
    while index < entries.count, !entries.isSpent {
      let entry = entries.entry(index)
      if repeats(entry, first) { return index }
      if entry.isEntry {
        lastEntry = index
      } else if !entry.isShort || index - lastEntry > 2 || entry.title.count > 30 {
        break
      }
      index += 1
    }
    return firstRepeated(in: start..<(lastEntry + 1), entries: &entries) ?? lastEntry + 1
  }

  /// The first line of a run that says again what an earlier one said in the same style: there the text begins.
  private static func firstRepeated(in range: Range<Int>, entries: inout Entries) -> Int? {
    var seen: Set<NormalText> = []
    let hasParts = entries.entry(range.lowerBound).style == .part
    for index in range {
      let entry = entries.entry(index)
      guard entry.isEntry, entry.title.count > 6, entry.style == .part || !hasParts else { continue }
      if !seen.insert(entry.title).inserted { return index }
    }
    return nil
  }

  /// Whether a line is the heading that the list's first entry stands for; a heading broken in two has only its start.
  private static func repeats(_ entry: Entry, _ first: Entry) -> Bool {
    guard entry.isShort, !entry.title.isEmpty, entry.style == first.style else { return false }
    if first.style == .part { return entry.number == first.number }
    let shared = min(entry.title.count, first.title.count)
    return shared >= 4 && entry.title.units.prefix(shared).elementsEqual(first.title.units.prefix(shared))
      && (entry.style != nil || entry.title == first.title)
  }

  /// Where the dotted leader begins that stands before the page number at the end; nil without one.
  private static func leaderStart(_ units: [UInt16]) -> Int? {
    var end = units.count
    while end > 0, (0x30...0x39).contains(units[end - 1]) || units[end - 1] == 0x2D { end -= 1 }
    var start = end
    while start > 0, isLeader(units[start - 1]) { start -= 1 }
    return end - start >= 3 || (end > start && units[start] == 0x2026) ? start : nil
  }

  private static func isLeader(_ unit: UInt16) -> Bool {
    unit == 0x2E || unit == 0x2026 || unit == 0xB7 || unit == 0x5F || unit == 0x22EF || unit == 0x3002
  }

  private static let words: Words = ["目录", "目次", "目录页", "CONTENTS", "Contents", "(目录)"]
}
