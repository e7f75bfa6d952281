/// Writes the text layouts.
struct TextWriter {
  private let layout: Layout
  private let wrapWidth: Int?
  private let mark: Variants.HeadingMark
  private var text = ""
  private var tables = 0

  static func write(_ disclosure: SyntheticDisclosure, as layout: Layout) -> String {
    var writer = TextWriter(
      layout: layout, wrapWidth: disclosure.style.wrapWidth, mark: disclosure.style.variants.headingMark)
    for block in disclosure.blocks { writer.write(block) }
    return writer.text
  }

  private init(layout: Layout, wrapWidth: Int?, mark: Variants.HeadingMark) {
    self.layout = layout
    self.wrapWidth = wrapWidth
    self.mark = mark == .ofLayout && layout == .pipes ? .hashes : mark
  }

  private mutating func write(_ block: Block) {
    switch block {
    case .heading(let level, let text):
      paragraph(marked(text, level: level))
    case .line(let text): paragraph(text)
    case .paragraph(let text): paragraph(SoftLineEnds.wrap(text, at: wrapWidth).joined(separator: "\n"))
    case .table(let table):
      tables += 1
      write(table)
    }
  }

  private func marked(_ text: String, level: Int, by other: Variants.HeadingMark? = nil) -> String {
    switch other ?? mark {
    case .hashes: String(repeating: "#", count: level) + " " + text
    case .stars: "**" + text + "**"
    case .none, .ofLayout: text
    }
  }

  /// The layout of the table at `index` in the layout that mixes them.
  static func mixedLayout(ofTable index: Int) -> Layout { [Layout.pipes, .spaces, .tabs][index % 3] }

  private mutating func paragraph(_ line: String) {
    text += line + "\n\n"
  }

  private mutating func write(_ table: RenderedForm) {
    let layout = layout == .mixed ? Self.mixedLayout(ofTable: tables - 1) : layout
    // In the mixed layout only the tables in Markdown have Markdown's headings.
    let isMarked = mark != .ofLayout || layout == .pipes
    paragraph(isMarked ? marked(table.title, level: 3, by: mark == .ofLayout ? .hashes : mark) : table.title)
    let unit = [table.number, table.reporter, table.unit].filter { !$0.isEmpty }
    paragraph(unit.joined(separator: layout == .spaces ? " " : "\n\n"))
    for (index, row) in table.rows.enumerated() {
      write(row, as: layout)
      // Markdown wants its line of dashes under the first row.
      if layout == .pipes, index == 0 { text += "|" + String(repeating: " --- |", count: table.width) + "\n" }
    }
    text += "\n"
    for note in table.notes { paragraph(note) }
  }

  private mutating func write(_ row: GridRow, as layout: Layout) {
    let cells = row.cells.map(\.text)
    guard row.kind != .furniture else {
      text += cells.joined() + "\n"
      return
    }
    switch layout {
    case .tabs: text += cells.joined(separator: "\t") + "\n"
    case .pipes:
      text += "|" + cells.map { " " + $0.replacing("\n", with: "<br>") + " |" }.joined() + "\n"
    case .cells: text += cells.map { $0.isEmpty ? " \n" : $0 + "\n" }.joined()
    default: text += cells.filter { !$0.isEmpty }.joined(separator: " ") + "\n"
    }
  }
}

/// Breaks prose as the pages of a document do: after so many characters, whatever stands there but a number.
enum SoftLineEnds {
  /// The lines of `text`; the whole text where `width` is nil.
  static func wrap(_ text: String, at width: Int?) -> [String] {
    guard let width else { return [text] }
    var lines: [String] = []
    var line: [Character] = []
    for character in text {
      let splitsNumber = line.last.map(isNumeric) == true && isNumeric(character)
      if line.count >= width, !splitsNumber, !"，。；：、）".contains(character) {
        lines.append(String(line))
        line = []
      }
      line.append(character)
    }
    return line.isEmpty ? lines : lines + [String(line)]
  }

  private static func isNumeric(_ character: Character) -> Bool {
    character.isASCII && (character.isNumber || character == "." || character == "," || character == "%")
  }
}
