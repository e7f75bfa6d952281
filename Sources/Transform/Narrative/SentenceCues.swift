import Accounts

/// A word that says what the figure behind it is.
struct RoleCue {
  enum Kind { case rise, fall, share, completion, budget, actual }

  var kind: Kind
  /// Where the word ends.
  var end: Int
  /// Whether the word goes with rates only (增长, 下降), not with amounts too (增加).
  var isRate: Bool

  /// The cue nearest to the end of a stretch; before a percentage (`占本年支出`, `完成年初预算的`) what it is a share of
  /// is no cue. The first of two alternatives (`下降（增长）`) is what is meant.
  static func nearest(in text: NormalText, _ range: Range<Int>, ofPercent: Bool = false) -> RoleCue? {
    var index = range.upperBound - 1
    while index >= range.lowerBound {
      if let (word, kind) = words.first(where: { $0.0.units[0] == text.units[index] && text.holds($0.0, at: index) }),
        index + word.count <= range.upperBound
      {
        let isAlternative =
          index > range.lowerBound && text.units[index - 1] == 0x28 && text.holds(")", at: index + word.count)
          && (kind == .rise || kind == .fall)
        let isOfMoney = kind == .budget || kind == .actual
        let isShort = word.count == 1 && kind != .share
        if !isAlternative, !(ofPercent && isOfMoney), !isShort || isComparison(index, in: text, range) {
          let isPart = kind == .completion && isShare(index, in: text, range)
          return RoleCue(kind: isPart ? .share : kind, end: index + word.count, isRate: rateWords.contains(word))
        }
      }
      index -= 1
    }
    return nil
  }

  /// Whether 占 begins the words that end at a place: `占项目预算的`.
  private static func isShare(_ index: Int, in text: NormalText, _ range: Range<Int>) -> Bool {
    guard let start = text.lastIndex(of: "占", in: range.lowerBound..<index) else { return false }
    return !text.units[start..<index].contains { [0x2C, 0x3B, 0x3A, 0x3002].contains($0) }
  }

  /// Whether 多 or 少 at a place compares: a base is named before it, and the figure follows at once.
  private static func isComparison(_ index: Int, in text: NormalText, _ range: Range<Int>) -> Bool {
    guard index + 1 == range.upperBound, index > range.lowerBound else { return false }
    return ![0x81F3, 0x6700, 0x4E0D, 0x51CF].contains(text.units[index - 1])  // 至 最 不 减
      && BaseWords.last(in: text, range.lowerBound..<index) != nil
  }

  /// Longest first where one begins another.
  private static let words: [(NormalText, Kind)] = [
    ("增加", .rise), ("增长", .rise), ("上升", .rise), ("提高", .rise), ("上涨", .rise), ("增多", .rise), ("多支出", .rise),
    ("减少", .fall), ("下降", .fall), ("降低", .fall), ("压减", .fall), ("缩减", .fall), ("减幅", .fall), ("降幅", .fall),
    ("增幅", .rise), ("少支出", .fall), ("减低", .fall), ("节约", .fall), ("结余", .actual), ("多", .rise), ("少", .fall),
    ("占", .share), ("完成", .completion), ("执行率", .completion), ("预算的", .completion), ("预算数的", .completion),
    ("变动率", .rise), ("增减率", .rise), ("变动幅度", .rise), ("安排预算", .budget), ("年初预算", .budget), ("全年预算", .budget),
    ("调整预算", .budget), ("预算数", .budget), ("预算安排", .budget),
    ("预算为", .budget), ("支出决算", .actual), ("决算", .actual), ("支出", .actual), ("收入", .actual),
  ]
  private static let rateWords: [NormalText] = ["增长", "下降", "上升", "降低", "增幅", "降幅", "减幅", "上涨", "变动率", "增减率", "变动幅度"]
}

/// What a change or a completion is compared with.
enum BaseWords {
  /// The last base that a stretch names.
  static func last(in text: NormalText, _ range: Range<Int>) -> FactBase? {
    var found: (index: Int, base: FactBase)?
    for (word, base) in words {
      if let index = text.lastIndex(of: word, in: range), index > found?.index ?? -1 { found = (index, base) }
    }
    if let year = comparedYear(in: text, range), year > found?.index ?? -1 { found = (year, .priorYear) }
    return found?.base
  }

  /// The budget of `完成年初预算的`.
  static func budget(in text: NormalText, _ range: Range<Int>) -> FactBase? {
    if text.lastIndex(of: "年初", in: range) != nil { return .initialBudget }
    if text.lastIndex(of: "全年", in: range) != nil || text.lastIndex(of: "调整", in: range) != nil { return .annualBudget }
    return nil
  }

  /// `比2023年`, `与 2023 年度相比`, `较2023年度`.
  private static func comparedYear(in text: NormalText, _ range: Range<Int>) -> Int? {
    for word: NormalText in ["比", "较", "与"] {
      guard let index = text.lastIndex(of: word, in: range), index + 4 < range.upperBound,
        text.units[index + 1...index + 4].allSatisfy(NarrativeText.isDigit)
      else { continue }
      return index
    }
    return nil
  }

  private static let words: [(NormalText, FactBase)] = [
    ("比上年", .priorYear), ("较上年", .priorYear), ("与上年", .priorYear), ("比上一年", .priorYear), ("较上一年", .priorYear),
    ("与上一年", .priorYear), ("比去年", .priorYear), ("较去年", .priorYear), ("同比", .priorYear), ("比年初预算", .initialBudget),
    ("较年初预算", .initialBudget), ("与年初预算", .initialBudget), ("比全年预算", .annualBudget), ("较全年预算", .annualBudget),
    ("比预算", .annualBudget), ("较预算", .annualBudget), ("比调整预算", .annualBudget), ("较调整预算", .annualBudget),
  ]
}

/// Where the sentences of a text begin, and which stretches give reasons or uses and state no facts.
struct SentenceMap {
  private var starts: [Int] = [0]
  /// For each unit whether it stands in a reason, and in a use or bracket; empty where the text has none.
  private var reasons: [Bool] = []
  private var asides: [Bool] = []

  init(_ text: NormalText) {
    for (index, unit) in text.units.enumerated() where unit == 0x3002 || unit == 0x3B { starts.append(index + 1) }
    for word in Self.reasonWords { mark(word, in: text, &reasons) }
    for word in Self.useWords { mark(word, in: text, &asides, unless: Self.listOpenings) }
    markBrackets(text)
  }

  /// Where the sentence around a place begins.
  func start(of index: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= index { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? starts[low - 1] : 0
  }

  /// Whether a place stands in a reason.
  func isReason(_ index: Int) -> Bool { !reasons.isEmpty && reasons[index] }

  /// Whether a place stands in a use or in a bracket with a part of the figure before it.
  func isAside(_ index: Int) -> Bool { !asides.isEmpty && asides[index] }

  /// Marks from each `word` to the end of its sentence; a semicolon does not end it.
  private func mark(
    _ word: NormalText, in text: NormalText, _ marks: inout [Bool], unless openings: [NormalText] = []
  ) {
    var start = 0
    var clause = Clause()
    while let index = text.firstIndex(of: word, from: start) {
      start = index + word.count
      if openings.contains(where: { text.holds($0, at: start) }) || clause.isInPath(text, start) { continue }
      Self.mark(&marks, in: text, from: index)
    }
  }

  /// Marks up to the end of the sentence, or to what is marked already: that goes to the same end.
  private static func mark(_ marks: inout [Bool], in text: NormalText, from start: Int) {
    if marks.isEmpty { marks = Array(repeating: false, count: text.count) }
    var index = start
    while index < text.count, text.units[index] != 0x3002, !marks[index] {
      marks[index] = true
      index += 1
    }
  }

  /// The stretch up to the next pause, looked at once for all places in it.
  private struct Clause {
    private var range = 0..<0
    /// Where the last mark of a path begins in it.
    private var lastMark: Int?

    /// Whether a place is within the name of a subject: `车辆购置税用于农村公路建设支出(项)`.
    mutating func isInPath(_ text: NormalText, _ index: Int) -> Bool {
      if !range.contains(index) {
        let end = text.units[index...].firstIndex { [0x3002, 0x2C, 0x3B, 0x3A].contains($0) } ?? text.count
        range = index..<end
        lastMark = SentenceMap.pathMarks.compactMap { text.lastIndex(of: $0, in: index..<end) }.max()
      }
      return lastMark.map { $0 >= index } ?? false
    }
  }

  /// `(含外宾接待支出0.00万元)`, `(其中:陪同3人次)`.
  private mutating func markBrackets(_ text: NormalText) {
    var open: Int?
    for (index, unit) in text.units.enumerated() {
      if unit == 0x28 { open = index }
      if unit == 0x29, let start = open {
        if Self.partWords.contains(where: { text.holds($0, at: start + 1) }) {
          if asides.isEmpty { asides = Array(repeating: false, count: text.count) }
          for place in start..<index { asides[place] = true }
        }
        open = nil
      }
    }
  }

  fileprivate static let pathMarks: [NormalText] = ["(项)", "(款)", "(类)"]
  private static let reasonWords: [NormalText] = ["原因", "主要是由于", "主要由于", "是因为"]
  private static let useWords: [NormalText] = ["用于", "主要是", "主要保障", "主要成效", "主要产出", "主要支付"]
  /// What opens a list, or names what the money went to as a part of its own: `用于人员支出60.00万元`.
  private static let listOpenings: [NormalText] = [
    "以下", "下列", ":", "如下", "人员支出", "人员经费", "公用支出", "公用经费", "基本支出", "项目支出", "采购货物", "采购工程", "采购服务",
  ]
  private static let partWords: [NormalText] = ["含", "其中", "不含", "包括"]
}
