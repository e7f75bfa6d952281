/// Changes finished exports at random: the same seed makes the same changes.
///
/// Nothing is known of what a changed export says. It serves to look for traps, hangs and contradictions, never to
/// measure accuracy.
public struct Mutator: Sendable {
  private var random: SplitMix64
  /// The rows of the export, without their line feeds.
  private var rows: [[UInt8]] = []

  /// Makes a mutator that draws from `seed`.
  public init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  /// An export after some changes.
  ///
  /// - Parameters:
  ///   - text: the export, in UTF-8 or any encoding that keeps ASCII.
  ///   - donor: another export, that this one may go on with.
  ///   - changes: how many changes.
  ///   - kinds: the kinds of changes to draw from; there must be one.
  public mutating func mutate(
    _ text: [UInt8], donor: () -> [UInt8], changes: Int, kinds: [Mutation] = Mutation.allCases
  ) -> [UInt8] {
    rows = Self.rows(of: text)
    for _ in 0..<changes {
      let kind = random.pick(kinds)
      if kind == .flipBytes {
        var bytes = Array(rows.joined(separator: [Self.lineFeed]))
        flipBytes(of: &bytes)
        rows = Self.rows(of: bytes)
      } else {
        apply(kind, donor: donor)
      }
    }
    return Array(rows.joined(separator: [Self.lineFeed]))
  }

  private mutating func apply(_ kind: Mutation, donor: () -> [UInt8]) {
    switch kind {
    case .swapRows: swapRows()
    case .repeatRows: insert(rows[anyBlock()], at: anyRow())
    case .dropRows: rows.removeSubrange(anyBlock())
    case .moveRows:
      let block = anyBlock()
      let (moved, place) = (Array(rows[block]), anyRow())
      rows.removeSubrange(block)
      insert(moved[...], at: place)
    case .joinRows: joinRows()
    case .tearRow: tearRow()
    case .swapCells, .dropCell, .repeatCell: changeCells(kind)
    case .changeDigit: changeDigit()
    case .extremeNumber: replaceNumber(by: random.pick(Mutation.numbers))
    case .oddCharacter: put(in: random.pick(Mutation.characters))
    case .markup: put(in: random.pick(Mutation.marks))
    case .splice:
      let tail = Self.rows(of: donor())
      rows = Array(rows[..<anyRow()] + tail[random.index(in: 0...(tail.count - 1))...])
    case .excerpt: rows = Array(rows[anyBlock(of: max(8, rows.count / 3))])
    case .flipBytes: break
    }
    if rows.isEmpty { rows = [[]] }
  }

  // MARK: Rows

  private mutating func swapRows() {
    let first = anyRow()
    // Mostly a near one: in the same table.
    let second = random.chance(70) ? min(rows.count - 1, first + random.index(in: 1...4)) : anyRow()
    rows.swapAt(first, second)
  }

  private mutating func insert(_ block: ArraySlice<[UInt8]>, at place: Int) {
    rows.insert(contentsOf: block, at: min(place, rows.count))
  }

  private mutating func joinRows() {
    let row = anyRow()
    guard row + 1 < rows.count else { return }
    let glue: [UInt8] = random.chance(50) ? [UInt8(ascii: " ")] : []
    rows[row] += glue + rows.remove(at: row + 1)
  }

  private mutating func tearRow() {
    let row = anyRow()
    let place = anyPlace(in: rows[row])
    let tail = Array(rows[row][place...])
    rows[row].removeSubrange(place...)
    rows.insert(tail, at: row + 1)
  }

  private mutating func anyRow() -> Int { random.index(in: 0...(rows.count - 1)) }

  /// Some rows in a row: mostly few.
  private mutating func anyBlock(of most: Int = 12) -> Range<Int> {
    let start = anyRow()
    let length = random.chance(80) ? random.index(in: 1...min(12, most)) : random.index(in: 1...most)
    return start..<min(rows.count, start + length)
  }

  // MARK: Cells

  private mutating func changeCells(_ kind: Mutation) {
    guard let row = rowWithNumber() else { return }
    let mark: [UInt8] = Self.separators.first { Self.cells(of: rows[row], by: $0).count > 2 } ?? []
    if mark.isEmpty { return }
    var cells = Self.cells(of: rows[row], by: mark)
    let cell = random.index(in: 0...(cells.count - 1))
    switch kind {
    case .swapCells: cells.swapAt(cell, random.index(in: 0...(cells.count - 1)))
    case .dropCell: cells.remove(at: cell)
    default: cells.insert(cells[cell], at: cell)
    }
    rows[row] = Array(cells.joined(separator: mark))
  }

  /// What parts the cells of a row, the rarest first.
  private static let separators = ["</td>", "\t", "|", " "].map { Array($0.utf8) }

  private static func cells(of row: [UInt8], by mark: [UInt8]) -> [[UInt8]] {
    var cells: [[UInt8]] = [[]]
    var index = 0
    while index < row.count {
      if row[index...].starts(with: mark) {
        cells.append([])
        index += mark.count
      } else {
        cells[cells.count - 1].append(row[index])
        index += 1
      }
    }
    return cells
  }

  // MARK: Numbers and characters

  private mutating func changeDigit() {
    guard let row = rowWithNumber() else { return }
    let digits = rows[row].indices.filter { Self.isDigit(rows[row][$0]) }
    rows[row][random.pick(digits)] = UInt8(ascii: "0") + UInt8(random.index(in: 0...9))
  }

  private mutating func replaceNumber(by text: String) {
    guard let row = rowWithNumber() else { return }
    let digits = rows[row].indices.filter { Self.isDigit(rows[row][$0]) }
    let digit = random.pick(digits)
    let start = rows[row][..<digit].lastIndex { !Self.isOfNumber($0) }.map { $0 + 1 } ?? 0
    let end = rows[row][digit...].firstIndex { !Self.isOfNumber($0) } ?? rows[row].count
    rows[row].replaceSubrange(start..<end, with: text.utf8)
  }

  private mutating func put(in text: String) {
    // Mostly where figures stand: there it can do most.
    let row = random.chance(70) ? rowWithNumber() ?? anyRow() : anyRow()
    rows[row].insert(contentsOf: text.utf8, at: anyPlace(in: rows[row]))
  }

  /// A row with a digit, found by looking on from a drawn one.
  private mutating func rowWithNumber() -> Int? {
    let start = anyRow()
    return (start..<min(rows.count, start + 50)).first { rows[$0].contains(where: Self.isDigit) }
  }

  /// A place between two characters.
  private mutating func anyPlace(in row: [UInt8]) -> Int {
    var place = random.index(in: 0...row.count)
    while place < row.count, row[place] & 0xC0 == 0x80 { place += 1 }
    return place
  }

  private mutating func flipBytes(of bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    for _ in 0..<random.index(in: 1...3) {
      bytes[random.index(in: 0...(bytes.count - 1))] = UInt8(random.index(in: 0...255))
    }
  }

  private static let lineFeed = UInt8(ascii: "\n")

  private static func rows(of text: [UInt8]) -> [[UInt8]] {
    text.split(separator: lineFeed, omittingEmptySubsequences: false).map(Array.init)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "-")
  }
}
