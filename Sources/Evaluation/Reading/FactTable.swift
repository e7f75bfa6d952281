/// The facts that a file states, of the truth or of a release.
struct FactTable {
  /// A fact of one document of the truth.
  struct Key: Hashable {
    var document: Int
    /// `fact/subject/base`.
    var text: String
  }

  /// One row.
  struct Row {
    var key: Key
    /// Thousandths; nil where the value is empty.
    var value: Int64?
    /// As written, with its unit.
    var text: String
  }

  private(set) var facts: [Row] = []
  /// The row of each key.
  private(set) var place: [Key: Int] = [:]

  /// Adds the rows of the file at `path`.
  ///
  /// - Parameters:
  ///   - column: The column that names the document.
  ///   - document: The document of the truth of a name; nil for one that is not compared.
  mutating func read(
    _ path: String, document column: String, _ document: (String) -> Int?
  ) throws(EvaluationError) {
    var records = try CSVRecords(path: path)
    let name = try records.column(column)
    let (fact, subject, base) = (
      try records.column("fact"), try records.column("subject"), try records.column("base")
    )
    let (value, unit) = (try records.column("value"), try records.column("unit"))
    while try records.next() {
      guard let document = document(records.text(at: name)) else { continue }
      let text = "\(records.text(at: fact))/\(records.text(at: subject))/\(records.text(at: base))"
      let key = Key(document: document, text: text)
      guard place.updateValue(facts.count, forKey: key) == nil else {
        throw records.error("The fact stands here for the second time: \(text)")
      }
      facts.append(
        Row(
          key: key, value: try records.thousandths(at: value),
          text: "\(records.text(at: value)) \(records.text(at: unit))"))
    }
  }
}
