/// One row of a dataset as it was read back, by the names of its columns.
public struct DatasetRow: Hashable, Sendable {
  /// The columns, in the order of the header.
  public let columns: [String]
  /// The values, as many as columns.
  public let values: [String]

  /// The value in the column `name`; empty where there is no such column, as for a value that is not stated.
  public subscript(name: String) -> String {
    zip(columns, values).first { $0.0 == name }?.1 ?? ""
  }
}
