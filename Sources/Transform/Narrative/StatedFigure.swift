import Accounts

/// What a figure of a sentence is said to be.
enum FigureRole: Hashable {
  /// The amount of the topic itself.
  case amount
  /// 年初预算 or 全年预算.
  case budget
  /// By how much it rose or fell.
  case change
  /// By how many percent.
  case changeRate
  /// 占…的 percent.
  case share
  /// 完成预算的 percent.
  case completionRate
  /// How many of something.
  case count(NormalText)
}

/// One figure of running text with its role: what the grammar finds before it knows what the section is about.
struct StatedFigure {
  var quantity: Quantity
  var role: FigureRole
  var base: FactBase
  /// The text between the figure before it in the sentence, or the sentence's start, and this figure.
  var gap: Range<Int>
  /// Whether it fell: the value is negative.
  var isDecrease = false
  /// Whether a rate stands without its percent sign.
  var lacksSign = false
  /// Whether it goes on with the list that the figure before it belongs to: `60、30万元`.
  var continuesList = false
  /// Whether it stands in the use of the money or in a bracket, where only counts are facts.
  var isAside = false
}

extension StatedFigure {
  /// The figures of a text with their roles and bases, in order.
  static func statements(in text: NarrativeText) -> [StatedFigure] {
    let quantities = Quantity.quantities(in: text)
    guard !quantities.isEmpty else { return [] }
    let normal = text.normal
    let sentences = SentenceMap(normal)
    var statements: [StatedFigure] = []
    var base = FactBase.none
    var budget = FactBase.none
    var previousEnd = text.listMarker
    for quantity in quantities {
      let start = max(previousEnd, sentences.start(of: quantity.range.lowerBound))
      let gap = start..<max(start, quantity.range.lowerBound)
      previousEnd = quantity.range.upperBound
      if sentences.isReason(quantity.range.lowerBound) { continue }
      if let found = BaseWords.last(in: normal, gap) { base = found }
      var statement = StatedFigure(quantity: quantity, role: .amount, base: .none, gap: gap)
      statement.isAside = sentences.isAside(quantity.range.lowerBound)
      if let last = statements.last, statement.continues(last, in: normal) {
        statement.takeOver(last)
        statements.append(statement)
        continue
      }
      guard statement.takeRole(in: normal) else { continue }
      switch statement.role {
      case .change, .changeRate:
        statement.base = base == .none ? .priorYear : base
      case .budget:
        budget = normal.lastIndex(of: "年初", in: gap) != nil ? .initialBudget : .annualBudget
        statement.base = budget
      case .completionRate:
        statement.base = BaseWords.budget(in: normal, gap) ?? (budget == .none ? .annualBudget : budget)
      default: break
      }
      statements.append(statement)
    }
    return statements
  }

  /// Whether only a comma of lists stands between it and a figure of the same kind.
  private func continues(_ other: StatedFigure, in text: NormalText) -> Bool {
    gap.count == 1 && gap.lowerBound == other.quantity.range.upperBound
      && Quantity.listSeparators.contains(text.units[gap.lowerBound])
      && quantity.kind.isSameMeasure(as: other.quantity.kind)
  }

  /// Takes what it is from the figure before it in a list.
  private mutating func takeOver(_ other: StatedFigure) {
    (role, base, isDecrease, lacksSign) = (other.role, other.base, other.isDecrease, other.lacksSign)
    continuesList = true
  }

  /// Tells the role by the nearest cue before the figure; false where the figure says nothing.
  private mutating func takeRole(in text: NormalText) -> Bool {
    let cue = RoleCue.nearest(in: text, gap, ofPercent: quantity.kind == .percent)
    switch (quantity.kind, cue?.kind) {
    case (.count(let word), _): role = .count(word)
    case (.money, .rise?), (.money, .fall?):
      role = cue.map { text.isBrief($0.end, before: quantity.range.lowerBound) } == true ? .change : .amount
      isDecrease = role == .change && cue?.kind == .fall
    case (.money, .budget?):
      role = cue.map { text.isBrief($0.end, before: quantity.range.lowerBound) } == true ? .budget : .amount
    case (.money, _): role = .amount
    case (.percent, .share?): role = .share
    case (.percent, .completion?): role = .completionRate
    case (.percent, .rise?), (.percent, .fall?):
      role = .changeRate
      isDecrease = cue?.kind == .fall
    case (.bare, .rise?), (.bare, .fall?):
      guard quantity.number.decimals > 0, let cue, cue.isRate, text.isBrief(cue.end, before: quantity.range.lowerBound)
      else { return false }
      role = .changeRate
      isDecrease = cue.kind == .fall
      lacksSign = true
    case (.bare, _): role = .count("")
    default: return false
    }
    return true
  }
}

extension NormalText {
  /// Whether no more than a few units, without a pause, stand between a cue and its figure.
  fileprivate func isBrief(_ end: Int, before start: Int) -> Bool {
    start - end <= 8 && !units[end..<max(end, start)].contains { $0 == 0x2C || $0 == 0x3B || $0 == 0x3001 }
  }

  /// Where `part` last begins within a range.
  func lastIndex(of part: NormalText, in range: Range<Int>) -> Int? {
    var index = range.upperBound - part.count
    while index >= range.lowerBound {
      if holds(part, at: index) { return index }
      index -= 1
    }
    return nil
  }
}
