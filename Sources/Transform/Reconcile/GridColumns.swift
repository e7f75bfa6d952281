import Accounts

/// Decides which column of a grid holds which measure, and what each row can mean by it.
///
/// Where the header's word fits the rows, the rows are read by it and nothing is inferred. Where it does not, because
/// a column was lost or cells were shifted, every row is open to what its own identities allow.
struct GridColumns {
  private let form: FormReading
  /// The identities between the columns of a row.
  let rules: RowRules
  /// The reading of the header that fits the rows; empty where none does or the layout has no columns.
  private let columns: Places
  /// The best reading of the header, whether it fits the rows or not.
  private let printed: Places
  /// Whether no row fills all columns, so that one may be lost.
  private(set) var canLoseColumn = false
  private var printsZeros = false
  /// Whether the header has fewer columns than most rows.
  private let isHeaderShort: Bool
  /// The columns that the header names and no row fills, as indices into the measures.
  private var emptied: Set<Int> = []

  /// Which of the form's columns, as indices into the measures, stand in which columns of the grid.
  private struct Places {
    private var places: [Int?] = []

    init(_ columns: [Int: Measure], _ measures: [Measure]) {
      for (column, measure) in columns {
        if column >= places.count { places += Array(repeating: nil, count: column + 1 - places.count) }
        places[column] = measures.firstIndex(of: measure)
      }
    }

    /// The form's column that stands in a column of the grid.
    func place(of column: Int?) -> Int? {
      guard let column, column < places.count else { return nil }
      return places[column]
    }

    /// The form's columns that stand anywhere.
    var named: Set<Int> { Set(places.lazy.compactMap(\.self)) }

    /// A row as it stands in the grid; nil where one of its figures stands in none of the form's columns.
    func reading(of row: FormRow, _ measures: [Measure]) -> Reading? {
      Reading(row, columns: row.figures.lazy.map { place(of: $0.token.column) }, count: measures.count)
    }
  }

  /// Weighs the hypotheses of `form` against its rows.
  init(_ form: FormReading) {
    self.form = form
    let rules = RowRules(form: form.form, side: .none, measures: form.measures)
    self.rules = rules
    // Indices: rows are dear to copy.
    let rows = form.rows.indices.filter { !form.rows[$0].figures.isEmpty && form.rows[$0].side != .revenue }
    var best: (columns: Places, misfits: Int)?
    for hypothesis in form.columnHypotheses {
      let places = Places(hypothesis, form.measures)
      let misfits = rows.count { !Self.fits(form.rows[$0], places, form.measures, rules) }
      if misfits < best?.misfits ?? Int.max { best = (places, misfits) }
    }
    let wide = rows.count { form.rows[$0].width > form.headerWidth }
    isHeaderShort = wide > 2 && wide * 2 > rows.count
    let none = Places([:], [])
    printed = best?.columns ?? none
    // One row in five may be the publisher's error; more say that the header does not belong to these columns.
    if let best, best.misfits * 5 <= rows.count || best.misfits <= 1 && rows.count > 1 {
      columns = best.columns
    } else {
      columns = none
    }
    if form.form.isBySubject, !rows.contains(where: { form.rows[$0].fills(form.measures.count) }) {
      canLoseColumn = true
      let figures = rows.flatMap { form.rows[$0].figures }
      printsZeros = figures.contains { $0.amount == .zero }
      emptied = printed.named.subtracting(figures.lazy.compactMap { [printed] in printed.place(of: $0.token.column) })
    }
  }

  /// The readings of a row whose figures stand in their columns, where the figure of an emptied one may be lost.
  private func readingsInPlace(of row: FormRow, _ enumerator: ReadingEnumerator) -> [Reading] {
    guard !emptied.isEmpty, let placed = printed.reading(of: row, form.measures) else { return [] }
    var readings = rules.hold(placed, row.rounding) ? [placed] : []
    readings += enumerator.completions(of: placed, row).filter { $0.lost.map(emptied.contains) ?? false }
    for index in readings.indices { readings[index].isInPlace = true }
    return readings
  }

  /// What a row can mean, and whether its position or its full count of figures settles it.
  func domain(of row: FormRow, measures: [Measure]) -> (readings: [Reading], isSettled: Bool) {
    if row.figures.isEmpty { return ([.blank(measures.count)], true) }
    if !row.allowed.isEmpty, row.allowed.allSatisfy({ $0.count == 1 }) {
      let columns = row.allowed.map { measures.firstIndex(of: $0[0]) }
      return (Reading(row, columns: columns, count: measures.count).map { [$0] } ?? [], true)
    }
    if measures.count == 1 {
      return (row.figures.indices.map { Reading(row, only: $0) }, row.figures.count == 1)
    }
    let isWide = isWide(row)
    if !isWide, let reading = columns.reading(of: row, measures), !rules.isHeadless(reading) {
      return ([reading], true)
    }
    let enumerator = ReadingEnumerator(rules: rules, measures: measures, printsZeros: canLoseColumn && printsZeros)
    if row.fills(measures.count), let inOrder = Reading(row, columns: row.places.lazy.map { $0 }, count: measures.count)
    {
      let holds = rules.hold(inOrder, row.rounding)
      let isPrinted = printed.reading(of: row, measures) == inOrder
      if holds || isPrinted || row.figures[0].token.column == nil && !enumerator.isStacked(row) {
        return ([inOrder], true)
      }
    }
    let readings = canLoseColumn ? readingsWithLoss(of: row, enumerator) : enumerator.readings(of: row)
    if readings.isEmpty, !isWide, let reading = printed.reading(of: row, measures), !rules.isHeadless(reading) {
      return ([reading], true)
    }
    return (readings, false)
  }

  /// Whether a row has more cells than the header has columns: one was added to it, and which of its cells still stand in
  /// their columns is not known. Where most rows do, the header lost a column.
  private func isWide(_ row: FormRow) -> Bool { !isHeaderShort && form.headerWidth > 1 && row.width > form.headerWidth }

  private func readingsWithLoss(of row: FormRow, _ enumerator: ReadingEnumerator) -> [Reading] {
    let inPlace = readingsInPlace(of: row, enumerator)
    let others = enumerator.readingsWithLoss(of: row).filter { reading in
      !inPlace.contains { $0.figures == reading.figures && $0.lost == reading.lost }
    }
    return inPlace + others
  }

  /// Whether a row that was open to all columns was decided to stand in those of the header after all.
  func isInPlace(_ variable: RowVariable) -> Bool {
    isWide(variable.row)
      && variable.decided.map { $0.figures == printed.reading(of: variable.row, form.measures)?.figures } ?? false
  }

  private static func fits(_ row: FormRow, _ places: Places, _ measures: [Measure], _ rules: RowRules) -> Bool {
    guard let reading = places.reading(of: row, measures) else { return false }
    return rules.hold(reading, row.rounding)
  }
}
