import Accounts

/// A column: its field and how a row's value is written into it, side by side, so that header and rows cannot differ.
struct Column<Row>: Sendable {
  let field: Field
  let write: @Sendable (Row, inout CSVWriter) -> Void

  init(_ field: Field, _ write: @escaping @Sendable (Row, inout CSVWriter) -> Void) {
    self.field = field
    self.write = write
  }
}

/// A dataset of a release: what its rows are, and how a disclosure is written as rows and as provenance.
public struct Dataset: Sendable {
  /// The datasets of a release, in the order in which `datapackage.json` lists them.
  public static let all: [Dataset] = [
    .documents, .amounts, .facts, .projects, .indicators, .priorities, .glossary, .findings, .repairs,
  ]

  /// What it is.
  public let schema: DatasetSchema
  /// Writes a document's rows and says how many there are.
  let writeRows: @Sendable (CountedDisclosure, inout CSVWriter) -> Int
  /// Writes one line of JSON per value; nil for datasets that hold no values of the source.
  let writeProvenance: (@Sendable (CountedDisclosure, inout JSONWriter) -> Void)?

  /// Makes the dataset of one row per document.
  init(name: String, title: String, description: String, columns: [Column<CountedDisclosure>]) {
    schema = DatasetSchema(
      name: name, title: title, description: description, fields: columns.map(\.field),
      primaryKey: [Field.documentID.name], parent: nil)
    writeRows = { document, csv in
      for column in columns { column.write(document, &csv) }
      csv.endLine()
      return 1
    }
    writeProvenance = nil
  }

  /// Makes a dataset of several rows per document, each of which starts with the four columns that name the document.
  init<Row>(
    name: String, title: String, description: String, columns: [Column<Row>],
    rows: @escaping @Sendable (CountedDisclosure) -> [Row],
    provenance: (@Sendable (CountedDisclosure, inout JSONWriter) -> Void)? = nil
  ) {
    let shared = CountedDisclosure.sharedColumns
    schema = DatasetSchema(
      name: name, title: title, description: description,
      fields: shared.map(\.field) + columns.map(\.field), primaryKey: [], parent: "documents")
    let writers = columns.map(\.write)
    writeRows = { document, csv in
      let rows = rows(document)
      csv.reserve(rows.count * (document.sharedFields.count + 160))
      for row in rows {
        csv.startLine(with: document.sharedFields)
        for write in writers { write(row, &csv) }
        csv.endLine()
      }
      return rows.count
    }
    writeProvenance = provenance
  }
}
