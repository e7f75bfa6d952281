import Accounts

/// A release compared with the truth of generated disclosures, value by value.
///
/// A published 0.00 where the truth has no figure is no error, and a 0.00 of the truth that is not published is no loss:
/// disclosures print zeros and blanks for the same thing.
public struct Evaluation: Sendable {
  /// All cells.
  public private(set) var all = Tally()
  /// The rows whose printed code is cut.
  public private(set) var codes = CodeTally()
  /// The decided values by status, proof and confidence.
  public private(set) var calibration: [CalibrationClass] = []
  /// The documents of the truth that are published, of all that the truth has.
  public private(set) var published = Share(0, of: 0)
  /// The published documents that the truth does not have; they are not compared.
  public private(set) var withoutTruth = 0
  /// Rows of `repairs` in documents that have no damage.
  public private(set) var repairsOfUndamaged = 0
  /// The wrong values, the silent ones first, otherwise in the order of the release.
  public private(set) var errors: [WrongValue] = []
  /// The facts of the narrative; nil where the truth has no `facts.csv`.
  public private(set) var facts: FactComparison?
  /// The tallies of all groups.
  let groups: Groups
  /// For each field of `documents`, how many documents have it right.
  let fields: [(name: String, right: Share)]

  /// Compares the release in `release`, a folder with `documents.csv` and `amounts.csv` (or their partitions), with the
  /// truth that `juesuan synthesize` has written to `truth`.
  ///
  /// - Throws: What is missing or malformed, with file and line.
  public init(release folder: String, truth directory: String) throws(EvaluationError) {
    var vocabulary = Vocabulary()
    let truth = try Truth(directory: directory, vocabulary: &vocabulary)
    let release = try Release(directory: folder, truth: truth, vocabulary: &vocabulary)
    let matched = Set(release.documents.compactMap(\.truth))
    guard !matched.isEmpty else {
      throw EvaluationError(
        .malformed, path: directory, "The truth knows none of the documents that the release holds.")
    }
    var comparison = Comparison(truth: truth, release: release, vocabulary: vocabulary)
    comparison.run()
    all = comparison.all
    codes = comparison.codes.tally
    calibration = comparison.calibration.classes
    errors = comparison.errors
    groups = comparison.groups
    facts = try Self.facts(truth, of: directory, release, in: folder)
    published = Share(matched.count, of: truth.documents.count)
    withoutTruth = release.documents.count { $0.truth == nil }
    repairsOfUndamaged = release.documents.reduce(0) { sum, document in
      document.truth.map { truth.documents[$0].damage.isEmpty } == true ? sum + document.repairs : sum
    }
    fields = Truth.documentFields.indices.map { field in
      let right = release.documents.count { document in
        document.truth.map { truth.documents[$0].fields[field] == document.fields[field] } ?? false
      }
      return (Truth.documentFields[field], Share(right, of: truth.documents.count))
    }
  }

  private static func facts(
    _ truth: Truth, of directory: String, _ release: Release, in folder: String
  ) throws(EvaluationError) -> FactComparison? {
    let path = "\(Truth.folder(in: directory))/facts.csv"
    guard FileBytes.exists(path) else { return nil }
    let byName = Dictionary(truth.documents.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let byID = Dictionary(
      release.documents.map { ($0.id, $0.truth) }, uniquingKeysWith: { first, _ in first })
    let matched = Set(release.documents.compactMap(\.truth))
    var (stated, published) = (FactTable(), FactTable())
    try stated.read(path, document: "document") { name in byName[name].flatMap { matched.contains($0) ? $0 : nil } }
    for part in try FileBytes.parts(of: "facts", in: folder) {
      try published.read(part, document: "document_id") { byID[$0] ?? nil }
    }
    return FactComparison(truth: stated, release: published, names: truth.documents.map(\.name))
  }
}

/// A value that is not that of the truth.
public struct WrongValue: Hashable, Sendable {
  /// The document's name in the truth.
  public let document: String
  /// `form/side/row/measure`.
  public let key: String
  /// What the truth says; nil where it has no such figure.
  public let truth: Amount?
  /// What the release says.
  public let published: Amount
  /// Its confidence.
  public let confidence: Confidence
  /// Its status.
  public let status: Status
  /// Its proof.
  public let proof: Proof
  /// The kinds of damage of the document.
  public let damage: String

  /// Whether whoever reads the dataset will take it for right.
  public var isSilent: Bool { confidence.isSure }
}

extension Confidence {
  /// Whether a value that carries it may be used without a look at its proof: 0.95 or more.
  var isSure: Bool { thousandths >= 950 }
}
