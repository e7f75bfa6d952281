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
  private let columns: [Int: Measure]
  /// The best reading of the header, whether it fits the rows or not.
  private let printed: [Int: Measure]
  /// Whether no row fills all columns, so that one may be lost.
  private(set) var canLoseColumn = false
  private var printsZeros = false
  /// The columns that the header names and no row fills, as indices into the measures.
  private var emptied: Set<Int> = []

  /// Weighs the hypotheses of `form` against its rows.
  init(_ form: FormReading) {
    self.form = form
    let rules = RowRules(form: form.form, side: .none, measures: form.measures)
    self.rules = rules
    // Indices: rows are dear to copy.
    let rows = form.rows.indices.filter { !form.rows[$0].figures.isEmpty && form.rows[$0].side != .revenue }
    var best: (columns: [Int: Measure], misfits: Int)?
    for hypothesis in form.columnHypotheses {
      let misfits = rows.count { !Self.fits(form.rows[$0], hypothesis, form.measures, rules) }
      if misfits < best?.misfits ?? Int.max { best = (hypothesis, misfits) }
    }
    printed = best?.columns ?? [:]
    // One row in five may be the publisher's error; more say that the header does not belong to these columns.
    if let best, best.misfits * 5 <= rows.count || best.misfits <= 1 && rows.count > 1 {
      columns = best.columns
    } else {
      columns = [:]
    }
    if form.form.isBySubject, !rows.contains(where: { form.rows[$0].figures.count == form.measures.count }) {
      canLoseColumn = true
      let figures = rows.flatMap { form.rows[$0].figures }
      printsZeros = figures.contains { $0.amount == .zero }
      emptied = Self.emptied(figures, printed, form.measures)
    }
  }

  private static func emptied(
    _ figures: [PrintedFigure], _ printed: [Int: Measure], _ measures: [Measure]
  ) -> Set<Int> {
    let filled = Set(figures.lazy.compactMap { $0.token.column.flatMap { printed[$0] } })
    let named = Set(printed.values)
    return Set(measures.indices.filter { named.contains(measures[$0]) && !filled.contains(measures[$0]) })
  }

  /// The readings of a row whose figures stand in their columns, where the figure of an emptied one may be lost.
  private func readingsInPlace(of row: FormRow, _ enumerator: ReadingEnumerator) -> [Reading] {
    guard !emptied.isEmpty, let placement = Self.placement(row, printed, form.measures) else { return [] }
    let placed = Reading(row, columns: placement, count: form.measures.count)
    var readings = rules.hold(placed.values, halfUnit: row.halfUnit.thousandths) ? [placed] : []
    readings += enumerator.completions(of: placement, row).filter { $0.lost.map(emptied.contains) ?? false }
    for index in readings.indices { readings[index].isInPlace = true }
    return readings
  }

  /// What a row can mean, and whether its position or its full count of figures settles it.
  func domain(of row: FormRow, measures: [Measure]) -> (readings: [Reading], isSettled: Bool) {
    if row.figures.isEmpty { return ([.blank(measures.count)], true) }
    if !row.allowed.isEmpty, row.allowed.allSatisfy({ $0.count == 1 }) {
      let placement = Self.placement(row.allowed.map { $0[0] }, measures).flatMap {
        $0.count == row.figures.count ? $0 : nil
      }
      return (placement.map { [Reading(row, columns: $0, count: measures.count)] } ?? [], true)
    }
    if measures.count == 1 {
      return (row.figures.indices.map { Reading(row, only: $0) }, row.figures.count == 1)
    }
    if let reading = Self.reading(row, columns, measures), !rules.isHeadless(reading.values) {
      return ([reading], true)
    }
    let enumerator = ReadingEnumerator(rules: rules, measures: measures, printsZeros: canLoseColumn && printsZeros)
    if row.figures.count == measures.count {
      let inOrder = Reading(row, columns: Array(measures.indices), count: measures.count)
      let holds = rules.hold(inOrder.values, halfUnit: row.halfUnit.thousandths)
      let isPrinted = Self.reading(row, printed, measures) == inOrder
      if holds || isPrinted || row.figures[0].token.column == nil && !enumerator.isStacked(row) {
        return ([inOrder], true)
      }
    }
    let readings = canLoseColumn ? readingsWithLoss(of: row, enumerator) : enumerator.readings(of: row)
    if readings.isEmpty, let reading = Self.reading(row, printed, measures), !rules.isHeadless(reading.values) {
      return ([reading], true)
    }
    return (readings, false)
  }

  private func readingsWithLoss(of row: FormRow, _ enumerator: ReadingEnumerator) -> [Reading] {
    let inPlace = readingsInPlace(of: row, enumerator)
    let others = enumerator.readingsWithLoss(of: row).filter { reading in
      !inPlace.contains { $0.figures == reading.figures && $0.lost == reading.lost }
    }
    return inPlace + others
  }

  private static func fits(
    _ row: FormRow, _ columns: [Int: Measure], _ measures: [Measure], _ rules: RowRules
  ) -> Bool {
    guard let reading = reading(row, columns, measures) else { return false }
    return rules.hold(reading.values, halfUnit: row.halfUnit.thousandths)
  }

  /// The row read by its grid columns; nil where one of its figures stands in none of them.
  private static func reading(_ row: FormRow, _ columns: [Int: Measure], _ measures: [Measure]) -> Reading? {
    placement(row, columns, measures).map { Reading(row, columns: $0, count: measures.count) }
  }

  private static func placement(_ row: FormRow, _ columns: [Int: Measure], _ measures: [Measure]) -> [Int]? {
    placement(row.figures.lazy.map { figure in figure.token.column.flatMap { columns[$0] } }, measures)
  }

  /// The columns of as many different measures; nil where one is not known, two are the same or the form lacks one.
  private static func placement(_ placed: some Collection<Measure?>, _ measures: [Measure]) -> [Int]? {
    var columns: [Int] = []
    columns.reserveCapacity(placed.count)
    for measure in placed {
      guard let measure, let column = measures.firstIndex(of: measure), !columns.contains(column) else { return nil }
      columns.append(column)
    }
    return columns
  }
}
