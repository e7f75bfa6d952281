/// What generated disclosures say before they are damaged: the files that `juesuan synthesize` writes as `truth`.
struct Truth {
  /// One generated document.
  struct Document {
    /// Its name, such as `000017-spaces`.
    var name: String
    /// The number of its layout among `layouts`.
    var layout: Int
    /// The kinds of damage that it has.
    var damage: DamageSet
    /// What it says of itself, in the order of `documentFields`.
    var fields: [String]
  }

  /// One figure of the undamaged forms.
  struct Cell {
    var document: Int
    var row: RowCode
    var measure: Int
    /// Thousandths of a yuan.
    var amount: Int64
    /// The kinds that touched this cell.
    var damage: DamageSet
    /// Whether the damaged document still determines the value.
    var isIdentifiable: Bool
    /// Whether the printed code of its row is cut.
    var isCodeCut: Bool
  }

  /// The fields of `documents` that are compared.
  static let documentFields = ["fiscal_year", "unit_name", "division_code", "published_on", "money_unit"]

  private(set) var documents: [Document] = []
  private(set) var cells: [Cell] = []
  private(set) var layouts = Interner()
  private(set) var damages = DamageKinds()
  /// The cell of each key.
  private(set) var index: [CellCode: Int] = [:]
  /// The document of each file name.
  private(set) var byFileName: [String: Int] = [:]

  /// Reads the truth in `directory`, or in its folder `truth`.
  init(directory: String, vocabulary: inout Vocabulary) throws(EvaluationError) {
    let folder = Self.folder(in: directory)
    let byName = try readDocuments("\(folder)/documents.csv")
    try readCells("\(folder)/amounts.csv", byName, &vocabulary)
  }

  /// The folder with the files of the truth: `directory`, or its folder `truth`.
  static func folder(in directory: String) -> String {
    FileBytes.exists("\(directory)/truth") ? "\(directory)/truth" : directory
  }

  private mutating func readDocuments(_ path: String) throws(EvaluationError) -> [String: Int] {
    var records = try CSVRecords(path: path)
    let (name, source) = (try records.column("document"), try records.column("source_path"))
    let (layout, damage) = (try records.column("layout"), try records.column("damage"))
    var fields: [Int] = []
    for field in Self.documentFields { fields.append(try records.column(field)) }
    var byName: [String: Int] = [:]
    while try records.next() {
      let fileName = FileBytes.lastComponent(of: records.text(at: source))
      let document = Document(
        name: records.text(at: name), layout: layouts.number(of: records.bytes(at: layout)),
        damage: try damages.set(at: damage, of: records), fields: fields.map { records.text(at: $0) })
      let isNew = byName.updateValue(documents.count, forKey: document.name) == nil
      guard byFileName.updateValue(documents.count, forKey: fileName) == nil, isNew else {
        throw records.error("The document stands here for the second time: \(document.name)")
      }
      documents.append(document)
    }
    return byName
  }

  private mutating func readCells(
    _ path: String, _ byName: [String: Int], _ vocabulary: inout Vocabulary
  ) throws(EvaluationError) {
    var records = try CSVRecords(path: path)
    let columns = try Vocabulary.Columns(records)
    let (name, amount) = (try records.column("document"), try records.column("amount"))
    let (damage, identifiable) = (try records.column("damage"), try records.column("identifiable"))
    let codeCut = try records.column("code_cut")
    var names = Interner()
    var documentOfName: [Int?] = []
    while try records.next() {
      let number = names.number(of: records.bytes(at: name))
      if number == documentOfName.count { documentOfName.append(byName[names.texts[number]]) }
      guard let document = documentOfName[number] else {
        throw records.error("documents.csv lists no document \(names.texts[number]).")
      }
      let (row, measure) = try vocabulary.place(in: records, columns)
      guard let value = try records.thousandths(at: amount) else { throw records.error("The amount is empty.") }
      guard let code = CellCode(document: document, row: row, measure: measure) else {
        throw records.error("There are too many documents or measures.")
      }
      guard index.updateValue(cells.count, forKey: code) == nil else {
        throw records.error("The figure stands here for the second time: \(vocabulary.key(row, measure))")
      }
      cells.append(
        Cell(
          document: document, row: row, measure: measure, amount: value,
          damage: try damages.set(at: damage, of: records), isIdentifiable: try records.flag(at: identifiable),
          isCodeCut: try records.flag(at: codeCut)))
    }
  }
}
