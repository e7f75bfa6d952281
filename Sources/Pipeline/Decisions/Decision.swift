import Accounts

/// What a reviewer decided of one value that juesuan could not decide.
public struct Decision: Hashable, Sendable {
  /// What juesuan said of the value when the reviewer saw it: the evidence of the decision.
  public struct Evidence: Hashable, Sendable {
    /// The value in yuan; empty where it was ambiguous.
    public var amount = ""
    /// Its least possible value, where it was ambiguous.
    public var low = ""
    /// Its greatest possible value, where it was ambiguous.
    public var high = ""
    /// What the source prints for it.
    public var printed = ""
  }

  /// SHA-256 of the source.
  public var sha256: String
  /// The document: the first of its source unless it says otherwise.
  public var documentID: String
  /// The value's key within the document.
  public var key: String
  /// The evidence.
  public var was: Evidence
  /// The value that the reviewer confirms, or puts in its place.
  public var amount: Amount
  /// Who decided.
  public var by: String
  /// When, as an ISO date.
  public var date: String
  /// Why.
  public var reason: String
}

/// A decision that was not applied, and why.
public struct StaleDecision: Codable, Hashable, Sendable {
  /// The document.
  public var document: String
  /// The value's key.
  public var key: String
  /// Why the decision does not hold any more.
  public var message: String
}

/// The decisions of a pipeline, by the source that they speak of.
public struct DecisionBook: Equatable, Sendable {
  /// The decisions of each source.
  private let bySource: [String: [Decision]]

  /// Makes a book of decisions.
  public init(_ decisions: [Decision] = []) {
    bySource = Dictionary(grouping: decisions, by: \.sha256).mapValues { $0.sorted { $0.key < $1.key } }
  }

  /// Whether there are none.
  public var isEmpty: Bool { bySource.isEmpty }

  /// The hashes of the sources that decisions speak of, in order.
  var sources: [String] { bySource.keys.sorted() }

  /// The decisions about a source as one text, which changes with them; empty without any.
  func text(of sha256: String?) -> String {
    guard let sha256, let decisions = bySource[sha256] else { return "" }
    return decisions.map { "\($0)" }.joined(separator: "\n")
  }

  /// The decisions about a source.
  func decisions(about sha256: String) -> [Decision] { bySource[sha256] ?? [] }

  /// Applies the decisions about a document as a visible step, and gives those that do not hold any more.
  func apply(to disclosure: inout Disclosure) -> [StaleDecision] {
    guard let decisions = bySource[disclosure.source.sha256] else { return [] }
    var stale: [StaleDecision] = []
    for decision in decisions where decision.documentID == disclosure.documentID {
      let places = disclosure.figures.indices.filter { disclosure.figures[$0].key.description == decision.key }
      if let place = places.first, places.count == 1 {
        if let why = decision.staleness(for: disclosure.figures[place]) {
          stale.append(StaleDecision(document: decision.documentID, key: decision.key, message: why))
        } else {
          disclosure.repairs.append(decision.apply(to: &disclosure.figures[place]))
        }
      } else {
        let why = places.isEmpty ? "the document has no such value" : "the document has several values of that key"
        stale.append(StaleDecision(document: decision.documentID, key: decision.key, message: why))
      }
    }
    return stale
  }
}

extension Decision {
  /// The rule under which decisions stand in provenance and repairs.
  static let rule = "reviewer-decision"

  /// Why the decision does not hold for a figure any more; nil where it does.
  func staleness(for figure: Figure) -> String? {
    let isAmbiguous = figure.status == .ambiguous
    let now = Evidence(
      amount: isAmbiguous ? "" : figure.amount?.description ?? "",
      low: isAmbiguous ? figure.low?.description ?? "" : "",
      high: isAmbiguous ? figure.high?.description ?? "" : "", printed: figure.printed)
    if now != was { return "its evidence changed: it was \(was.text), it is \(now.text)" }
    if !isAmbiguous, figure.confidence.thousandths >= 950 { return "juesuan is sure of the value itself" }
    return nil
  }

  /// Gives a figure the decided value, as one more step, and returns the repair that says so.
  func apply(to figure: inout Figure) -> Repair {
    let before = figure.status == .ambiguous ? "" : figure.amount?.description ?? ""
    let witness = "\(by), \(date): \(reason)"
    figure.steps.append(
      ProvenanceStep(stage: "review", rule: Self.rule, before: before, after: amount.description, witnesses: [witness]))
    // A reviewer is no second place that prints the value: it is inferred, and no identity need force it.
    figure.status = figure.printed.isEmpty ? .derived : .aligned
    figure.proof = .minimal
    figure.confidence = Confidence(thousandths: 949)
    figure.amount = amount
    (figure.low, figure.high) = (nil, nil)
    return Repair(
      dataset: "amounts", key: key, field: "amount", printed: figure.printed, value: amount.description,
      rule: Self.rule, proof: .minimal, confidence: figure.confidence, witnesses: [witness],
      alternatives: [was.amount, was.low, was.high].filter { !$0.isEmpty && $0 != amount.description },
      sourceLine: figure.span?.line)
  }
}

extension Decision.Evidence {
  fileprivate var text: String {
    amount.isEmpty ? "\(low) to \(high), printed \"\(printed)\"" : "\(amount), printed \"\(printed)\""
  }
}
