import Accounts

/// The figures of a damaged disclosure as a reader meets them: the values printed, and how surely they stand in a place.
struct PrintedFigures {
  /// One cell that may hold a figure.
  struct Figure {
    var key: CellKey
    /// What it truly holds, in thousandths of a yuan; nil where nothing, or a blank, is printed.
    var truth: Int64?
    /// What is printed; differs from the truth where a digit is wrong.
    var printed: Int64?
    /// The digits printed, for changes of one digit.
    var digits = ""
    /// Whether the cell prints anything, be it a dash.
    var hasText = false
    /// Whether it is no longer printed, or its row can no longer be told.
    var isUnknown = false
    /// Whether it truly prints something but the column is lost.
    var isLost = false
  }

  /// Cells of one row behind one label; `isColumnless` where only their order is left.
  struct Group {
    var figures: [Int]
    var isColumnless: Bool
  }

  /// All cells, in reading order.
  private(set) var figures: [Figure] = []
  /// All groups.
  private(set) var groups: [Group] = []
  /// One hundredth of the printed unit, in thousandths of a yuan.
  let hundredth: Int64

  /// Looks at a document.
  init(_ document: SynthesizedDocument) {
    let disclosure = document.disclosure
    let hundredth = disclosure.style.moneyUnit.yuan * 10
    self.hundredth = hundredth
    let damaged = Self.cells(disclosure.tables)
    let truth = Dictionary(disclosure.truth.map { ($0.key, $0.amount) }, uniquingKeysWith: { first, _ in first })
    for (index, table) in (disclosure.intactTables ?? disclosure.tables).enumerated() where table.form != nil {
      let isColumnless = document.layout.losesColumns(ofTable: index)
      for row in table.rows {
        addRow(row, isColumnless: isColumnless, fates: disclosure.fates) { cell, key in
          Self.figure(key, cell, damaged[key], truth[key], disclosure.fates[key], hundredth)
        }
      }
    }
  }

  private static func figure(
    _ key: CellKey, _ intact: GridCell, _ damaged: GridCell?, _ truth: Amount?, _ fate: CellFate, _ hundredth: Int64
  ) -> Figure {
    var figure = Figure(key: key, truth: truth?.thousandths)
    // A table on one line has no cells left, but prints all that it printed before.
    let text = damaged?.text ?? (fate.isDisplaced && !fate.isLost ? intact.text : "")
    figure.hasText = !text.isEmpty
    figure.isLost = fate.isLost
    figure.isUnknown = fate.isLost && truth != nil
    figure.printed = figure.isUnknown ? nil : figure.truth
    if let wrong = damaged, fate.damages.contains(.wrongDigit), wrong.text != intact.text {
      figure.printed = value(wrong.text).map { $0 * hundredth } ?? figure.printed
    }
    if let printed = figure.printed { figure.digits = String(printed.magnitude / UInt64(hundredth)) }
    return figure
  }

  private mutating func addRow(
    _ row: GridRow, isColumnless: Bool, fates: CellFates, _ figure: (GridCell, CellKey) -> Figure
  ) {
    var group = Group(figures: [], isColumnless: isColumnless)
    func finish() {
      if !group.figures.isEmpty { groups.append(group) }
      group = Group(figures: [], isColumnless: isColumnless)
    }
    for cell in row.cells {
      if let key = cell.key {
        group.figures.append(figures.count)
        figures.append(figure(cell, key))
        if fates[key].isDisplaced { group.isColumnless = true }
      } else if !cell.text.isEmpty {
        finish()
      }
    }
    finish()
  }

  /// The figures that stand without columns beside one that cannot be read: what hangs on their places is not known.
  var untoldBesideUnreadable: [Int] {
    groups.filter { group in
      group.isColumnless && group.figures.count > 1
        && group.figures.contains { figures[$0].isUnknown && figures[$0].hasText }
    }.flatMap(\.figures)
  }

  /// Takes a figure for one that is not printed.
  mutating func forget(_ figure: Int) {
    figures[figure].isUnknown = true
    figures[figure].printed = nil
  }

  private static func cells(_ tables: [RenderedForm]) -> [CellKey: GridCell] {
    var cells: [CellKey: GridCell] = [:]
    for cell in tables.flatMap(\.rows).flatMap(\.cells) {
      if let key = cell.key { cells[key] = cell }
    }
    return cells
  }

  /// The hundredths that a text prints, whatever its digits are written in.
  private static func value(_ text: String) -> Int64? {
    var digits = ""
    for scalar in text.unicodeScalars {
      let narrow = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
      switch narrow {
      case 0x30...0x39: digits.unicodeScalars.append(Unicode.Scalar(UInt8(narrow)))
      case 0x4F: digits += "0"
      case 0x6C: digits += "1"
      default: continue
      }
    }
    return Int64(digits).map { text.unicodeScalars.contains("-") ? -$0 : $0 }
  }
}

extension Layout {
  /// Whether the figures of the table at `index` stand without places of their own.
  func losesColumns(ofTable index: Int) -> Bool {
    switch self {
    case .spaces, .cells: true
    case .mixed: TextWriter.mixedLayout(ofTable: index) == .spaces
    case .tabs, .pipes, .semanticHTML, .officeHTML: false
    }
  }
}
