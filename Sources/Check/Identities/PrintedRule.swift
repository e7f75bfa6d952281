import Accounts

/// An identity that the disclosure prints under a form: `27行=(1+2+…+8)行`, `1栏各行=(2+3)栏各行`.
package struct PrintedRule {
  /// Whether it speaks of lines (行), not of columns (栏).
  var isOfLines: Bool
  /// The number of the line or column that is the sum.
  var whole: Int
  /// The numbers of the others, with their signs.
  var parts: [(number: Int, sign: Int128)]
  /// Its text from the first number on, reduced.
  var text: String

  /// The rules in the notes of a form, each with the line of its note.
  package static func rules(in notes: [(line: Int, text: NormalText)]) -> [(line: Int, rule: PrintedRule)] {
    notes.flatMap { note in
      note.text.units.split { $0 == 0x3B || $0 == 0x3002 || $0 == 0x2C }  // ; 。 ,
        .compactMap { PrintedRule(Array($0)).map { (note.line, $0) } }
    }
  }

  /// Reads one clause; nil where it states no sum of lines or columns.
  init?(_ units: [UInt16]) {
    guard let equals = units.firstIndex(of: 0x3D) else { return nil }
    let isUnitWord: (UInt16) -> Bool = { $0 == 0x884C || $0 == 0x680F || $0 == 0x5404 }  // 行 栏 各
    let isDigit: (UInt16) -> Bool = { (0x30...0x39).contains($0) }
    guard units.contains(0x884C) || units.contains(0x680F) else { return nil }
    var start = equals
    while start > 0, isDigit(units[start - 1]) || isUnitWord(units[start - 1]) { start -= 1 }
    let head = units[start..<equals].prefix(while: isDigit)
    guard let whole = Int(String(decoding: head, as: UTF16.self)) else { return nil }
    self.whole = whole
    isOfLines = !units[..<equals].contains(0x680F)
    text = String(decoding: units[start...], as: UTF16.self)
    parts = []
    guard readParts(units[(equals + 1)...]) else { return nil }
  }

  private mutating func readParts(_ units: ArraySlice<UInt16>) -> Bool {
    var signs: [Int: Int128] = [:]
    var sign: Int128 = 1
    var last: Int?
    var isRange = false
    var number: Int?
    var isUnclear = false
    func take(_ value: Int) {
      if isRange, let last, last < value { for between in (last + 1)..<value { signs[between] = sign } }
      signs[value] = sign
      last = value
      isRange = false
    }
    for unit in units {
      if (0x30...0x39).contains(unit) {
        // Between numbers stand signs, brackets and the words for lines and columns only.
        if isUnclear, last != nil { return false }
        let value = (number ?? 0) * 10 + Int(unit - 0x30)
        if value > 999 { return false }
        number = value
        continue
      }
      if let value = number { take(value) }
      number = nil
      switch unit {
      case 0x2B: sign = 1
      case 0x2D, 0x4E00: sign = -1  // OCR takes a dash for 一.
      case 0x2026, 0x2E: isRange = true
      case 0x28, 0x29, 0x3001, 0x884C, 0x680F, 0x5404: break
      default: isUnclear = true
      }
    }
    if let value = number { take(value) }
    parts = signs.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    return !parts.isEmpty
  }
}
