import Accounts

/// What a release publishes, as far as it is compared.
struct Release {
  /// One published document.
  struct Document {
    /// Its `document_id`.
    var id: String
    /// The document of the truth that it was made from; nil where the truth has none.
    var truth: Int?
    /// What it says of itself, in the order of `Truth.documentFields`.
    var fields: [String]
    /// Rows of `repairs`.
    var repairs: Int
  }

  /// One published figure.
  struct Figure {
    /// Index of its published document.
    var document: Int
    var row: RowCode
    var measure: Int
    /// Thousandths of a yuan; nil where ambiguous.
    var amount: Int64?
    /// The bounds of an ambiguous figure.
    var bounds: ClosedRange<Int64>?
    var status: Status
    var proof: Proof
    var confidence: Confidence
    /// The cell of the truth with its key; nil where the truth has none.
    var cell: Int?
  }

  private(set) var documents: [Document] = []
  /// The figures of the documents that the truth knows.
  private(set) var figures: [Figure] = []

  /// Reads the release in `directory`.
  init(directory: String, truth: Truth, vocabulary: inout Vocabulary) throws(EvaluationError) {
    var byID: [String: Int] = [:]
    for path in try FileBytes.parts(of: "documents", in: directory) { try readDocuments(path, truth, &byID) }
    figures.reserveCapacity(truth.cells.count)
    for path in try FileBytes.parts(of: "amounts", in: directory) {
      try readFigures(path, byID, truth, &vocabulary)
    }
  }

  private mutating func readDocuments(
    _ path: String, _ truth: Truth, _ byID: inout [String: Int]
  ) throws(EvaluationError) {
    var records = try CSVRecords(path: path)
    let (id, source) = (try records.column("document_id"), try records.column("source_path"))
    let repaired = try records.column("repaired")
    var fields: [Int] = []
    for field in Truth.documentFields { fields.append(try records.column(field)) }
    while try records.next() {
      guard let repairs = Int(records.text(at: repaired)) else { throw records.error("repaired is no number.") }
      let document = Document(
        id: records.text(at: id),
        truth: truth.byFileName[FileBytes.lastComponent(of: records.text(at: source))],
        fields: fields.map { records.text(at: $0) }, repairs: repairs)
      guard byID.updateValue(documents.count, forKey: document.id) == nil else {
        throw records.error("The document stands here for the second time: \(document.id)")
      }
      documents.append(document)
    }
  }

  private mutating func readFigures(
    _ path: String, _ byID: [String: Int], _ truth: Truth, _ vocabulary: inout Vocabulary
  ) throws(EvaluationError) {
    var records = try CSVRecords(path: path)
    let columns = try FigureColumns(records)
    var ids = Interner()
    var documentOfID: [Int?] = []
    while try records.next() {
      let number = ids.number(of: records.bytes(at: columns.documentID))
      if number == documentOfID.count { documentOfID.append(byID[ids.texts[number]]) }
      guard let document = documentOfID[number] else {
        throw records.error("documents.csv lists no document \(ids.texts[number]).")
      }
      guard let source = documents[document].truth else { continue }
      let (row, measure) = try vocabulary.place(in: records, columns.key)
      guard let code = CellCode(document: source, row: row, measure: measure) else {
        throw records.error("There are too many documents or measures.")
      }
      figures.append(
        try columns.figure(of: records, document: document, row: row, measure: measure, cell: truth.index[code]))
    }
  }
}

/// The columns of `amounts` that are compared.
private struct FigureColumns {
  let documentID: Int
  let key: Vocabulary.Columns
  private let amount: Int
  private let status: Int
  private let proof: Int
  private let confidence: Int
  private let low: Int
  private let high: Int

  init(_ records: CSVRecords) throws(EvaluationError) {
    documentID = try records.column("document_id")
    key = try Vocabulary.Columns(records)
    amount = try records.column("amount")
    status = try records.column("status")
    proof = try records.column("proof")
    confidence = try records.column("confidence")
    low = try records.column("amount_low")
    high = try records.column("amount_high")
  }

  func figure(
    of records: borrowing CSVRecords, document: Int, row: RowCode, measure: Int, cell: Int?
  ) throws(EvaluationError) -> Release.Figure {
    guard let status = Status(rawValue: records.text(at: status)) else {
      throw records.error("There is no status \(records.text(at: status)).")
    }
    guard let proof = Proof(rawValue: records.text(at: proof)) else {
      throw records.error("There is no proof \(records.text(at: proof)).")
    }
    guard let confidence = try records.thousandths(at: confidence), 0...1_000 ~= confidence else {
      throw records.error("The confidence must be between 0 and 1: \(records.text(at: confidence))")
    }
    let amount = try records.thousandths(at: amount)
    guard (amount == nil) == (status == .ambiguous) else {
      throw records.error("An ambiguous value has no amount, and any other has one.")
    }
    return Release.Figure(
      document: document, row: row, measure: measure, amount: amount,
      bounds: amount == nil ? try bounds(of: records) : nil, status: status, proof: proof,
      confidence: Confidence(thousandths: Int(confidence)), cell: cell)
  }

  private func bounds(of records: borrowing CSVRecords) throws(EvaluationError) -> ClosedRange<Int64> {
    guard let low = try records.thousandths(at: low), let high = try records.thousandths(at: high), low <= high else {
      throw records.error("An ambiguous value must have bounds, the lower one first.")
    }
    return low...high
  }
}
