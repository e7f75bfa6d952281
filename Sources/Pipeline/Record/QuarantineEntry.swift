import Accounts

/// One source, or one document of a source, that is not in the datasets of amounts, and why.
public struct QuarantineEntry: Codable, Equatable, Sendable {
  /// Path of the source, relative to its input.
  public var path: String
  /// The document, where the source could be read.
  public var documentID: String?
  /// The stage that gave up.
  public var stage: String
  /// A stable id, such as `empty-file`.
  public var reason: String
  /// One sentence for people.
  public var message: String
  /// Whether another run may succeed without any change.
  public var transient: Bool

  /// The entry of a failure; `documentID` where its bytes were read.
  init(_ failure: StageFailure, documentID: String?) {
    path = failure.document
    self.documentID = documentID
    stage = failure.stage.rawValue
    reason = failure.reason
    message = failure.message
    transient = failure.isTransient
  }

  /// The entry of a disclosure that was quarantined, or set aside.
  init(_ disclosure: Disclosure) {
    path = disclosure.source.path
    documentID = disclosure.documentID
    stage = StageFailure.Stage.transform.rawValue
    let rules: [FindingRule] = [.quarantined, .reportKind, .formMissing]
    let finding = rules.lazy.compactMap { rule in disclosure.findings.first { $0.rule == rule } }.first
    reason = disclosure.isSetAside ? "no-final-account" : "no-form"
    message = finding?.message ?? "The document is not a final account."
    transient = false
  }

  private enum CodingKeys: String, CodingKey {
    case path
    case documentID = "document_id"
    case stage, reason, message, transient
  }
}
