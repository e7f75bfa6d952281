import Accounts
import Classification

/// What a release must hold before it is published; nil or empty where nothing is demanded.
public struct Gates: Equatable, Sendable {
  /// The least number of documents.
  public var minDocuments: Int?
  /// The greatest number of documents.
  public var maxDocuments: Int?
  /// The least share of complete documents among those that are not set aside.
  public var minComplete: Double?
  /// The least share of documents, of those that were read, that have a value of a form.
  public var minFill: [Form: Double] = [:]
  /// By how much the share of unresolved values may rise, against the last release.
  public var maxUnresolvedRise: Double?
  /// The greatest number of values that may change without their source changing.
  public var maxChangedValues: Int?

  /// Demands nothing.
  public init() {}

  /// Whether nothing is demanded.
  public var isEmpty: Bool { self == Gates() }
}

/// A gate that a release did not pass.
public struct GateFailure: Encodable, Hashable, Sendable {
  /// The gate, as the pipeline file names it.
  public var gate: String
  /// What was found and what is demanded.
  public var message: String
}

/// What the gates look at.
struct GateMeasures: Equatable, Codable {
  var documents = 0
  var complete = 0
  var setAside = 0
  /// Documents that are neither quarantined nor set aside.
  var read = 0
  /// Those of them that have a value of a form, in the order of the forms.
  var filled = [Int](repeating: 0, count: FormSet.finalAccount.forms.count)
  var values = 0
  var unresolved = 0

  /// Counts a document.
  mutating func add(_ document: ProcessedSource.Document) {
    let rendering = document.rendering
    documents += 1
    if document.isSetAside { setAside += 1 }
    if rendering.outcome == .complete { complete += 1 }
    values += rendering.counts.byStatus.values.reduce(0, +)
    unresolved += rendering.counts.unresolved
    guard rendering.outcome != .quarantined else { return }
    read += 1
    for (index, form) in FormSet.finalAccount.forms.enumerated() where rendering.formsFilled.contains(form.rawValue) {
      filled[index] += 1
    }
  }

  /// The share of values that are unresolved.
  var unresolvedShare: Double { values == 0 ? 0 : Double(unresolved) / Double(values) }
}

extension Gates {
  /// The gates that a release does not pass.
  ///
  /// - Parameters:
  ///   - last: the measures of the last release; nil without one.
  ///   - changedValues: values that changed without their source changing.
  func failures(of measures: GateMeasures, last: GateMeasures?, changedValues: Int) -> [GateFailure] {
    var failures: [GateFailure] = []
    if let minDocuments, measures.documents < minDocuments {
      failures.append(
        GateFailure(gate: "min_documents", message: "\(measures.documents) documents, at least \(minDocuments)"))
    }
    if let maxDocuments, measures.documents > maxDocuments {
      failures.append(
        GateFailure(gate: "max_documents", message: "\(measures.documents) documents, at most \(maxDocuments)"))
    }
    if let minComplete {
      let share = Self.share(measures.complete, of: measures.documents - measures.setAside)
      if share < minComplete {
        failures.append(
          GateFailure(
            gate: "min_complete", message: "\(Self.text(share)) of the documents complete, at least \(minComplete)"))
      }
    }
    failures += fillFailures(measures)
    if let maxUnresolvedRise, let last {
      let rise = measures.unresolvedShare - last.unresolvedShare
      if rise > maxUnresolvedRise {
        failures.append(
          GateFailure(
            gate: "max_unresolved_rise",
            message: "the share of unresolved values rose by \(Self.text(rise)), at most \(maxUnresolvedRise)"))
      }
    }
    if let maxChangedValues, changedValues > maxChangedValues {
      failures.append(
        GateFailure(
          gate: "max_changed_values",
          message: "\(changedValues) values changed without their source changing, at most \(maxChangedValues)"))
    }
    return failures
  }

  private func fillFailures(_ measures: GateMeasures) -> [GateFailure] {
    zip(FormSet.finalAccount.forms, measures.filled).compactMap { form, filled in
      guard let least = minFill[form] else { return nil }
      let share = Self.share(filled, of: measures.read)
      if share >= least { return nil }
      return GateFailure(
        gate: "min_fill.\(form.rawValue)",
        message: "\(Self.text(share)) of the documents have a value of \(form.rawValue), at least \(least)")
    }
  }

  /// A share; 1 of nothing, since nothing lacks anything.
  private static func share(_ part: Int, of whole: Int) -> Double { whole == 0 ? 1 : Double(part) / Double(whole) }

  /// A share with four decimals.
  private static func text(_ share: Double) -> String { "\((share * 10_000).rounded() / 10_000)" }
}
