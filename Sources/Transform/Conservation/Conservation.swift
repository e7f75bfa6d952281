import Accounts

/// Accounts for every numeric token of a source: it is the source of a value, or something else by a rule, or it stands
/// in the findings.
///
/// It reads the lines that extract handed on, what clean took away included, so that no stage can lose a number
/// unseen. Its work is linear in the tokens.
struct Conservation {
  private let values: ValuePlaces
  private let regions: Regions
  private let rows: FormRows
  private let numbering: CountingNumbers
  /// Figures of the narrative that are statements and became no fact.
  private let unread: ValuePlaces
  /// Those of them that print an amount of a form or of a fact again.
  private let repeated: ValuePlaces
  private var account = NumberAccount()
  private var findings: [Finding] = []

  /// The account of a disclosure and a finding for each token that has no place.
  ///
  /// - Parameter unread: the figures of the narrative's sections that were understood as no fact.
  static func account(
    _ cleaned: CleanedDocument, _ disclosure: Disclosure, unread: [StatedPlace]
  ) -> (account: NumberAccount, findings: [Finding]) {
    var conservation = Conservation(cleaned, disclosure, unread: unread)
    for line in cleaned.lines {
      for cell in line.cells { conservation.read(cell, of: line) }
    }
    return (conservation.account, conservation.findings + conservation.unlisted)
  }

  /// One finding for all unplaced tokens that have none of their own: a line of numbers would grow a hundredfold.
  private var unlisted: [Finding] {
    guard account.unplaced > NumberAccount.mostFindings else { return [] }
    let count = account.unplaced - NumberAccount.mostFindings
    return [Finding(.unplacedNumber, message: "\(count) further numbers are in no dataset.")]
  }

  /// The account of a document that is not read: all of its tokens are declared so.
  static func unread(_ cleaned: CleanedDocument) -> NumberAccount {
    var account = NumberAccount()
    for line in cleaned.lines {
      for cell in line.cells { account.declared[.unread, default: 0] += NumericTokens(cell.text)?.tokens.count ?? 0 }
    }
    return account
  }

  private init(_ cleaned: CleanedDocument, _ disclosure: Disclosure, unread: [StatedPlace]) {
    var known = Set(disclosure.figures.compactMap(\.amount))
    for case .yuan(let amount) in disclosure.facts.lazy.map(\.value) { known.insert(amount) }
    let isKnown = { (place: StatedPlace) in place.amount.map(known.contains) ?? false }
    let regions = Regions(cleaned, others: disclosure.otherTables)
    values = ValuePlaces(disclosure)
    rows = FormRows(disclosure)
    numbering = CountingNumbers(
      cleaned.lines.lazy.filter { line in line.cells.contains { regions.region(of: $0.span) == .form } })
    self.regions = regions
    self.unread = ValuePlaces(unread.filter { !isKnown($0) })
    repeated = ValuePlaces(unread.filter(isKnown))
  }

  private mutating func read(_ cell: SourceCell, of line: SourceLine) {
    guard let tokens = NumericTokens(cell.text) else { return }
    let region = regions.region(of: cell.span)
    for (index, token) in tokens.tokens.enumerated() {
      let text = tokens.text(token)
      let place = cell.span(of: token.range)
      let columns = place.column...max(place.column, place.lineEnd > place.line ? Int.max : place.columnEnd)
      if values.hold(text, line: place.line, columns: columns) {
        account.values += 1
      } else if let use = use(of: index, tokens, cell, line, region, (place.line, columns)) {
        account.declared[use, default: 0] += 1
      } else {
        account.unplaced += 1
        guard account.unplaced <= NumberAccount.mostFindings else { continue }
        let printed = String(decoding: text, as: UTF16.self)
        let why = tokens.isUnreadable(token) ? "cannot be read, and is in no dataset" : "is in no dataset"
        findings.append(
          Finding(
            .unplacedNumber, printed: printed, message: "The number \(printed) \(why).",
            sourceLine: place.line))
      }
    }
  }

  /// What a token is that is the source of no value; nil where no rule says.
  private func use(
    of index: Int, _ tokens: NumericTokens, _ cell: SourceCell, _ line: SourceLine, _ region: Regions.Region?,
    _ place: (line: Int, columns: ClosedRange<Int>)
  ) -> NumberUse? {
    let token = tokens.tokens[index]
    let text = tokens.text(token)
    switch region {
    case .note: return .note
    case .otherTable: return .otherTable
    case _ where tokens.isUnreadable(token): return nil
    case .form:
      if let use = rows.use(of: text, line: cell.span.line) ?? token.use { return use }
      let isNumbering =
        numbering.counts(token, of: tokens, in: cell, on: line)
        || rows.isNumbered(line: cell.span.line) && numbering.repeats(token, of: tokens, in: cell, on: line)
      return isNumbering ? .numbering : tokens.isProse(token) ? .label : nil
    case .heading: return token.use ?? (tokens.isProse(token) || tokens.isWhole(token, digits: 3) ? .label : nil)
    case nil:
      let isPageNumber = line.cells.count == 1 && tokens.isWhole(token, digits: 4)
      return token.use ?? (isPageNumber || tokens.isProse(token) ? .furniture : nil)
    case .prose, .loose:
      if tokens.isTooLong(token) { return nil }
      if unread.hold(text, line: place.line, columns: place.columns) { return nil }
      if repeated.hold(text, line: place.line, columns: place.columns) { return .repeated }
      return token.use ?? (region == .prose || tokens.isProse(token) ? .prose : nil)
    case .evaluation, .looseEvaluation:
      if let use = token.use ?? (tokens.isProse(token) ? .prose : nil) { return use }
      let isLast = index == tokens.tokens.count - 1 && line.cells.last?.span == cell.span
      return isLast && isPoints(token, of: tokens) ? .points : nil
    }
  }

  /// A number up to 100 that is neither a rate nor an amount.
  private func isPoints(_ token: NumericToken, of tokens: NumericTokens) -> Bool {
    let whole = tokens.text(token).prefix { $0 != 0x2E }
    return !tokens.hasUnit(token) && (whole.count <= 2 || whole.elementsEqual([0x31, 0x30, 0x30]))
  }
}
