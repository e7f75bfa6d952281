import Accounts

/// Turns decided rows into figures with status, proof and provenance, and undecided ones into ranges.
struct FigureBuilder {
  private let problem: Problem
  private let evidence: Evidence
  /// For each form, which columns its rows lack.
  private let tallies: [LostColumn.Tally]
  private var figures: [Figure] = []
  private var repairs: [Repair] = []
  private var findings: [Finding] = []

  /// What the rows of a problem give.
  struct Result {
    var figures: [Figure]
    var repairs: [Repair]
    var findings: [Finding]
  }

  /// Builds the figures of all rows, form by form.
  static func build(_ problem: Problem, evidence: Evidence) -> Result {
    var builder = FigureBuilder(problem: problem, evidence: evidence)
    for row in problem.rows.indices { builder.addRow(row) }
    return Result(figures: builder.figures, repairs: builder.repairs, findings: builder.findings)
  }

  private init(problem: Problem, evidence: Evidence) {
    self.problem = problem
    self.evidence = evidence
    tallies = problem.forms.indices.map { LostColumn.Tally(problem, form: $0) }
  }

  private mutating func addRow(_ index: Int) {
    let variable = problem.rows[index]
    let form = problem.forms[variable.form].form
    guard let key = variable.row.key else {
      if variable.row.kind == .unknown {
        reportUnknownLine(variable.row, form)
      } else {
        reportUndecidedCode(variable.row, form)
      }
      return
    }
    guard !variable.domain.isEmpty else {
      reportUnreadable(variable.row, form, key)
      return
    }
    // A row that no dataset holds takes part in the sums all the same.
    if form.template.unpublishedRows.contains(key) {
      if form.template.rows == .lines { reportUnknownLine(variable.row, form, severity: .info) }
      return
    }
    let first = figures.count
    let blank = blank(variable, form, key)
    for column in variable.measures.indices where isPublished(variable.measures[column], form) {
      addCell(blank, variable, index, column)
    }
    if variable.domain.count > 1 { reportUndecidedAlignment(variable, form, key) }
    if figures.count > first { addRowRepairs(variable, figures[first...]) }
  }

  /// Which columns the datasets hold; balances beside general public expenditure are read, but no part of gk05.
  private func isPublished(_ measure: Measure, _ form: Form) -> Bool { form.measures.contains(measure) }

  // MARK: cells

  private mutating func addCell(_ blank: Figure, _ variable: RowVariable, _ index: Int, _ column: Int) {
    if variable.domain.mayBeUnknown(column) { return }
    let isAgreed = variable.domain.isAgreed(on: column)
    // Not the reading: it would be copied.
    let (value, place) = (variable.domain[0].values[column], variable.domain[0].figures[column])
    if isAgreed, value == nil { return }
    // Whether a zero is printed there is no range.
    if !isAgreed, variable.domain.allSatisfy({ $0.values[column] ?? .zero == .zero }) { return }
    var figure = blank
    figure.key.measure = variable.measures[column]
    figure.amount = value
    if !isAgreed {
      makeAmbiguous(&figure, variable.domain.map { $0.values[column] })
    } else if let place, !isGuess(variable, index, column) {
      let printed = variable.row.figures[place]
      if variable.corrections[column] == nil, let value, let amount = printed.amount, value != amount {
        // All readings that are left take a digit for misread, and nothing proves which one was meant.
        makeAmbiguous(&figure, [value, amount])
      } else {
        settle(&figure, variable, index, column, printed)
      }
    } else if place != nil {
      let without = isOddOneOut(variable, column) ? .zero : value
      makeAmbiguous(&figure, variable.considered.map { $0.values[column] } + [value, without])
    } else {
      makeDerived(&figure, variable, index, column)
    }
    figures.append(figure)
  }

  /// Whether nothing but the smallest error chose the column, an equation contradicts the choice, and no other place
  /// prints the value.
  private func isGuess(_ variable: RowVariable, _ index: Int, _ column: Int) -> Bool {
    guard variable.isMinimal, !variable.isSettled, !variable.isCorroborated,
      variable.considered.contains(where: { $0.values[column] != variable.domain[0].values[column] })
        || isOddOneOut(variable, column)
    else { return false }
    let evidence = evidence.of(row: index, column: column)
    return evidence.isContested && !evidence.hasCounterpart
  }

  /// Whether each identity of its row that a figure breaks holds without it.
  private func isOddOneOut(_ variable: RowVariable, _ column: Int) -> Bool {
    let reading = variable.domain[0]
    var others = reading
    others.clear(column)
    let broken = variable.rules.rules.filter { rule in
      rule.terms.contains { $0.column == column }
        && !variable.rules.isHeld(rule, reading, variable.rounding)
    }
    return !broken.isEmpty
      && broken.allSatisfy { variable.rules.isHeld($0, others, variable.rounding) }
  }

  /// What all figures of a row have in common.
  private func blank(_ variable: RowVariable, _ form: Form, _ key: RowKey) -> Figure {
    // Not the row: it would be copied.
    var figure = Figure(key: CellKey(form, variable.row.side, key, .total), amount: nil, printed: "", span: nil)
    figure.lineNumber = variable.row.lineNumber
    figure.code = variable.row.code
    figure.codePrinted = variable.row.codePrinted
    figure.namePrinted = variable.row.namePrinted
    figure.name = variable.row.name.isEmpty ? SubjectCodes.joined(figure.namePrinted) : variable.row.name
    if variable.row.kind == .total, form.template.rows != .pairs { figure.name = "合计" }
    figure.level = figure.code.isEmpty ? nil : SubjectLevel(codeLength: figure.code.utf8.count)
    figure.steps = variable.row.codeSteps
    return figure
  }

  private func makeAmbiguous(_ figure: inout Figure, _ values: [Amount?]) {
    let bounds = values.map { $0 ?? .zero }
    figure.amount = nil
    figure.low = bounds.min()?.nearestReadable
    figure.high = bounds.max()?.nearestReadable
    figure.status = .ambiguous
    figure.proof = .minimal
    figure.confidence = Confidence(thousandths: 0)
  }

  /// Gives a printed figure its status: reported in its own cell, aligned where the column or code was inferred.
  private func settle(
    _ figure: inout Figure, _ variable: RowVariable, _ index: Int, _ column: Int, _ printed: PrintedFigure
  ) {
    figure.printed = printed.token.text
    figure.span = printed.token.span
    if variable.corrections[column] == nil, let step = printed.spelling { figure.steps.insert(step, at: 0) }
    let evidence = evidence.of(row: index, column: column)
    let isCodeInferred = variable.row.codeSteps.contains { $0.rule == "complete-code" }
    if !variable.isSettled {
      figure.status = .aligned
      figure.proof = variable.isCorroborated || evidence.hasCounterpart ? .corroborated : .forced
      figure.steps.append(
        ProvenanceStep(
          stage: "transform", rule: "align-by-identities", before: "\(variable.considered.count) readings of the row",
          after: figure.key.measure.rawValue, witnesses: witnesses(variable.excludedBy, index, column)))
    } else if isCodeInferred {
      figure.status = .aligned
      figure.proof = .forced
    }
    if let correction = variable.corrections[column] {
      figure.status = .corrected
      figure.proof = correction.isCorroborated ? .corroborated : .forced
      figure.steps.append(
        ProvenanceStep(
          stage: "transform", rule: "misread-digit", before: printed.token.text,
          after: figure.amount?.description ?? "", witnesses: correction.witnesses))
    } else if let rule = printed.mending {
      figure.status = .corrected
      figure.proof =
        evidence.hasCounterpart ? .corroborated : self.evidence.isHeld(row: index, column: column) ? .forced : .minimal
      figure.steps.append(
        ProvenanceStep(
          stage: "clean", rule: rule, before: printed.token.text, after: figure.amount?.description ?? "",
          witnesses: self.evidence.held(row: index, column: column, in: problem)))
    }
    if variable.measures.count == 1, printsTwice(variable.row) { figure.proof = .minimal }
    calibrate(&figure, index, column)
  }

  /// Whether a row of one column prints two amounts that differ: one of them is wrong, or is something else.
  private func printsTwice(_ row: FormRow) -> Bool { Set(row.amounts).count > 1 }

  /// Gives a decided figure the confidence of its class, and the proof that its class allows.
  private func calibrate(_ figure: inout Figure, _ index: Int, _ column: Int) {
    let standing = evidence.standing(row: index, column: column, in: problem)
    guard let group = Calibration.group(figure.status, figure.proof, standing) else { return }
    figure.proof = group.proof
    figure.confidence = group.confidence
  }

  /// A figure that is not printed here: it follows from the row, from the rows below, or from another form.
  private mutating func makeDerived(_ figure: inout Figure, _ variable: RowVariable, _ index: Int, _ column: Int) {
    let evidence = evidence.of(row: index, column: column)
    let isTotal = variable.row.figures.isEmpty
    let isPrintedElsewhere = isTotal ? variable.isPrintedElsewhere(column) : evidence.hasCounterpart
    switch restoredProof(Equations.Place(row: index, column: column), isPrintedElsewhere) {
    case .corroborated: figure.proof = .corroborated
    case .forced: figure.proof = .forced
    case .minimal: figure.proof = .minimal
    case .range(let values):
      makeAmbiguous(&figure, [values.lowerBound, values.upperBound])
      return
    }
    let given = self.evidence.witnesses(variable.restored[column] ?? [])
    let witnesses = given.isEmpty ? witnesses(variable.excludedBy, index, column) : given
    figure.status = .derived
    calibrate(&figure, index, column)
    let rule =
      isTotal ? "restore-lost-total" : variable.restored[column] != nil ? "restore-lost-cell" : "restore-lost-column"
    figure.steps.append(
      ProvenanceStep(
        stage: "transform", rule: rule, before: "", after: figure.amount?.description ?? "", witnesses: witnesses))
    repairs.append(
      Repair(
        dataset: "amounts", key: figure.key.description, field: "amount", printed: "",
        value: figure.amount?.description ?? "", rule: rule, proof: figure.proof, confidence: figure.confidence,
        witnesses: witnesses, alternatives: alternatives(to: figure, variable), sourceLine: variable.row.span.line))
  }

  /// What excluded other readings, and the identities that hold of a cell.
  private func witnesses(_ excluding: [String], _ row: Int, _ column: Int) -> [String] {
    let form = problem.rows[row].form
    let lost = LostColumn.claim(problem.forms[form].form)
    let isLoss = excluding.contains(lost) && tallies[form].admits(row)
    return evidence.witnesses(
      excluding.filter { $0 != lost || isLoss } + evidence.held(row: row, column: column, in: problem))
  }

  private func restoredProof(_ place: Equations.Place, _ isPrintedElsewhere: Bool) -> RestoredProof {
    guard let equations = evidence.equations else { return .minimal }
    return RestoredProof(at: place, in: problem, equations, isPrintedElsewhere: isPrintedElsewhere)
  }

  /// The other values that the readings of the row would have given the column, a blank as `blank`.
  private func alternatives(to figure: Figure, _ variable: RowVariable) -> [String] {
    guard let column = variable.measures.firstIndex(of: figure.key.measure) else { return [] }
    let values = variable.considered.map { reading in
      reading.values[column]?.description ?? "blank"
    }
    return Self.unique(values.filter { $0 != figure.amount?.description })
  }

  /// What a corrected figure would be as printed, which breaks the identities; nothing where only letters were misread.
  private func failed(_ figure: Figure, _ variable: RowVariable) -> [String] {
    guard let column = variable.measures.firstIndex(of: figure.key.measure),
      let correction = variable.corrections[column]
    else { return [] }
    return [correction.printed.description]
  }

  private static func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }

  // MARK: repairs and findings

  /// One repair for each code or name that was completed, and for each figure that was moved or corrected.
  ///
  /// A figure whose empty neighbours a layout without columns lost was inferred, but nothing printed says otherwise: it
  /// is `aligned`, and no repair.
  private mutating func addRowRepairs(_ variable: RowVariable, _ figures: ArraySlice<Figure>) {
    for step in variable.row.codeSteps {
      repairs.append(
        Repair(
          dataset: "amounts", key: figures.first?.key.description ?? "",
          field: step.rule == "complete-code" ? "code" : "name", printed: step.before, value: step.after,
          rule: step.rule, proof: .forced, confidence: Calibration.completedCode, witnesses: step.witnesses,
          sourceLine: variable.row.span.line))
    }
    for figure in figures
    where figure.status == .corrected || figure.status == .aligned && variable.row.hasColumns && !variable.isSettled {
      guard let step = figure.steps.last, figure.span != nil else { continue }
      let isCorrected = figure.status == .corrected
      repairs.append(
        Repair(
          dataset: "amounts", key: figure.key.description, field: isCorrected ? "amount" : "measure",
          printed: figure.printed, value: isCorrected ? step.after : figure.key.measure.rawValue, rule: step.rule,
          proof: figure.proof, confidence: figure.confidence, witnesses: step.witnesses,
          alternatives: isCorrected ? failed(figure, variable) : alternatives(to: figure, variable),
          sourceLine: figure.span?.line))
    }
  }

  private mutating func reportUndecidedCode(_ row: FormRow, _ form: Form) {
    guard !row.figures.isEmpty else { return }
    let possible =
      row.codeAlternatives.isEmpty
      ? "no subject of the classification fits" : row.codeAlternatives.joined(separator: ", ")
    findings.append(
      Finding(
        .codeUndecided, form: form, printed: "\(row.codePrinted) \(row.namePrinted)",
        expected: row.codeAlternatives.joined(separator: ";"),
        message:
          "The code is cut and its completion is open: \(possible). The row's \(row.figures.count) figures are not published.",
        sourceLine: row.span.line))
  }

  private mutating func reportUnknownLine(_ row: FormRow, _ form: Form, severity: Severity? = nil) {
    guard !row.figures.isEmpty else { return }
    findings.append(
      Finding(
        .rowUnrecognised, severity: severity, form: form, side: row.side, printed: row.namePrinted,
        message: "The label names no line of the form; its \(row.figures.count) figures are not published.",
        sourceLine: row.span.line))
  }

  private mutating func reportUnreadable(_ row: FormRow, _ form: Form, _ key: RowKey) {
    guard !row.figures.isEmpty else { return }
    findings.append(
      Finding(
        .rowUnrecognised, severity: .error, form: form, side: row.side, row: key,
        printed: row.figures.map(\.token.text).joined(separator: " "),
        message:
          "No way to put the row's \(row.figures.count) figures into the form's columns satisfies its identities.",
        sourceLine: row.span.line))
  }

  /// A layout without columns loses which cells are empty, and nothing is wrong with such a row; where there are columns,
  /// it is damaged.
  private mutating func reportUndecidedAlignment(_ variable: RowVariable, _ form: Form, _ key: RowKey) {
    findings.append(
      Finding(
        .alignmentUndecided, severity: variable.row.hasColumns ? nil : .info, form: form, side: variable.row.side,
        row: key,
        printed: variable.row.figures.map(\.token.text).joined(separator: " "),
        message:
          "\(variable.domain.count) readings of the row satisfy all identities, and nothing tells which is meant.",
        sourceLine: variable.row.span.line))
  }
}
