import Load

/// What the Table Schema demands of one column, ready to be applied to many values.
struct FieldCheck {
  private let field: Field
  private let allowed: Set<String>
  private let pattern: PatternMatcher?
  /// The last value that was allowed: columns of a document repeat theirs in every row.
  private var last: String?

  /// Prepares the demands of a field.
  init(_ field: Field) {
    self.field = field
    allowed = Set(field.allowed)
    pattern = field.pattern.flatMap { PatternMatcher($0) }
  }

  /// Why a value is not allowed; nil where it is.
  mutating func problem(with value: String) -> String? {
    if value == last { return nil }
    let problem = self.problem(of: value)
    if problem == nil { last = value }
    return problem
  }

  private func problem(of value: String) -> String? {
    if value.isEmpty { return field.isRequired ? "the column \(field.name) needs a value" : nil }
    if !isOfKind(value) { return "the column \(field.name) holds values of type \(field.kind.rawValue)" }
    if !allowed.isEmpty, !allowed.contains(value) { return "the column \(field.name) allows no such value" }
    if field.pattern != nil, pattern?.matches(value) != true {
      return "the column \(field.name) holds values like \(field.pattern ?? "")"
    }
    if !isWithinBounds(value) { return "the column \(field.name) has bounds that exclude it" }
    return nil
  }

  private func isOfKind(_ value: String) -> Bool {
    let bytes = Array(value.utf8)
    switch field.kind {
    case .string: return true
    case .integer: return Int(value) != nil && bytes.first != UInt8(ascii: "+")
    case .number: return Decimals.parts(of: value) != nil
    case .year: return bytes.count == 4 && bytes.allSatisfy { (0x30...0x39).contains($0) }
    case .date: return Self.isDate(bytes)
    }
  }

  /// `2024-02-29`, a day that there is.
  private static func isDate(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Int(String(decoding: bytes[0..<4], as: UTF8.self)),
      let month = Int(String(decoding: bytes[5..<7], as: UTF8.self)), (1...12).contains(month),
      let day = Int(String(decoding: bytes[8...], as: UTF8.self))
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
  }

  private func isWithinBounds(_ value: String) -> Bool {
    guard field.minimum != nil || field.maximum != nil else { return true }
    guard let parts = Decimals.parts(of: value) else { return false }
    let scale = Decimals.power(parts.decimals)
    if let minimum = field.minimum, parts.digits < Int128(minimum) * scale { return false }
    if let maximum = field.maximum, parts.digits > Int128(maximum) * scale { return false }
    return true
  }
}

/// Decimal numbers of the datasets as exact integers.
enum Decimals {
  /// All digits as one integer, and how many of them stand behind the point; nil for text that is no plain decimal.
  static func parts(of text: String) -> (digits: Int128, decimals: Int)? {
    var digits: Int128 = 0
    var count = 0
    var decimals: Int?
    var isNegative = false
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: isNegative = true
      case UInt8(ascii: ".") where decimals == nil && count > 0: decimals = 0
      case 0x30...0x39 where count < 18:
        digits = digits * 10 + Int128(byte - 0x30)
        count += 1
        decimals = decimals.map { $0 + 1 }
      default: return nil
      }
    }
    guard count > 0, decimals != 0 else { return nil }
    return (isNegative ? -digits : digits, decimals ?? 0)
  }

  /// Ten to a power below 19.
  static func power(_ exponent: Int) -> Int128 { (0..<exponent).reduce(Int128(1)) { power, _ in power * 10 } }

  /// An amount of the datasets (yuan with two decimals) in thousandths of a yuan; nil for anything else.
  static func thousandths(_ text: String) -> Int128? {
    guard let parts = parts(of: text), parts.decimals == 2, parts.digits.magnitude < 1 << 58 else { return nil }
    return parts.digits * 10
  }

  /// A confidence (three decimals) in thousandths; nil for anything else.
  static func confidence(_ text: String) -> Int? {
    guard let parts = parts(of: text), parts.decimals == 3 else { return nil }
    return Int(parts.digits)
  }
}
