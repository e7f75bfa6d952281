import Accounts

/// gk06 with the columns 合计, 人员经费 and 公用经费: each figure stands under 合计 and again under one of the others.
struct EconomicColumns {
  /// The grid columns of 合计, 人员经费 and 公用经费; nil where the layout has lost them.
  private let columns: [Int?]

  /// The rows as a form of lists has them, with one figure each and two rows of totals; as they are in other shapes.
  static func lists(_ rows: [FormRow], in table: CleanedTable) -> [FormRow] {
    guard let columns = EconomicColumns(table) else { return rows }
    return rows.flatMap { row -> [FormRow] in
      switch row.kind {
      case .subject: [columns.single(row)]
      case .total where !row.figures.isEmpty: columns.totals(row, among: rows)
      default: [row]
      }
    }
  }

  /// Looks at the header; nil where it does not name the three columns one beside the other.
  private init?(_ table: CleanedTable) {
    let header = table.rows.lazy.flatMap(\.tokens).prefix { $0.number == nil }
    guard let personnel = header.lastIndex(where: { $0.normal == "人员经费" }),
      let goods = header.lastIndex(where: { Self.publicFunds.contains($0.normal) }), personnel < goods,
      let total = header[..<personnel].lastIndex(where: { Self.totals.contains($0.normal) })
    else { return nil }
    columns = [header[total].column, header[personnel].column, header[goods].column]
  }

  private static let totals: Set<NormalText> = ["合计", "小计", "总计"]
  private static let publicFunds: Set<NormalText> = ["公用经费", "日常公用经费"]

  /// The row with the figure under 合计, or with all that are left where they differ.
  private func single(_ row: FormRow) -> FormRow {
    var row = row
    let own = row.figures.filter { $0.token.column != nil && $0.token.column == columns[0] }
    let figures = row.figures.filter { $0.amount != .zero }
    var kept: [PrintedFigure] = []
    for figure in own + (figures.isEmpty ? row.figures : figures)
    where !kept.contains(where: { $0.amount == figure.amount }) {
      kept.append(figure)
    }
    row.figures = kept
    row.blanks = []
    return row
  }

  /// 合计 with its own figure, and the totals of the other columns as rows.
  private func totals(_ row: FormRow, among rows: [FormRow]) -> [FormRow] {
    var parts: [(key: RowKey, name: String, figures: [PrintedFigure])] = [
      (.total, row.namePrinted, []), ("personnel_total", "人员经费", []), ("public_total", "公用经费", []),
    ]
    for (index, figure) in row.figures.enumerated() {
      let column = figure.token.column.flatMap { column in columns.firstIndex { $0 == column } }
      if let place = column ?? place(of: index, in: row, rows) { parts[place].figures.append(figure) }
    }
    return parts.map { part in
      var own = row
      own.kind = part.key == .total ? .total : .line(part.key)
      own.namePrinted = part.name
      own.figures = part.figures
      own.blanks = []
      own.span = part.figures.first?.token.span ?? row.span
      return own
    }
  }

  /// Without columns the order tells; of two figures the second is that of the only column that any subject has.
  private func place(of index: Int, in row: FormRow, _ rows: [FormRow]) -> Int? {
    if row.figures.count >= 3 || index == 0 { return index < 3 ? index : nil }
    let personnel = rows.contains { $0.kind == .subject && Self.isPersonnel($0) }
    let goods = rows.contains { $0.kind == .subject && !Self.isPersonnel($0) }
    return personnel == goods ? nil : personnel ? 1 : 2
  }

  private static func isPersonnel(_ row: FormRow) -> Bool {
    row.codePrinted.hasPrefix("301") || row.codePrinted.hasPrefix("303")
  }
}
