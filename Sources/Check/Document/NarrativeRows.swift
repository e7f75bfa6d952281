import Accounts

/// A row of the datasets that the text around the forms gives, by the key that provenance gives it.
struct NarrativeRow {
  let dataset: String
  let row: TableRow
  /// `fact/subject/base`, `source/project`, `scope/goal/indicator`, `sequence/item` or `term`; rows of one name are told apart by `#2`, `#3`.
  var key: String

  /// Names a row; nil where values of the dataset have no provenance.
  init?(_ row: TableRow, of dataset: String) {
    guard let columns = Self.keyColumns[dataset] else { return nil }
    self.dataset = dataset
    self.row = row
    key = columns.map { row[$0] }.joined(separator: "/")
  }

  private static let keyColumns = [
    "facts": ["fact", "subject", "base"], "projects": ["source", "project"],
    "indicators": ["scope", "goal", "indicator"], "priorities": ["sequence", "item"], "glossary": ["term"],
  ]

  /// The columns whose values provenance must place; every fact has one value.
  var placedColumns: [String] {
    switch dataset {
    case "facts": ["value_printed"]
    case "projects":
      ["project", "budget", "actual", "execution_rate", "score", "department", "implementer", "category"]
    case "priorities": ["sequence", "item", "content", "completion"]
    case "glossary": ["term", "definition"]
    default: ["indicator", "level1", "level2", "kind", "weight", "target", "actual", "score"]
    }
  }
}

/// What provenance says of these datasets, compared with their rows on the way.
struct NarrativeRows {
  /// A value and where the source prints it.
  struct Value {
    var dataset: String
    var key: String
    var printed: String
    var place: SourcePlace
  }

  /// The values that provenance places, in its order.
  private(set) var places: [Value] = []
  /// What the source prints for each fact, with the controls that CSV does not have.
  private(set) var printedFacts: [String: String] = [:]
  /// The steps of the facts that were repaired, by key.
  private(set) var repairs: [String: [PublishedFigure.Step]] = [:]
  private var rows: [String: [String: NarrativeRow]] = [:]
  /// The values that provenance has not spoken of yet, as dataset, key and column.
  private var left: Set<[String]> = []
  private let document: String

  /// Takes the rows of a document by dataset; no two facts may have one key.
  init(_ tables: [String: [TableRow]], in document: String, _ journal: inout Journal) {
    self.document = document
    for dataset in ["facts", "projects", "indicators", "priorities", "glossary"] {
      // How often each name has been given; those that tell rows apart count as names too.
      var given: [String: Int] = [:]
      for row in tables[dataset] ?? [] {
        guard var row = NarrativeRow(row, of: dataset) else { continue }
        let name = row.key
        if let before = given[name] {
          if dataset == "facts" { journal.fail(.schema, dataset, document, key: name, "the key stands twice") }
          let number = ((before + 1)...).first { given["\(name)#\($0)"] == nil } ?? before
          row.key = "\(name)#\(number)"
          (given[name], given[row.key]) = (number, 1)
        } else {
          given[name] = 1
        }
        rows[dataset, default: [:]][row.key] = row
        for column in row.placedColumns where !row.row[column].isEmpty { left.insert([dataset, row.key, column]) }
      }
    }
  }

  /// Compares one line of provenance with its row.
  mutating func take(_ node: JSONNode, _ journal: inout Journal) {
    let (dataset, key) = (node["dataset"].scalar, node["key"].scalar)
    let (rowKey, column) = Self.parts(of: key, in: dataset)
    guard let row = rows[dataset]?[rowKey]?.row else {
      journal.fail(.agreement, "provenance", document, key: key, "\(dataset) has no such row")
      return
    }
    let isKnown = left.remove([dataset, rowKey, column]) != nil
    if !isKnown, dataset == "facts" {
      journal.fail(.agreement, "provenance", document, key: key, "the value stands twice")
    }
    let published = row[column == "value_printed" ? "value" : column]
    let value = node["value"].scalar
    journal.apply(.agreement)
    // Each line with boxes to tick gives a part of the category.
    let holds = column == "category" ? ";\(published);".contains(";\(value);") : published == value
    if !holds && !(column == "category" && value.isEmpty) {
      journal.fail(.agreement, dataset, document, key: key, published: published, "provenance says \(value)")
    }
    guard let place = SourcePlace(node["source"]) else {
      journal.fail(.agreement, "provenance", document, key: key, "the value has no place")
      return
    }
    compareFact(row, node, place, key, &journal)
    if dataset == "facts" { printedFacts[key] = node["printed"].exactScalar }
    if dataset == "facts", row["status"] == Status.corrected.rawValue {
      repairs[key] = PublishedFigure.Step.steps(node["steps"])
    }
    places.append(Value(dataset: dataset, key: key, printed: node["printed"].exactScalar, place: place))
  }

  /// Reports the values that have no provenance.
  func finish(_ journal: inout Journal) {
    for value in left.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      journal.fail(.agreement, value[0], document, key: "\(value[1])/\(value[2])", "the value has no provenance")
    }
  }

  /// The key of a fact is that of its row; others have a column behind it.
  private static func parts(of key: String, in dataset: String) -> (row: String, column: String) {
    let scalars = key.unicodeScalars
    guard dataset != "facts", let slash = scalars.lastIndex(of: "/") else { return (key, "value_printed") }
    return (String(scalars[..<slash]), String(scalars[scalars.index(after: slash)...]))
  }

  /// A fact repeats what is printed and on which lines.
  private func compareFact(
    _ row: TableRow, _ node: JSONNode, _ place: SourcePlace, _ key: String, _ journal: inout Journal
  ) {
    guard node["dataset"].scalar == "facts" else { return }
    let pairs = [
      (row["value_printed"], node["printed"].scalar), (row["source_line"], String(place.line)),
      (row["source_line_end"], String(place.lineEnd)),
    ]
    for (published, expected) in pairs {
      journal.compare(
        .agreement, "facts", document, key: key, published: published, expected: expected, "provenance")
    }
  }
}
