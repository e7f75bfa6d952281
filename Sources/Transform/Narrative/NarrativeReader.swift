import Accounts
import Classification

/// Reads the facts that the narrative states: section by section, sentence by sentence, figure by figure.
///
/// A sentence is cut at its figures. The words before a figure say what it is (an amount, a change, a share, a
/// completion) and of what (the topic of its section that was named last); the section says which fact that is.
/// Reasons and uses are passed over. Lists of classes, items, projects, economic subjects and vehicles have readers
/// of their own.
struct NarrativeReader {
  private let year: FiscalYear?
  private let paths: SubjectPaths
  private(set) var facts: [Fact] = []
  /// The amounts and rates that are statements and became no fact.
  private(set) var unread: [StatedPlace] = []
  private var places: [FactKey: Int] = [:]

  /// Reads all facts of a disclosure.
  ///
  /// - Parameter printedCodes: the subjects that its forms print, which tell apart what a path of names leaves open.
  static func read(_ sections: [Section], year: FiscalYear?, printedCodes: Set<String>) -> NarrativeReader {
    var reader = NarrativeReader(year: year, printedCodes: printedCodes)
    var outer: NarrativeFamily?
    for section in sections where section.part == .narrative || section.part == .duties {
      let isSub = section.number.unicodeScalars.first.map { $0 == "(" || $0 == "（" } ?? false
      let family = NarrativeFamily.family(of: section, within: isSub ? outer : nil)
      if !isSub { outer = family }
      if let family { reader.read(NarrativeText.texts(of: section.paragraphs), family) }
    }
    return reader
  }

  private init(year: FiscalYear?, printedCodes: Set<String>) {
    self.year = year
    paths = SubjectPaths(year: year, printedCodes: printedCodes)
  }

  /// What the text before is about, for one that goes on about it.
  private enum Subject {
    case topic(Int)
    /// An item by its code; nil where its path is unknown.
    case item(String?)
    /// The projects behind 项目支出主要用于.
    case projects

    /// The topic of figures that stand before any topic is named; nil behind an item, of which they may be.
    var opening: Int? {
      switch self {
      case .topic(let topic): topic
      case .item: nil
      case .projects: 0
      }
    }
  }

  private mutating func read(_ texts: [NarrativeText], _ family: NarrativeFamily) {
    let topics = TopicWords(NarrativeTopic.topics(of: family))
    var subject = Subject.topic(0)
    var isWithinList = false
    for text in texts {
      defer { isWithinList = text.endsWithinList }
      let named = topics.subject(of: text.normal)
      switch subject {
      case _ where isItem(text.normal, family):
        let code = paths.code(in: text.normal)
        readItem(text, code)
        subject = .item(code)
      case .item(let code) where !text.beginsItem && named == nil: readItem(text, code)
      case .projects where text.beginsItem || isWithinList: readProjectUses(text)
      default:
        let opening = text.beginsItem ? 0 : subject.opening
        if readTopics(text, family, topics, opening: opening) {
          subject = .projects
        } else if let named {
          // A paragraph that compares several speaks of all; one of a list is about what it names first.
          subject = .topic(named.isOnly || text.beginsItem ? named.topic : 0)
        } else if text.beginsItem {
          subject = .topic(0)
        }
      }
    }
  }

  /// Whether a text begins with the path of an item; where classes are listed, `教育支出(类)` alone is none.
  private func isItem(_ text: NormalText, _ family: NarrativeFamily) -> Bool {
    switch family {
    case .generalPublicItems, .generalPublic: paths.isPath(text)
    case .generalPublicStructure: paths.isPath(text) && (text.contains("(款)") || text.contains("(项)"))
    default: false
    }
  }

  // MARK: topics

  /// Reads a text by the topics of its section, of which `opening` is meant until another is named; true where a list of
  /// projects begins at its end.
  private mutating func readTopics(
    _ text: NarrativeText, _ family: NarrativeFamily, _ topics: TopicWords, opening: Int?
  ) -> Bool {
    let statements = StatedFigure.statements(in: text)
    let uses = family == .generalPublicItems ? ProjectUses.start(in: text.normal) : nil
    var first = facts.count
    let turns = family == .generalPublicStructure ? paths.classesInTurn(of: statements, in: text.normal) : [:]
    let meant = topics.topics(of: statements, in: text.normal, opening: opening)
    for (index, (statement, topic)) in zip(statements, meant).enumerated() {
      if let uses, statement.quantity.range.lowerBound > uses { break }
      if let code = turns[index] {
        if let code { addClass(code, statement, text) }
        continue
      }
      if readListed(statement, text, family) { continue }
      guard !statement.isAside || statement.isCount else { continue }
      if let fact = topic?.facts[statement.role] {
        add(FactKey(fact, base: statement.base), statement, text)
      } else {
        pass(statement, text)
      }
    }
    attachReasons(in: text, from: &first)
    if let uses {
      for entry in ProjectUses.entries(in: text, from: uses) { addProjectUse(entry, text) }
      return true
    }
    return false
  }

  /// Reads a figure that stands in a list of classes, economic subjects or kinds of vehicles.
  private mutating func readListed(_ statement: StatedFigure, _ text: NarrativeText, _ family: NarrativeFamily) -> Bool
  {
    switch family {
    case .generalPublicStructure, .generalPublic:
      // Outside the section on the structure only what is marked as a class is one.
      guard family == .generalPublicStructure || text.normal.contains("(类)") else { return false }
      guard let code = paths.classCode(in: text.normal, before: statement) else { return false }
      addClass(code, statement, text)
      return true
    case .basic:
      guard statement.role == .amount, let code = paths.economicCode(in: text.normal, before: statement) else {
        return false
      }
      add(FactKey(FactName("basic", "item"), subject: code), statement, text)
      return true
    case .assets:
      guard statement.isCount, let kind = VehicleKinds.kind(in: text, before: statement) else { return false }
      add(FactKey(FactName("assets", "vehicles_by_kind"), subject: kind), statement, text)
      return true
    default: return false
    }
  }

  private mutating func addClass(_ code: String, _ statement: StatedFigure, _ text: NarrativeText) {
    guard statement.role == .share || statement.role == .amount else { return }
    let fact = statement.role == .share ? "class_share" : "class_amount"
    add(FactKey(FactName("general_public", fact), subject: code), statement, text)
  }

  // MARK: items and projects

  /// Reads a paragraph of one class, section or item; nothing where its code is unknown.
  private mutating func readItem(_ text: NarrativeText, _ code: String?) {
    guard let code else { return }
    var first = facts.count
    for statement in StatedFigure.statements(in: text) where !statement.isAside {
      let fact: String
      switch statement.role {
      case .budget where statement.base == .initialBudget: fact = "item_initial_budget"
      case .amount where RoleCue.nearest(in: text.normal, statement.gap)?.kind == .actual: fact = "item_actual"
      case .completionRate: fact = "item_completion_rate"
      default:
        pass(statement, text)
        continue
      }
      let base = statement.role == .completionRate ? statement.base : .none
      add(FactKey(FactName("general_public", fact), subject: code, base: base), statement, text)
    }
    attachReasons(in: text, from: &first)
  }

  /// Reads the project of a list number, or those that a torn list goes on with.
  private mutating func readProjectUses(_ text: NarrativeText) {
    for (index, entry) in ProjectUses.entries(in: text, from: text.listMarker).enumerated() {
      // What a list number's text says behind its own project are parts of that.
      if index == 0 || entry.isNumbered || !text.beginsItem { addProjectUse(entry, text) }
    }
  }

  private mutating func addProjectUse(_ entry: ProjectUses.Entry, _ text: NarrativeText) {
    add(
      FactKey(FactName("general_public", "project_use"), subject: entry.name),
      StatedFigure(quantity: entry.quantity, role: .amount, base: .none, gap: entry.nameRange), text)
  }

  // MARK: facts

  /// Keeps the first figure of a key: later ones repeat it or are parts of it.
  private mutating func add(_ key: FactKey, _ statement: StatedFigure, _ text: NarrativeText) {
    var key = key
    if statement.role == .amount || statement.role == .budget { key.base = .none }
    // Only what changes, and what is left, can be below zero: before any other amount a dash is no sign to trust.
    guard let value = statement.value, !value.isNegative || key.fact.mayBeNegative else { return pass(statement, text) }
    if let place = places[key] {
      if facts[place].value != value { pass(statement, text) }
      return
    }
    places[key] = facts.count
    var fact = Fact(
      key, value, printed: text.printed(statement.quantity.range), span: text.span(of: statement.quantity.range))
    fact.halfUnit = statement.quantity.halfUnit
    if statement.lacksSign {
      fact.correct(by: "missing-percent-sign", to: "\(fact.printed)%")
    } else if fact.printed.hasQuotationMarkInNumber {
      fact.correct(by: "misread-digit", to: text.normal(statement.quantity.range))
    }
    facts.append(fact)
  }

  /// Notes an amount or a rate that is no fact.
  private mutating func pass(_ statement: StatedFigure, _ text: NarrativeText) {
    guard !statement.isCount else { return }
    let range = statement.quantity.range
    unread.append(
      StatedPlace(printed: text.printed(range), amount: statement.quantity.amount, span: text.span(of: range)))
  }

  /// Gives each reason of a text to the changes, or to the completions, that stand before it.
  private mutating func attachReasons(in text: NarrativeText, from first: inout Int) {
    var open = facts[first...].indices.filter { facts[$0].key.base != .none && facts[$0].reason.isEmpty }
    for reason in Reasons.reasons(in: text) {
      let lines = text.span(of: reason.range)
      open.removeAll { !facts[$0].reason.isEmpty }
      let before = open.filter { facts[$0].span.precedes(lines) }
      let changes = before.filter { facts[$0].key.base == .priorYear }
      let budgets = before.filter { facts[$0].key.base == .initialBudget || facts[$0].key.base == .annualBudget }
      let meant = reason.isOfBudget ? (budgets.isEmpty ? changes : budgets) : (changes.isEmpty ? budgets : changes)
      for index in meant { facts[index].reason = reason.text }
    }
    first = facts.count
  }
}

extension Fact {
  /// Says that what is printed had to be read otherwise, which nothing proves.
  fileprivate mutating func correct(by rule: String, to read: String) {
    status = .corrected
    proof = .minimal
    confidence = Confidence(thousandths: 900)
    steps.append(ProvenanceStep(stage: "transform", rule: rule, before: printed, after: read))
  }
}

extension StatedFigure {
  /// Whether it counts things.
  var isCount: Bool { if case .count = role { true } else { false } }

  /// The value with its sign; nil for an amount that is too fine to hold, and for a broken count.
  var value: FactValue? {
    let number = quantity.number
    switch role {
    case .count: return number.decimals == 0 ? .count(number.digits) : nil
    case .share, .completionRate: return .percent(number)
    case .changeRate:
      return .percent(isDecrease && number.digits > 0 ? -number : number)
    case .amount, .budget: return quantity.amount.map { .yuan($0) }
    case .change:
      return quantity.amount.map { .yuan(isDecrease ? -$0.magnitude : $0) }
    }
  }
}

extension SourceSpan {
  /// Whether it ends before another begins.
  fileprivate func precedes(_ other: SourceSpan) -> Bool {
    (lineEnd, columnEnd) < (other.line, other.column)
  }
}
