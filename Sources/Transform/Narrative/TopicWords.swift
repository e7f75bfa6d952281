import Accounts

/// The topics of a section, found by their words.
struct TopicWords {
  private let topics: [NarrativeTopic]

  init(_ topics: [NarrativeTopic]) { self.topics = topics }

  /// The topic of each figure: the one named last before it, the first where none is named yet.
  ///
  /// The figures of a list (`基本支出、项目支出分别为60、30万元`) go to the topics named before it in turn; nil where there
  /// are not as many of both.
  func topics(of figures: [StatedFigure], in text: NormalText) -> [NarrativeTopic?] {
    var found: [NarrativeTopic?] = []
    var named = [0]
    while found.count < figures.count {
      let figure = figures[found.count]
      let here = indices(in: text, figure)
      if !here.isEmpty { named = here }
      let count = 1 + figures[(found.count + 1)...].prefix(while: \.continuesList).count
      let isShared = count > 1 && Set(named).count > 1 && Self.distributes(text, figure.gap)
      for index in 0..<count {
        let topic = isShared ? (named.count == count ? named[index] : nil) : named[named.count - 1]
        found.append(topic.map { topics[$0] })
      }
    }
    return found
  }

  /// The topics that are named before a figure, in order; of words that overlap the longest counts. What a share is of
  /// (`占本年支出`) is no topic.
  private func indices(in text: NormalText, _ figure: StatedFigure) -> [Int] {
    var end = figure.gap.upperBound
    if figure.role == .share { end = text.lastIndex(of: "占", in: figure.gap) ?? end }
    var found: [Int] = []
    var index = figure.gap.lowerBound
    while index < end {
      var longest: (count: Int, topic: Int)?
      for (topic, candidate) in topics.enumerated() {
        for word in candidate.words
        where word.count > longest?.count ?? 0 && index + word.count <= end && text.holds(word, at: index) {
          longest = (word.count, topic)
        }
      }
      if let longest { found.append(longest.topic) }
      index += longest?.count ?? 1
    }
    return found
  }

  /// Whether the words before a list hand out its figures one by one.
  static func distributes(_ text: NormalText, _ gap: Range<Int>) -> Bool {
    ["分别", "各"].contains { text.lastIndex(of: $0, in: gap) != nil }
  }
}
