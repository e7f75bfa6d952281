import Accounts
import Classification

/// One column of a dataset as its Table Schema describes it.
public struct Field: Hashable, Sendable {
  /// The types of the Table Schema that the datasets use.
  public enum Kind: String, Sendable {
    case string, integer, number, year, date
  }

  /// The column's name in the header.
  public let name: String
  /// The type of its values.
  public let kind: Kind
  /// One sentence for whoever reads the dataset.
  public let description: String
  /// Whether every row has a value.
  public let isRequired: Bool
  /// The only values that may stand in it; empty where any may.
  public let allowed: [String]
  /// The regular expression that every value matches; nil without one.
  public let pattern: String?
  /// The least value; nil without one.
  public let minimum: Int?
  /// The greatest value; nil without one.
  public let maximum: Int?

  init(
    _ name: String, _ description: String, _ kind: Kind = .string, isRequired: Bool = false, allowed: [String] = [],
    pattern: String? = nil, minimum: Int? = nil, maximum: Int? = nil
  ) {
    self.name = name
    self.kind = kind
    self.description = description
    self.isRequired = isRequired
    self.allowed = allowed
    self.pattern = pattern
    self.minimum = minimum
    self.maximum = maximum
  }
}

/// The columns that several datasets share.
extension Field {
  static let documentID = Field(
    "document_id",
    "First 16 hexadecimal digits of the SHA-256 of the source bytes; -2, -3, ... for further disclosures of one file.",
    isRequired: true, pattern: "[0-9a-f]{16}(-[1-9][0-9]*)?")
  static let fiscalYear = Field("fiscal_year", "The year that the final account closes.", .year)
  static let unitName = Field("unit_name", "Full name that the title gives, without the year and the words 部门决算.")
  static let divisionCode = Field(
    "division_code", "GB/T 2260 code of the lowest administrative division named.", pattern: "[0-9]{6}")

  static func form(isRequired: Bool) -> Field {
    Field(
      "form", "The form by its title, gk01 to gk09; never by its printed number.", isRequired: isRequired,
      allowed: FormSet.finalAccount.forms.map(\.rawValue))
  }
  static let side = Field(
    "side", "The side of a two-sided form (gk01, gk04).", allowed: values(of: Side.self).filter { !$0.isEmpty })
  static let status = Field("status", "How the value came to be.", isRequired: true, allowed: values(of: Status.self))
  static let proof = Field("proof", "What makes the value certain.", isRequired: true, allowed: values(of: Proof.self))
  static let confidence = Field(
    "confidence", "How likely the value is right, calibrated.", .number, isRequired: true, minimum: 0, maximum: 1)
  static let sourceLine = Field("source_line", "The 1-based line of the source where it stands.", .integer, minimum: 1)

  static func values<Value>(of type: Value.Type) -> [String]
  where Value: CaseIterable & RawRepresentable<String> {
    Value.allCases.map(\.rawValue)
  }
}
