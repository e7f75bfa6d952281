/// Words in a table without a title that tell which form it is.
public struct ShapePattern: Sendable {
  /// When it is asked.
  public let rank: Int
  /// For each of these sets one word stands in the table; then no pattern with another topic is asked.
  public let topic: [[NormalText]]
  /// None of these stands in it, or the topic is another.
  public let without: [NormalText]
  /// All words of one of these sets stand in it.
  public let ways: [[NormalText]]
  /// The budget of which all its subjects are; nil where they do not tell.
  public let budget: SubjectBudget?
  /// Whether it prints balances of the year before and after; nil where it may.
  public let hasBalances: Bool?

  /// The words that only forms with revenue and expenditure side by side have.
  public static let twoSides = [["本年支出合计"], ["一般公共服务支出"], ["总计"]]

  /// Declares a pattern.
  public init(
    rank: Int, topic: [[String]] = [], without: [String] = [], ways: [[String]], budget: SubjectBudget? = nil,
    hasBalances: Bool? = nil
  ) {
    self.rank = rank
    self.topic = topic.map { $0.map { NormalText($0) } }
    self.without = without.map { NormalText($0) }
    self.ways = ways.map { $0.map { NormalText($0) } }
    self.budget = budget
    self.hasBalances = hasBalances
  }
}
