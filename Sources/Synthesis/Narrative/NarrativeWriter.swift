import Accounts

/// One section of the narrative: its title without a number, and what stands below it.
struct NarrativeSection {
  /// A paragraph, or the heading of a subsection.
  enum Piece {
    case heading(String)
    case paragraph(String)
  }

  var title: String
  var pieces: [Piece]

  init(_ title: String, _ pieces: [Piece]) {
    self.title = title
    self.pieces = pieces
  }

  init(_ title: String, _ paragraphs: String...) {
    self.init(title, paragraphs.map { .paragraph($0) })
  }
}

/// Writes the sentences that explain the forms, each fact in one of several wordings, and keeps what they state.
struct NarrativeWriter {
  let forms: FormPrinter
  let now: NarrativeAmounts
  let before: PriorYear
  var pen: FactPen
  /// The budgets at the beginning of the year, by item of the general public budget.
  let initialBudgets: [String: Int64]
  /// What the sentences call the unit.
  let us: String

  /// The sections of the third part.
  private(set) var sections: [NarrativeSection] = []
  /// What the first part says of the staff; nil where it says nothing.
  private(set) var staff: String?

  var unit: SyntheticUnit { forms.unit }
  var year: FiscalYear { forms.year }
  var accounts: SyntheticAccounts { forms.accounts }
  var variants: Variants { forms.style.variants }

  /// Writes the narrative of a disclosure; `seed` says in which words.
  init(forms: FormPrinter, seed: UInt64) {
    self.forms = forms
    now = NarrativeAmounts(style: forms.style, accounts: forms.accounts)
    pen = FactPen(seed: seed, unit: forms.style.moneyUnit)
    before = PriorYear(now: now, by: &pen.random)
    initialBudgets = Self.initialBudgets(now, by: &pen.random)
    us = pen.pick("本单位", "我单位", forms.unit.name)
    if pen.random.chance(60) { staff = staffing() }
    sections = [
      NarrativeSection("收入支出决算总体情况说明", overall()), NarrativeSection("收入决算情况说明", revenue()),
      NarrativeSection("支出决算情况说明", expenditure()), NarrativeSection("财政拨款收入支出决算总体情况说明", appropriation()),
      NarrativeSection("一般公共预算财政拨款支出决算情况说明", generalPublic()),
      NarrativeSection("一般公共预算财政拨款基本支出决算情况说明", basic()),
      NarrativeSection("政府性基金预算财政拨款收入支出决算情况说明", fund(.governmentFund)),
    ]
    if forms.hasStateCapital {
      sections.append(NarrativeSection("国有资本经营预算财政拨款支出决算情况说明", fund(.stateCapital)))
    }
    sections.append(NarrativeSection("“三公”经费支出决算情况说明", threePublic()))
    addOtherMatters()
  }

  /// Invents the budgets of items: mostly near what was spent, for some nothing.
  private static func initialBudgets(_ now: NarrativeAmounts, by random: inout SplitMix64) -> [String: Int64] {
    var budgets: [String: Int64] = [:]
    for item in now.accounts.items where item.budget == .generalPublic {
      let spent = now.printed(item.fiscal.total)
      budgets[item.code] =
        random.chance(8) ? 0 : random.chance(30) ? spent : max(1, spent * random.integer(in: 70...130) / 100)
    }
    return budgets
  }

  /// Operating cost, procurement, assets and performance: sections of their own, or subsections of one.
  private mutating func addOtherMatters() {
    let others = [
      NarrativeSection("机关运行经费支出情况说明", operatingCost()), NarrativeSection("政府采购支出情况说明", procurement()),
      NarrativeSection("国有资产占用情况说明", assets()), NarrativeSection("预算绩效情况说明", performance()),
    ]
    if pen.random.chance(50) {
      sections += others
      return
    }
    let pieces = others.enumerated().flatMap { index, section in
      [NarrativeSection.Piece.heading("（\(ChineseNumeral.text(index + 1))）\(section.title.dropLast(2))")]
        + section.pieces
    }
    sections.append(NarrativeSection("其他重要事项的情况说明", pieces))
  }
}
