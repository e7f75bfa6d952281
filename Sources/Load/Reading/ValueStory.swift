import Foundation

/// All that a release says of one value: what `explain` tells.
public struct ValueStory: Sendable {
  /// The row of `documents` of its document.
  public let document: DatasetRow
  /// Its own row of `amounts`.
  public let value: DatasetRow
  /// Where it came from and what was done to it.
  public let provenance: ProvenanceRecord
  /// The rows of `repairs` with its key.
  public let repairs: [DatasetRow]
  /// The rows of `findings` on its cell or on its whole row.
  public let findings: [DatasetRow]
}

/// One line of `provenance/<document_id>.jsonl`.
public struct ProvenanceRecord: Decodable, Hashable, Sendable {
  /// A place in the source: 1-based lines and columns, both ends included.
  public struct Place: Decodable, Hashable, Sendable {
    /// First line.
    public let line: Int
    /// First column on it.
    public let column: Int
    /// Last line.
    public let lineEnd: Int
    /// Last column on it.
    public let columnEnd: Int
    /// XPath of the cell; nil in text.
    public let xpath: String?

    private enum CodingKeys: String, CodingKey {
      case line, column, xpath
      case lineEnd = "line_end"
      case columnEnd = "column_end"
    }
  }

  /// What one rule made of the value.
  public struct Step: Decodable, Hashable, Sendable {
    /// The stage of the rule.
    public let stage: String
    /// Its stable id.
    public let rule: String
    /// The value before it.
    public let before: String
    /// The value after it.
    public let after: String
    /// What speaks for it.
    public let witnesses: [String]
  }

  /// A value: an amount, a rate or a count, or the text of a field.
  public enum Value: Decodable, Hashable, Sendable {
    case number(Decimal)
    case text(String)

    /// Reads a JSON number or string.
    public init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Decimal.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }
  }

  /// The dataset that holds the value.
  public let dataset: String
  /// Its key within its document.
  public let key: String
  /// The value; nil where it is ambiguous.
  public let value: Value?
  /// Where it is printed; nil for derived values.
  public let source: Place?
  /// What is printed there.
  public let printed: String
  /// What was done to it, in order.
  public let steps: [Step]
}
