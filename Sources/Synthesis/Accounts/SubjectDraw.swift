import Accounts
import Classification

/// Draws functional items (项) as a unit of some kind would have them.
struct SubjectDraw {
  let year: FiscalYear
  private let table: SubjectTable
  private let classes: Set<String>

  init(year: FiscalYear) {
    self.year = year
    table = SubjectTable.functional(in: year)
    classes = Set(ClassLines(year: year, hasDebt: false).codes)
  }

  /// The name of a subject in the fiscal year.
  func name(of code: String) -> String { table[code]?.name ?? code }

  /// The items of the general budget: what the unit is for, what all units pay, and a few from anywhere.
  func generalItems(of kind: UnitKind, by random: inout SplitMix64) -> [String] {
    var codes: Set<String> = []
    for section in random.sample(kind.mainSections, count: random.index(in: 1...2)) {
      codes.formUnion(random.sample(items(below: section, .generalPublic), count: random.index(in: 2...5)))
    }
    for section in ["20805", "21011", "22102"] {
      let items = items(below: section, .generalPublic)
      codes.formUnion(random.sample(items, count: random.index(in: 1...min(3, max(1, items.count)))))
    }
    let sections = table.subjects.filter { $0.code.utf8.count == 5 && isUsable($0, .generalPublic) }
    for section in random.sample(sections, count: random.index(in: 0...3)) {
      codes.formUnion(random.sample(items(below: section.code, .generalPublic), count: random.index(in: 1...2)))
    }
    return codes.sorted()
  }

  /// A few items of one of the other budgets; mostly of the funds that many units spend.
  func items(of budget: SubjectBudget, count: Int, by random: inout SplitMix64) -> [String] {
    let common = random.chance(75) ? ["21208", "22960", "21214"].flatMap { items(below: $0, budget) } : []
    if common.count >= count { return random.sample(common, count: count) }
    let usable = table.subjects.filter { $0.code.utf8.count == 7 && isUsable($0, budget) && hasParents($0) }
    return random.sample(usable, count: count).map(\.code)
  }

  private func items(below section: String, _ budget: SubjectBudget) -> [String] {
    guard let parent = table[section], isUsable(parent, budget) else { return [] }
    return table.children(of: section).filter { isUsable($0, budget) }.map(\.code)
  }

  private func hasParents(_ subject: Subject) -> Bool {
    let section = table[String(subject.code.dropLast(2))]
    let `class` = table[String(subject.code.dropLast(4))]
    return section?.isValid(in: year) == true && `class`?.isValid(in: year) == true
  }

  /// Whether the subject exists in the year, is known well enough to be printed, and has a line in gk01.
  private func isUsable(_ subject: Subject, _ budget: SubjectBudget) -> Bool {
    subject.budget == budget && subject.isValid(in: year) && subject.trust < .uncertain
      && classes.contains(String(subject.code.prefix(3)))
  }
}
