import Accounts

/// A figure that the narrative of a generated disclosure is known to state.
public struct FactTruth: Hashable, Sendable {
  /// Which fact, of what, against which base.
  public var key: FactKey
  /// What it says, as printed: amounts in yuan, percentages with their decimals.
  public var value: FactValue

  /// Makes the truth of a fact.
  public init(key: FactKey, value: FactValue) {
    self.key = key
    self.value = value
  }
}

/// Prints the figures of sentences, keeps what they say, and chooses among wordings.
///
/// Amounts are hundredths of the narrative's unit of money, already rounded as it prints them.
struct FactPen {
  /// Says which wordings are taken; the accounts are drawn from numbers of their own.
  var random: SplitMix64
  /// What was stated so far, each fact as it stands first.
  private(set) var facts: [FactTruth] = []

  private let unit: MoneyUnit
  private let isGrouped: Bool
  private let percentDecimals: Int
  private var stated: Set<FactKey> = []

  init(seed: UInt64, unit: MoneyUnit) {
    random = SplitMix64(seed: seed)
    self.unit = unit
    isGrouped = random.chance(15)
    percentDecimals = random.chance(70) ? 2 : 1
  }

  /// One of several wordings, each as likely.
  mutating func pick(_ words: String...) -> String { random.pick(words) }

  /// An amount with its unit, `12.30万元`, which states a fact.
  mutating func money(_ hundredths: Int64, _ fact: FactKey) -> String { number(hundredths, fact) + unit.rawValue }

  /// Amounts in a row of which only the last has its unit: `12.30、4.50万元`.
  mutating func amounts(_ amounts: [(hundredths: Int64, fact: FactKey)]) -> String {
    amounts.map { number($0.hundredths, $0.fact) }.joined(separator: "、") + unit.rawValue
  }

  /// A share or a rate, `12.30%`; nil of nothing.
  ///
  /// - Parameter printsMagnitude: the words around it say whether something fell.
  mutating func percent(_ part: Int64, of whole: Int64, _ fact: FactKey, printsMagnitude: Bool = true) -> String? {
    guard whole > 0 else { return nil }
    let scale: Int64 = percentDecimals == 2 ? 20_000 : 2_000
    let magnitude = (Int64(part.magnitude) * scale + whole) / (whole * 2)
    let digits = part < 0 ? -magnitude : magnitude
    state(fact, .percent(PrintedNumber(digits: digits, decimals: percentDecimals)))
    return Self.text(printsMagnitude ? magnitude : digits, decimals: percentDecimals) + "%"
  }

  /// A number of persons or things with its measure word.
  mutating func count(_ number: Int64, _ word: String, _ fact: FactKey) -> String {
    state(fact, .count(number))
    return "\(number)\(word)"
  }

  private mutating func number(_ hundredths: Int64, _ fact: FactKey) -> String {
    state(fact, .yuan(Amount(thousandths: hundredths * unit.yuan * 10)))
    let isMagnitude = fact.base == .priorYear
    return AmountText.text(isMagnitude ? Int64(hundredths.magnitude) : hundredths, isGrouped: isGrouped)
  }

  private mutating func state(_ key: FactKey, _ value: FactValue) {
    if stated.insert(key).inserted { facts.append(FactTruth(key: key, value: value)) }
  }

  private static func text(_ digits: Int64, decimals: Int) -> String {
    var figures = String(digits.magnitude)
    while figures.utf8.count <= decimals { figures = "0" + figures }
    return (digits < 0 ? "-" : "") + figures.dropLast(decimals) + "." + figures.suffix(decimals)
  }
}

extension FactKey {
  /// The key of a fact by its whole name, `overall.total`; traps where the catalogue lacks it.
  init(_ name: String, subject: String = "", base: FactBase = .none) {
    guard let fact = FactName(rawValue: name) else { preconditionFailure("no fact \(name)") }
    self.init(fact, subject: subject, base: base)
  }
}
