import Accounts

/// A disclosure with what the datasets say about it as a whole: the input of every row.
struct CountedDisclosure: Sendable {
  /// What transform handed on.
  let disclosure: Disclosure
  /// Its numbers.
  let counts: DocumentCounts
  /// The id of a later disclosure of the same unit and year; empty without one.
  let supersededBy: String
  /// The four columns with which its rows start in every dataset but `documents`, as CSV without a line end.
  let sharedFields: [UInt8]

  init(_ disclosure: Disclosure, supersededBy: String) {
    self.disclosure = disclosure
    counts = DocumentCounts(disclosure)
    self.supersededBy = supersededBy
    var csv = CSVWriter()
    for column in Self.sharedColumns { column.write(disclosure, &csv) }
    sharedFields = csv.bytes
  }

  var source: SourceRecord { disclosure.source }
  var identification: Identification { disclosure.identification }

  static let sharedColumns: [Column<Disclosure>] = [
    Column(.documentID) { $1.field($0.documentID) },
    Column(.fiscalYear) { $1.field($0.identification.fiscalYear?.year) },
    Column(.unitName) { $1.field($0.identification.unitName) },
    Column(.divisionCode) { $1.field($0.identification.divisionCode) },
  ]
}
