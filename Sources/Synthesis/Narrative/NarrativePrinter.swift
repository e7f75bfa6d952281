import Accounts

/// Writes the parts around the forms in the project's own words; every amount in them is one of the accounts.
struct NarrativePrinter {
  let forms: FormPrinter
  /// The forms as the printer prints them.
  let printed: [RenderedForm]
  let publishedOn: CivilDate?

  var unit: SyntheticUnit { forms.unit }
  var year: FiscalYear { forms.year }
  var accounts: SyntheticAccounts { forms.accounts }

  /// The amount with its unit, as sentences print it.
  func money(_ hundredths: Int64) -> String {
    let unit = forms.style.moneyUnit
    return AmountText.text(forms.style.printed(hundredths, in: unit), isGrouped: false) + unit.rawValue
  }

  /// The share of a whole as `，占 12.30%`; nothing of nothing.
  func share(_ part: Int64, of whole: Int64) -> String {
    AmountText.percent(part, of: whole).map { "，占\($0)" } ?? ""
  }

  /// All pieces in reading order: the forms mostly stand before the narrative.
  var blocks: [Block] {
    let middle = forms.style.variants.hasFormsLast ? narrative + tables : tables + narrative
    return frontMatter + duties + middle + backMatter + attachments
  }

  /// Title page and contents.
  private var frontMatter: [Block] {
    var blocks: [Block] = [.line("\(year)年度"), .line(unit.name), .line(forms.style.reportWord + "公开")]
    if year.year % 2 == 0 {
      blocks = [.line("\(year)年度\(unit.name)\(forms.style.reportWord)")]
    }
    if let publishedOn { blocks.append(.line(publishedOn.printed)) }
    blocks.append(.line("（合成样例，非真实单位）"))
    blocks.append(.line("目 录"))
    let middle = [formTitles, narrativeTitles]
    let sections = [["一、主要职责", "二、机构设置"]] + (forms.style.variants.hasFormsLast ? middle.reversed() : middle) + [[]]
    let titles =
      [dutiesTitle]
      + (forms.style.variants.hasFormsLast ? [narrativeTitle, formsTitle] : [formsTitle, narrativeTitle])
    for (part, sections) in zip(titles + [glossaryTitle], sections) {
      blocks.append(.line(part))
      blocks += sections.map { .line(forms.style.variants.contentsBullet + $0) }
    }
    return blocks
  }

  /// What the unit is for, and what it consists of.
  private var duties: [Block] {
    [
      .heading(1, dutiesTitle), .heading(2, "一、主要职责"),
      .paragraph("\(unit.name)按照职责分工承担日常管理、公共服务和上级交办的其他事项，并接受年度考核。"),
      .paragraph("（一）拟订本领域的年度计划，组织落实并跟踪进度。"), .paragraph("（二）办理群众来信，按时限答复并归档。"),
      .heading(2, "二、机构设置"),
    ] + structure
  }

  private var structure: [Block] {
    guard forms.style.variants.hasManySources else {
      return [.paragraph("本单位内设综合科、业务科和财务科，没有下属预算单位。")]
    }
    return [
      .paragraph("纳入本年度决算编制范围的单位共3个，包括本级和下列下属单位："), .paragraph("1.云桥服务站（公益一类事业单位）"),
      .paragraph("2.石榴湾资料室（公益二类事业单位）"),
    ]
  }

  /// The part of the forms.
  private var tables: [Block] {
    [.heading(1, formsTitle)] + printed.map { .table($0) }
  }

  /// The glossary.
  private var backMatter: [Block] {
    [
      .heading(1, glossaryTitle), .paragraph("一、财政拨款收入：指财政部门当年拨付给本单位的资金。"),
      .paragraph("二、基本支出：指人员和日常运转的开支。"), .paragraph("三、项目支出：指为专门任务安排的开支。"),
    ]
  }

  private var dutiesTitle: String { "第一部分 \(unit.name)概况" }

  private var formsTitle: String {
    let number = forms.style.variants.hasFormsLast ? "三" : "二"
    return "第\(number)部分 \(unit.name)\(year)年度\(forms.style.reportWord)表"
  }

  private var narrativeTitle: String {
    let number = forms.style.variants.hasFormsLast ? "二" : "三"
    return "第\(number)部分 \(unit.name)\(year)年度\(forms.style.reportWord)情况说明"
  }

  private var glossaryTitle: String { "第四部分 名词解释" }

  private var formTitles: [String] {
    forms.titles.enumerated().map { "\(ChineseNumeral.text($0 + 1))、\($1)" }
  }

  private var narrativeTitles: [String] { narrativeSections.map(\.title) }

  /// The part of the sentences that explain the forms.
  private var narrative: [Block] {
    [.heading(1, narrativeTitle)]
      + narrativeSections.flatMap { section in
        [.heading(2, section.title)] + section.paragraphs.map { .paragraph($0) }
      }
  }

  private var narrativeSections: [(title: String, paragraphs: [String])] {
    let sections: [(String, [String])] = [
      ("收入支出决算总体情况说明", overall), ("收入决算情况说明", revenue), ("支出决算情况说明", expenditure),
      ("财政拨款收入支出决算总体情况说明", appropriation), ("一般公共预算财政拨款支出决算情况说明", generalPublic),
      ("一般公共预算财政拨款基本支出决算情况说明", basic), ("政府性基金预算财政拨款收入支出决算情况说明", governmentFund),
      ("“三公”经费支出决算情况说明", threePublic), ("其他重要事项的情况说明", otherMatters),
    ]
    return sections.enumerated().map { index, section in
      ("\(ChineseNumeral.text(index + 1))、\(section.0)", section.1)
    }
  }
}
