import Accounts
import Articles
import Testing

@testable import Load

/// `Load.docc/Datasets.md` is the contract of the datasets: its tables are the schemas, its version is the one that
/// `datapackage.json` carries. `JUESUAN_RECORD_DOCS=1` writes the tables anew.
@Suite(.serialized) struct DatasetArticleTests {
  private let article = Article("Sources/Load/Load.docc/Datasets.md")
  /// Longer lists of values stand below the table of their dataset.
  private static let mostInline = 8

  @Test func theArticleNamesTheVersionAndWhatItChanged() throws {
    let text = try article.text
    #expect(text.contains("The version of this contract is **\(DataPackage.contractVersion)**."))
    #expect(text.contains("### \(DataPackage.contractVersion)\n"))
  }

  @Test(arguments: Dataset.all.map(\.schema))
  func theDocumentedFieldsAreThoseOfTheSchema(schema: DatasetSchema) throws {
    let shared = schema.parent == nil ? [] : CountedDisclosure.sharedColumns.map(\.field)
    let fields = schema.fields.dropFirst(shared.count)
    let table = Article.table(
      ["field", "type", "always", "values", "what it holds"],
      fields.map { field in
        [
          "`\(field.name)`", field.kind.rawValue, field.isRequired ? "yes" : "", Self.values(of: field),
          field.description.replacingOccurrences(of: "|", with: "\\|"),
        ]
      })
    let lists = fields.filter { $0.allowed.count > Self.mostInline }.flatMap { field in
      ["Values of `\(field.name)`: " + field.allowed.map { "`\($0)`" }.joined(separator: ", ") + ".", ""]
    }
    let coded = ["", schema.description] + table + lists
    #expect(try article.part(schema.name, recording: coded) == coded)
  }

  @Test func theDocumentedSharedFieldsAreThoseOfTheSchemas() throws {
    let coded = Article.table(
      ["field", "type", "what it holds"],
      CountedDisclosure.sharedColumns.map { ["`\($0.field.name)`", $0.field.kind.rawValue, $0.field.description] })
    #expect(try article.part("shared", recording: coded) == coded)
  }

  @Test(arguments: Status.allCases.map(\.rawValue) + Proof.allCases.map(\.rawValue))
  func everyStatusAndProofIsExplained(name: String) throws {
    #expect(try article.text.contains("\n| `\(name)` | "))
  }

  private static func values(of field: Field) -> String {
    if field.allowed.count > mostInline { return "see below" }
    if !field.allowed.isEmpty { return field.allowed.map { "`\($0)`" }.joined(separator: ", ") }
    if let pattern = field.pattern { return "`\(pattern.replacingOccurrences(of: "|", with: "\\|"))`" }
    switch (field.minimum, field.maximum) {
    case (let low?, let high?): return "\(low) to \(high)"
    case (let low?, nil): return "\(low) or more"
    default: return ""
    }
  }
}
