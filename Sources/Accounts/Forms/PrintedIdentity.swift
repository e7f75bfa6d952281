/// An identity as disclosures print it: a line or column is the sum of others (`27行=(1+2+…+8)行`, `1栏各行=(2+3)栏各行`).
public struct PrintedIdentity: Hashable, Sendable {
  /// Whether its numbers are those of lines (行), else of columns (栏).
  public let isOfLines: Bool
  /// The number of the sum.
  public let whole: Int
  /// The numbers of its parts, ascending, each with its sign.
  public let parts: [Part]
  /// What is printed.
  public let text: String

  /// A line or column of a sum.
  public struct Part: Hashable, Sendable {
    /// Its number.
    public let number: Int
    /// 1 or -1.
    public let sign: Int64
  }

  /// Reads one identity; nil for other text.
  public init?(_ units: ArraySlice<UInt16>) {
    guard let equals = units.firstIndex(of: 0x3D), units.contains(Self.lineWord) || units.contains(Self.columnWord)
    else { return nil }
    let left = units[..<equals]
    guard
      let start = left.lastIndex(where: { !Self.isDigit($0) && !Self.isUnitWord($0) }).map({ $0 + 1 })
        ?? left.indices.first,
      let whole = Int(String(decoding: left[start...].prefix(while: Self.isDigit), as: UTF16.self)),
      let parts = Self.parts(in: units[(equals + 1)...])
    else { return nil }
    isOfLines = !left.contains(Self.columnWord)
    self.whole = whole
    self.parts = parts.sorted { $0.key < $1.key }.map { Part(number: $0.key, sign: $0.value) }
    text = String(decoding: units[start...], as: UTF16.self)
  }

  private static let lineWord: UInt16 = 0x884C  // 行
  private static let columnWord: UInt16 = 0x680F  // 栏
  private static let eachWord: UInt16 = 0x5404  // 各

  private static func isDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }

  private static func isUnitWord(_ unit: UInt16) -> Bool {
    unit == lineWord || unit == columnWord || unit == eachWord
  }

  /// The signed numbers of `(1+2-3)`, with `31+32+…+56` filled in; nil where something between them is no sign.
  private static func parts(in units: ArraySlice<UInt16>) -> [Int: Int64]? {
    var parts: [Int: Int64] = [:]
    var sign: Int64 = 1
    var last = 0
    var isRange = false
    var isUnclear = false
    var index = units.startIndex
    while index < units.endIndex {
      let unit = units[index]
      if isDigit(unit) {
        let digits = units[index...].prefix(while: isDigit)
        guard digits.count <= 3, let number = Int(String(decoding: digits, as: UTF16.self)),
          !isUnclear || parts.isEmpty
        else { return nil }
        if isRange, last + 1 < number { for between in (last + 1)..<number { parts[between] = sign } }
        parts[number] = sign
        last = number
        isRange = false
        index = digits.endIndex
        continue
      }
      switch unit {
      case 0x2B: sign = 1
      // OCR takes the sign for 一, which stands in no number here.
      case 0x2D, 0x4E00: sign = -1
      case 0x2026, 0x2E: isRange = true
      case 0x28, 0x29, 0x3001, lineWord, columnWord, eachWord: break
      default: isUnclear = true
      }
      index += 1
    }
    return parts.isEmpty ? nil : parts
  }
}
