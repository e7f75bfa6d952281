/// The reference data as one: what results depend on beside the program.
public enum ReferenceData {
  /// Calls `body` with the bytes of each embedded table, always in the same order.
  public static func forEachTable(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    for table in [
      FunctionalSubjects.records, EconomicSubjects.records, CurrentDivisions.records, RetiredDivisions.records,
    ] {
      table.withUTF8Buffer(body)
    }
  }
}
