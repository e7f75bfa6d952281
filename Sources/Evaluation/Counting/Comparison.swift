import Accounts

/// Tallies by everything that the report tells apart.
struct Groups: Sendable {
  /// The tallies of one kind of group, with the groups' names.
  struct Table: Sendable {
    var names: [String]
    var tallies: [Tally]
  }

  /// By form.
  var forms = Table(names: [], tallies: [])
  /// By layout of the document.
  var layouts = Table(names: [], tallies: [])
  /// By kind of damage, the cells that it touched.
  var damagedCells = Table(names: [], tallies: [])
  /// By kind of damage, all cells of the documents that have it.
  var damagedDocuments = Table(names: [], tallies: [])
  /// By status of the published value.
  var statuses = Table(names: [], tallies: [])
  /// By proof of the published value.
  var proofs = Table(names: [], tallies: [])
}

/// Compares the figures of a release with the cells of a truth.
struct Comparison {
  private let truth: Truth
  private let release: Release
  private let vocabulary: Vocabulary

  private(set) var all = Tally()
  private(set) var calibration = CalibrationCounter()
  private(set) var codes: CodeCounter
  private(set) var errors: [WrongValue] = []

  private var forms = TallyList()
  private var layouts = TallyList()
  private var damagedCells = TallyList()
  private var damagedDocuments = TallyList()
  private var statuses = TallyList()
  private var proofs = TallyList()

  init(truth: Truth, release: Release, vocabulary: Vocabulary) {
    self.truth = truth
    self.release = release
    self.vocabulary = vocabulary
    codes = CodeCounter(truth)
  }

  /// Judges every cell of the truth and every figure of the release, each once.
  mutating func run() {
    var isPublished = [Bool](repeating: false, count: truth.cells.count)
    for figure in release.figures {
      // A figure that is published twice is judged once, and again only if it is wrong.
      let isRepeated = figure.cell.map { isPublished[$0] } ?? false
      if let cell = figure.cell { isPublished[cell] = true }
      judge(figure, isRepeated: isRepeated)
    }
    for (index, cell) in truth.cells.enumerated() where !isPublished[index] && cell.amount != 0 {
      count(.missing, document: cell.document, row: cell.row, cell: cell)
    }
    errors = errors.filter(\.isSilent) + errors.filter { !$0.isSilent }
  }

  /// The tallies with their names.
  var groups: Groups {
    let kinds = ["none"] + truth.damages.names
    let formNames = vocabulary.forms.texts.enumerated().sorted { $0.element < $1.element }
    return Groups(
      forms: Groups.Table(names: formNames.map(\.element), tallies: formNames.map { forms[$0.offset] }),
      layouts: table(truth.layouts.texts, layouts), damagedCells: table(kinds, damagedCells),
      damagedDocuments: table(kinds, damagedDocuments),
      statuses: table(Status.allCases.map(\.rawValue), statuses), proofs: table(Proof.allCases.map(\.rawValue), proofs))
  }

  private func table(_ names: [String], _ list: TallyList) -> Groups.Table {
    Groups.Table(names: names, tallies: names.indices.map { list[$0] })
  }

  private mutating func judge(_ figure: Release.Figure, isRepeated: Bool) {
    guard let document = release.documents[figure.document].truth else { return }
    let cell = figure.cell.map { truth.cells[$0] }
    let expected = cell?.amount ?? 0
    let outcome: Outcome
    if let amount = figure.amount {
      if cell == nil, amount == 0 { return }
      outcome = amount == expected && cell != nil ? .right : .wrong(isSilent: figure.confidence.isSure)
      if amount != 0 { codes.note(document: document, row: figure.row, isRight: outcome == .right) }
    } else {
      outcome = .ambiguous(isCovered: figure.bounds?.contains(expected) ?? false)
    }
    if isRepeated, outcome == .right { return }
    if case .wrong = outcome { errors.append(wrongValue(figure, cell, document)) }
    if figure.amount != nil { calibration.count(figure, isRight: outcome == .right) }
    count(outcome, document: document, row: figure.row, cell: cell)
    statuses.count(outcome, isIdentifiable: false, in: figure.status.number)
    proofs.count(outcome, isIdentifiable: false, in: figure.proof.number)
  }

  private mutating func count(_ outcome: Outcome, document: Int, row: RowCode, cell: Truth.Cell?) {
    let isIdentifiable = cell?.isIdentifiable ?? false
    all.count(outcome, isIdentifiable: isIdentifiable)
    forms.count(outcome, isIdentifiable: isIdentifiable, in: row.form)
    layouts.count(outcome, isIdentifiable: isIdentifiable, in: truth.documents[document].layout)
    if let cell { cell.damage.forEachGroup { damagedCells.count(outcome, isIdentifiable: isIdentifiable, in: $0) } }
    truth.documents[document].damage.forEachGroup {
      damagedDocuments.count(outcome, isIdentifiable: isIdentifiable, in: $0)
    }
  }

  private func wrongValue(_ figure: Release.Figure, _ cell: Truth.Cell?, _ document: Int) -> WrongValue {
    WrongValue(
      document: truth.documents[document].name, key: vocabulary.key(figure.row, figure.measure),
      truth: cell.map { Amount(thousandths: $0.amount) }, published: Amount(thousandths: figure.amount ?? 0),
      confidence: figure.confidence, status: figure.status, proof: figure.proof,
      damage: truth.damages.text(of: truth.documents[document].damage))
  }
}

extension DamageSet {
  /// Calls `body` with the group of each kind: one more than its number, and group 0 where there is no damage.
  fileprivate func forEachGroup(_ body: (Int) -> Void) {
    if isEmpty { return body(0) }
    var rest = rawValue
    while rest != 0 {
      body(rest.trailingZeroBitCount + 1)
      rest &= rest - 1
    }
  }
}

extension Status {
  /// Its place among all statuses.
  fileprivate var number: Int {
    switch self {
    case .reported: 0
    case .aligned: 1
    case .corrected: 2
    case .derived: 3
    case .ambiguous: 4
    }
  }
}

extension Proof {
  /// Its place among all proofs.
  fileprivate var number: Int {
    switch self {
    case .printed: 0
    case .forced: 1
    case .corroborated: 2
    case .minimal: 3
    }
  }
}
