import Accounts

/// The topics of a section, found by their words.
struct TopicWords {
  private let topics: [NarrativeTopic]

  init(_ topics: [NarrativeTopic]) { self.topics = topics }

  /// The topic of each figure: the one named last before it; where none is named yet `opening`, or the first if that
  /// has no such figure, or none if there is no opening.
  ///
  /// The figures of a list (`基本支出、项目支出分别为60、30万元`) go to the topics named before it in turn; nil where there
  /// are not as many of both, and for the one figure of several topics.
  func topics(of figures: [StatedFigure], in text: NormalText, opening: Int? = 0) -> [NarrativeTopic?] {
    var found: [NarrativeTopic?] = []
    var named = Named(topics: [opening].compactMap(\.self))
    var isOpening = true
    while found.count < figures.count {
      let figure = figures[found.count]
      let here = self.named(in: text, figure)
      if !here.topics.isEmpty { (named, isOpening) = (here, false) }
      let list = figures[found.count...].prefix(1) + figures[(found.count + 1)...].prefix(while: \.continuesList)
      if isOpening, let opening, topics[opening].facts[figure.role] == nil { named = Named(topics: [0]) }
      let turns = turns(of: Array(list), among: named, isHandedOut: Self.distributes(text, figure.gap))
      found += turns.map { $0.map { topics[$0] } }
    }
    return found
  }

  /// What a text is about: the topic that it names first, and whether it names others too; nil where it names none.
  func subject(of text: NormalText) -> (topic: Int, isOnly: Bool)? {
    let named = named(in: text, 0..<text.count).topics
    return named.first.map { first in (first, named.allSatisfy { $0 == first }) }
  }

  /// The topic of each figure of a list.
  private func turns(of list: [StatedFigure], among named: Named, isHandedOut: Bool) -> [Int?] {
    let topics = named.topics
    if list.count == 1 { return [named.isJoint ? nil : topics.last] }
    if topics.count == list.count { return topics }
    // `收入、支出总计各是90、90万元` states one figure twice.
    let isOne = Set(topics).count == 1 && (!isHandedOut || Set(list.map(\.quantity.number)).count == 1)
    return list.map { _ in isOne ? topics.last : nil }
  }

  // MARK: words

  /// The topics that a stretch names, in order.
  private struct Named {
    var topics: [Int]
    /// Whether the last ones share a word, `货物、工程采购`, so that one figure is that of all together.
    var isJoint = false
  }

  /// The topics that are named before a figure. What a share is of (`占本年支出`) is no topic.
  private func named(in text: NormalText, _ figure: StatedFigure) -> Named {
    var end = figure.gap.upperBound
    if figure.role == .share { end = text.lastIndex(of: "占", in: figure.gap) ?? end }
    return named(in: text, figure.gap.lowerBound..<end)
  }

  /// The topics that a stretch names; of words that overlap the longest counts.
  private func named(in text: NormalText, _ range: Range<Int>) -> Named {
    var named = Named(topics: [])
    var index = range.lowerBound
    while index < range.upperBound {
      var longest: (word: NormalText, topic: Int)?
      for (topic, candidate) in topics.enumerated() {
        for word in candidate.words
        where word.count > longest?.word.count ?? 0 && index + word.count <= range.upperBound
          && text.holds(word, at: index)
        {
          longest = (word, topic)
        }
      }
      if let longest {
        let others = coordinated(with: longest.word, at: index, from: range.lowerBound, in: text)
        named.topics += others + [longest.topic]
        named.isJoint = !others.isEmpty
      }
      index += longest?.word.count ?? 1
    }
    return named
  }

  /// The topics that share the end of a word which stands at `start`: 货物 and 工程 in `货物、工程、服务采购`.
  private func coordinated(with word: NormalText, at start: Int, from lower: Int, in text: NormalText) -> [Int] {
    var found: [Int] = []
    var end = start - 1
    while end > lower, Quantity.listSeparators.contains(text.units[end]) {
      var longest: (count: Int, topic: Int)?
      for (topic, candidate) in topics.enumerated() {
        for other in candidate.words {
          let shared = zip(other.units.reversed(), word.units.reversed()).prefix { $0 == $1 }.count
          let head = NormalText(units: other.units.dropLast(shared))
          if shared >= 2, shared < word.count, head.count > longest?.count ?? 0, end - head.count >= lower,
            text.holds(head, at: end - head.count)
          {
            longest = (head.count, topic)
          }
        }
      }
      guard let longest else { break }
      found.append(longest.topic)
      end -= longest.count + 1
    }
    return found.reversed()
  }

  /// Whether the words before a list hand out its figures one by one.
  static func distributes(_ text: NormalText, _ gap: Range<Int>) -> Bool {
    ["分别", "各"].contains { text.lastIndex(of: $0, in: gap) != nil }
  }
}
