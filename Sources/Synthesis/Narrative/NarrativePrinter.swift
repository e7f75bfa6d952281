import Accounts

/// Writes the parts around the forms in the project's own words; every amount in them is one of the accounts.
struct NarrativePrinter {
  let forms: FormPrinter
  /// The forms as the printer prints them.
  let printed: [RenderedForm]
  let publishedOn: CivilDate?
  /// The sentences that explain the forms.
  let text: NarrativeWriter

  var unit: SyntheticUnit { forms.unit }
  var year: FiscalYear { forms.year }
  var accounts: SyntheticAccounts { forms.accounts }

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
    let duties = ["一、主要职责", "二、机构设置"] + (text.staff == nil ? [] : [staffTitle])
    let sections = [duties] + (forms.style.variants.hasFormsLast ? middle.reversed() : middle) + [[]]
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
    ] + structure + (text.staff.map { [.heading(2, staffTitle), .paragraph($0)] } ?? [])
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

  private var staffTitle: String { "三、人员编制情况" }

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

  private var narrativeTitles: [String] {
    text.sections.enumerated().map { "\(ChineseNumeral.text($0 + 1))、\($1.title)" }
  }

  /// The part of the sentences that explain the forms.
  private var narrative: [Block] {
    [.heading(1, narrativeTitle)]
      + zip(narrativeTitles, text.sections).flatMap { title, section in
        [.heading(2, title)]
          + section.pieces.map { piece in
            switch piece {
            case .heading(let text): .heading(3, text)
            case .paragraph(let text): .paragraph(text)
            }
          }
      }
  }
}
