/// Words by which a title names a form, whatever numbers, year and unit stand around it.
public struct TitlePattern: Sendable {
  /// When it is asked: what is special is asked first, since the plain titles are parts of the others.
  public let rank: Int
  /// The word that claims a title: no pattern of another topic is asked then. Nil for plain titles.
  public let topic: NormalText?
  /// One of these stands in the title, or ends it; without any, the topic is enough.
  public let words: [NormalText]
  /// One of these ends the title.
  public let endings: [NormalText]
  /// None of these stands in it.
  public let without: [NormalText]

  /// From this rank on, the words of tables that are no forms are asked first.
  public static let common = 10
  /// The rank of titles without a topic.
  public static let plain = 20

  /// Declares a pattern.
  public init(
    rank: Int = plain, topic: String? = nil, words: [String] = [], endings: [String] = [], without: [String] = []
  ) {
    self.rank = rank
    self.topic = topic.map { NormalText($0) }
    self.words = words.map { NormalText($0) }
    self.endings = endings.map { NormalText($0) }
    self.without = without.map { NormalText($0) }
  }

  /// Whether a title that the pattern may be asked about is of the form.
  public func matches(_ title: NormalText) -> Bool {
    if without.contains(where: title.contains) { return false }
    return words.isEmpty && endings.isEmpty || words.contains(where: title.contains)
      || endings.contains(where: title.hasSuffix)
  }
}
