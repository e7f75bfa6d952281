import Accounts

/// A run of digits of any script in a cell of the source, with its commas and points, and with the characters beside its
/// digits that cannot be read.
struct NumericToken {
  /// Its place among the scalars of the cell.
  var range: Range<Int>
  /// What the token is where its surroundings alone tell.
  var use: NumberUse?
}

/// Cuts the text of a cell into its numeric tokens, and tells dates and list numbers by what stands around them.
struct NumericTokens {
  private let scalars: [UInt32]
  private(set) var tokens: [NumericToken] = []

  /// Whether the cell holds no words: digits, marks, brackets, white space, and at most the unit of an amount.
  let isBare: Bool

  /// The tokens of a text; nil without a digit, as most cells are.
  init?(_ text: String) {
    let isForeign = Numerals.mayStand(in: text)
    guard isForeign || text.utf8.contains(where: { (0x30...0x39).contains($0) || $0 == 0xEF }) else { return nil }
    let printed = Array(text.unicodeScalars)
    let characters = isForeign ? Numerals.rewritten(printed) : printed
    scalars = characters.map { (0xFF01...0xFF5E).contains($0.value) ? $0.value - 0xFEE0 : $0.value }
    isBare = !scalars.contains { Self.isLetter($0) && !Self.moneyWords.contains($0) }
    var index = 0
    while index < scalars.count {
      let start = index
      while index < scalars.count, Self.isRunning(scalars[index]) || index > start && isInner(index) { index += 1 }
      // Digits that something alters are digits still, though none of them can be read.
      let hasDigits =
        scalars[start..<index].contains(where: Self.isDigit)
        || isForeign && printed[start..<index].contains { Characters.digit($0) != nil }
      if hasDigits { tokens.append(NumericToken(range: start..<index)) }
      if index == start { index += 1 }
    }
    guard !tokens.isEmpty else { return nil }
    for token in tokens.indices { tokens[token].use = use(ofTokenAt: token) }
  }

  /// The scalars of a token that print something, in ASCII but for those that cannot be read.
  func text(_ token: NumericToken) -> [UInt16] {
    scalars[token.range].lazy.filter { !Self.isInvisible($0) }.map { UInt16(truncatingIfNeeded: $0) }
  }

  /// Whether a character of a token cannot be read.
  func isUnreadable(_ token: NumericToken) -> Bool { scalars[token.range].contains(Characters.unreadable.value) }

  /// Whether a text prints this very token.
  func holds(_ token: [UInt16]) -> Bool { tokens.contains { text($0) == token } }

  /// Whether a token stands among words, and not as a word of its own as in a layout without columns: `共12`, `12 件`,
  /// `（20分）`, `率 98%。`.
  func isProse(_ token: NumericToken) -> Bool {
    guard !isBare else { return false }
    var before = token.range.lowerBound - 1
    while before >= 0, Self.signs.contains(scalars[before]) { before -= 1 }
    var after = token.range.upperBound
    while after < scalars.count, Self.signs.contains(scalars[after]) { after += 1 }
    let isAlone =
      (before < 0 || Self.isSpace(scalars[before])) && (after >= scalars.count || Self.isSpace(scalars[after]))
    let isAmount = scalars[token.range].contains(0x2E)
    return !isAlone || !isAmount && (next(token.range.upperBound).map(Self.isLetter) ?? false)
  }

  /// Whether a token is a whole number of at most this many digits.
  func isWhole(_ token: NumericToken, digits: Int) -> Bool {
    token.range.count <= digits && scalars[token.range].allSatisfy(Self.isDigit)
  }

  /// Whether a percent sign or the unit of an amount stands behind a token.
  func hasUnit(_ token: NumericToken) -> Bool {
    next(token.range.upperBound).map { $0 == 0x25 || Self.moneyWords.contains($0) } ?? false
  }

  /// Whether a token with the unit of a figure has more digits than any number is read with.
  func isTooLong(_ token: NumericToken) -> Bool {
    token.range.count > PrintedNumber.mostDigits
      && (hasUnit(token) || next(token.range.upperBound).map(Self.measureWords.contains) ?? false)
      && scalars[token.range].count(where: Self.isDigit) > PrintedNumber.mostDigits
  }

  /// Measure words of what the narrative counts.
  private static let measureWords = Set("辆台套个人名批次".unicodeScalars.map(\.value))

  // MARK: scalars

  private static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }
  private static func isSpace(_ scalar: UInt32) -> Bool { scalar == 0xA0 || scalar == 0x3000 || scalar <= 0x20 }
  private static func isLetter(_ scalar: UInt32) -> Bool {
    (0x3040...0xFEFF).contains(scalar) || scalar > 0xFFFF || (0x41...0x5A).contains(scalar & ~0x20)
  }

  /// Digits, and what cannot be read among them.
  private static func isRunning(_ scalar: UInt32) -> Bool { isDigit(scalar) || scalar == Characters.unreadable.value }
  private static func isInvisible(_ scalar: UInt32) -> Bool {
    scalar >= 0xAD && Unicode.Scalar(scalar).map(Characters.isInvisible) ?? false
  }

  /// A comma or point between two digits, or what stands unseen there.
  private func isInner(_ index: Int) -> Bool {
    let isMark = scalars[index] == 0x2C || scalars[index] == 0x2E
    guard isMark || Self.isInvisible(scalars[index]) else { return false }
    let behind = scalars[(index + 1)...].drop(while: Self.isInvisible)
    guard let next = behind.first else { return false }
    if Self.isRunning(next) { return true }
    let isNextMark = !isMark && (next == 0x2C || next == 0x2E)
    return isNextMark && isInner(behind.startIndex)
  }

  private func next(_ index: Int) -> UInt32? { scalars[index...].first { !Self.isSpace($0) } }
  private func previous(_ index: Int) -> UInt32? { scalars[..<index].last { !Self.isSpace($0) } }

  /// ≥ ≤ < > = % - before or behind a number.
  private static let signs: Set<UInt32> = [0x2265, 0x2264, 0x3C, 0x3E, 0x3D, 0x25, 0x2D]
  /// 万 元 千 亿
  private static let moneyWords: Set<UInt32> = [0x4E07, 0x5143, 0x5343, 0x4EBF]

  // MARK: dates and list numbers

  private func use(ofTokenAt index: Int) -> NumberUse? {
    isUnreadable(tokens[index]) ? nil : isDate(index) ? .date : isListNumber(tokens[index].range) ? .listNumber : nil
  }

  private func isDate(_ index: Int) -> Bool {
    let range = tokens[index].range
    let digits = scalars[range]
    let after = next(range.upperBound)
    if isCalendarDate(digits, after) { return true }
    guard digits.allSatisfy(Self.isDigit) else { return false }
    if range.count <= 4, let after, Self.dateWords.contains(after) { return true }
    let isYear = range.count == 4 && (digits.starts(with: [0x32, 0x30]) || digits.starts(with: [0x31, 0x39]))
    if isYear, after.map(Self.yearEnds.contains) == true { return true }
    guard index > 0, range.count <= 2 || isYear, tokens[index - 1].use == .date else { return false }
    let gap = scalars[tokens[index - 1].range.upperBound..<range.lowerBound]
    return gap.allSatisfy { Self.dateMarks.contains($0) || Self.dateWords.contains($0) || Self.isSpace($0) }
  }

  /// `2024.10.31`, and among words `2024.10`, which is no amount.
  private func isCalendarDate(_ digits: ArraySlice<UInt32>, _ after: UInt32?) -> Bool {
    let parts = digits.split(separator: 0x2E).map { part in
      part.allSatisfy(Self.isDigit) && part.count <= 4 ? part.reduce(0) { $0 * 10 + Int($1) - 0x30 } : -1
    }
    guard parts.count >= 2, (2_000..<2_100).contains(parts[0]), (1...12).contains(parts[1]) else { return false }
    if parts.count == 3 { return (1...31).contains(parts[2]) }
    return parts.count == 2 && !isBare && after.map(Self.moneyWords.contains) != true && after != 0x25
  }

  /// 年 月 日 号 季
  private static let dateWords: Set<UInt32> = [0x5E74, 0x6708, 0x65E5, 0x53F7, 0x5B63]
  /// - / . – — 至 、 ~
  private static let dateMarks: Set<UInt32> = [0x2D, 0x2F, 0x2E, 0x2013, 0x2014, 0x81F3, 0x3001, 0x7E]
  /// What stands behind a year without 年: `2024-10`, `2024. 10`, `〔2024〕12号`.
  private static let yearEnds: Set<UInt32> = [0x2D, 0x2E, 0x2F, 0x2013, 0x2014, 0x81F3, 0x3015, 0x5D, 0x3011]

  private func isListNumber(_ range: Range<Int>) -> Bool {
    guard range.count <= 3, scalars[range].allSatisfy(Self.isDigit) else { return false }
    let (before, after) = (previous(range.lowerBound), next(range.upperBound))
    if let before, Self.numbered.contains(before) { return true }
    guard before.map(Self.openings.contains) ?? true, let after else { return false }
    return Self.closings.contains(after)
  }

  /// The last letter of 指标, 附件, 图, 表, 第, 公开, 注 before a number.
  private static let numbered: Set<UInt32> = [0x6807, 0x4EF6, 0x56FE, 0x8868, 0x7B2C, 0x5F00, 0x6CE8]
  /// Brackets, 。；：! before a list number.
  private static let openings: Set<UInt32> = [
    0x28, 0x5B, 0x3014, 0x3002, 0x3B, 0x3A, 0x3010, 0x2B, 0x23, 0x2A, 0x201C, 0x2611, 0x25A1, 0x221A,
  ]
  /// 、 . ) ] 〕 】 : after one.
  private static let closings: Set<UInt32> = [0x3001, 0x2E, 0x29, 0x5D, 0x3015, 0x3011, 0x3A]
}
