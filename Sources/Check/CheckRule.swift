/// What `juesuan check` looks at: each rule has a stable id (its raw value) and says what must hold.
public enum CheckRule: String, Sendable, CaseIterable {
  case package
  case schema
  case files
  case agreement
  case digest
  case counters
  case numbers
  case runRecord = "run-record"
  case legality
  case value
  case order
  case identity
  case witness
  case corroboration
  case forced
  case alternatives
  case code
  case source
  case superseded

  /// One sentence that says what must hold.
  public var explanation: String {
    switch self {
    case .package:
      "datapackage.json names the contract of this version, and gives each dataset its bytes, SHA-256 and Table Schema."
    case .schema: "Every row has the fields, types and constraints of its Table Schema, and no key stands twice."
    case .files:
      "Each document has its canonical JSON and its provenance, in its partition, and nothing else stands in the release."
    case .agreement: "CSV, canonical JSON and provenance say the same of every value, repair and finding."
    case .digest:
      "The canonical JSON and the run record end with the SHA-256 of their content; the first names that of its provenance."
    case .counters: "The counters of a document agree with its rows."
    case .numbers: "Every number of the source is counted once: as a value, as what else it is, or as a finding."
    case .runRecord: "run.json counts what the datasets hold."
    case .legality: "Status, proof, confidence and the fields that go with them fit each other."
    case .value: "The printed number, read in the unit of its form, is the published amount."
    case .order: "The figures of a row stand in the order of the form's columns."
    case .identity: "An identity that the published figures break is reported as a finding."
    case .witness: "Every witness is a claim of the language and holds on the published figures."
    case .corroboration: "An independent place prints a corroborated value too."
    case .forced: "No other reading satisfies all identities that a forced value takes part in."
    case .alternatives: "Each alternative of a repair fails, and none is left out."
    case .code: "A completed code begins as printed, bears its name, and is the only one that fits its place."
    case .source: "The source has its bytes, and prints what provenance says where it says."
    case .superseded: "superseded_by names the latest disclosure of the same unit, year and division, where dates tell."
    }
  }
}
