/// What a change or a completion is measured against.
public enum FactBase: String, Sendable, CaseIterable {
  /// The fact compares with nothing.
  case none = ""
  /// The year before.
  case priorYear = "prior_year"
  /// 年初预算, the budget at the beginning of the year.
  case initialBudget = "initial_budget"
  /// 全年预算, the budget as adjusted.
  case annualBudget = "annual_budget"
}

/// The place of a figure that the narrative states: which fact, of what, against which base.
public struct FactKey: Hashable, Sendable, CustomStringConvertible {
  /// The fact's name, such as `general_public.item_actual`.
  public var fact: FactName
  /// A subject code, a project or a kind of vehicle as printed; empty for facts of the whole unit.
  public var subject: String
  /// What it is measured against.
  public var base: FactBase

  /// Makes a key.
  public init(_ fact: FactName, subject: String = "", base: FactBase = .none) {
    self.fact = fact
    self.subject = subject
    self.base = base
  }

  /// `fact/subject/base`, as the datasets print it.
  public var description: String { "\(fact.rawValue)/\(subject)/\(base.rawValue)" }
}

/// A stated quantity: exact, in its own unit.
public enum FactValue: Hashable, Sendable {
  /// An amount of money; a decrease is negative.
  case yuan(Amount)
  /// A share or a rate with as many decimals as are printed; a decrease is negative.
  case percent(PrintedNumber)
  /// A number of persons, vehicles, batches, projects.
  case count(Int64)

  /// Whether it is below zero.
  public var isNegative: Bool {
    switch self {
    case .yuan(let amount): amount < .zero
    case .percent(let number): number.digits < 0
    case .count(let count): count < 0
    }
  }

  /// `yuan`, `percent` or `count`, as the dataset says it.
  public var unit: String {
    switch self {
    case .yuan: "yuan"
    case .percent: "percent"
    case .count: "count"
    }
  }
}

/// One figure stated in the narrative: a row of the dataset `facts`.
public struct Fact: Hashable, Sendable {
  /// Its place in the document.
  public var key: FactKey
  /// What it says.
  public var value: FactValue
  /// The text that the disclosure gives for it (主要原因…); empty without one.
  public var reason: String
  /// How the value came to be.
  public var status: Status
  /// What makes it certain.
  public var proof: Proof
  /// How likely it is right.
  public var confidence: Confidence
  /// The number and its unit as printed.
  public var printed: String
  /// Half a unit of the last digit of an amount; zero for rates and counts.
  public var halfUnit = Amount.zero
  /// Where the number stands.
  public var span: SourceSpan
  /// What was done to it, in order.
  public var steps: [ProvenanceStep]

  /// Makes a fact that is read as it is printed.
  public init(
    _ key: FactKey, _ value: FactValue, reason: String = "", status: Status = .reported, proof: Proof = .printed,
    confidence: Confidence = Confidence(thousandths: 990), printed: String, span: SourceSpan,
    steps: [ProvenanceStep] = []
  ) {
    self.key = key
    self.value = value
    self.reason = reason
    self.status = status
    self.proof = proof
    self.confidence = confidence
    self.printed = printed
    self.span = span
    self.steps = steps
  }
}
