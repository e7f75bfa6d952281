import Load

/// One dataset of a release while it is read: its rows by document, each checked against the Table Schema.
struct DatasetTable {
  /// The name of the dataset.
  let name: String
  private let schema: DatasetSchema
  private let stream: TableStream
  private var fields: [FieldCheck]
  private var rowNumber = 1

  /// Opens the file of a dataset and checks its header; nil where it cannot be read.
  init?(_ schema: DatasetSchema, in shelf: ReleaseShelf, _ journal: inout Journal) {
    let path = shelf.path(of: schema)
    guard let stream = TableStream("\(shelf.release)/\(path)") else {
      journal.fail(.package, path, "", "the file cannot be read")
      return nil
    }
    self.schema = schema
    self.stream = stream
    name = schema.name
    fields = schema.fields.map(FieldCheck.init)
    journal.apply(.schema)
    let header = schema.fields.map(\.name)
    if stream.header != header {
      journal.fail(
        .schema, name, key: "header", published: stream.header.joined(separator: ","),
        "the Table Schema has \(header.joined(separator: ","))")
    }
  }

  /// The document of the row that comes next; nil at the end.
  var nextDocument: String? { stream.next?["document_id"] }

  /// Takes the next row, checked.
  mutating func take(_ journal: inout Journal) -> TableRow? {
    guard let row = stream.next else { return nil }
    stream.advance()
    rowNumber += 1
    journal.apply(.schema)
    let document = row["document_id"]
    if row.values.count != fields.count {
      journal.fail(
        .schema, name, document, key: "row \(rowNumber)", published: "\(row.values.count) fields",
        "the Table Schema has \(fields.count)")
    }
    for (index, value) in row.values.prefix(fields.count).enumerated() {
      if let problem = fields[index].problem(with: value) {
        journal.fail(.schema, name, document, key: "row \(rowNumber)", published: value, problem)
      }
    }
    return row
  }

  /// The rows of a document, which stand together in the order of `documents`.
  ///
  /// - Parameter position: where documents stand in `documents`; nil for those that it does not list.
  mutating func rows(of document: String, position: (String) -> Int?, _ journal: inout Journal) -> [TableRow] {
    var rows: [TableRow] = []
    while let next = nextDocument {
      if next == document {
        if let row = take(&journal) { rows.append(row) }
      } else if let own = position(document), let other = position(next), other > own {
        break
      } else {
        reportStray(next, &journal)
      }
    }
    return rows
  }

  /// Reports the rows that are left, and gives the bytes and the hash of the file.
  mutating func finish(_ journal: inout Journal) -> (bytes: Int, sha256: String) {
    while let next = nextDocument { reportStray(next, &journal) }
    if stream.isMalformed { journal.fail(.schema, name, "", "the file is no CSV by RFC 4180") }
    return stream.finish()
  }

  private mutating func reportStray(_ document: String, _ journal: inout Journal) {
    _ = take(&journal)
    journal.fail(
      .schema, name, document, key: "row \(rowNumber)", published: document,
      "documents has no such document at this place")
  }
}
