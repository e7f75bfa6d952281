import Accounts
import Classification

/// The section of the general public budget: as a whole, by class, by item, with the uses of its projects.
extension NarrativeWriter {
  mutating func generalPublic() -> [NarrativeSection.Piece] {
    let items = accounts.items.filter { $0.budget == .generalPublic && $0.fiscal.total > 0 }
    return [
      .heading("（一）一般公共预算财政拨款支出决算总体情况"), .paragraph(generalPublicTotal()),
      .heading("（二）一般公共预算财政拨款支出决算结构情况"),
    ] + generalPublicClasses(items).map { .paragraph($0) } + [
      .heading("（三）一般公共预算财政拨款支出决算具体情况")
    ] + (generalPublicBudget(items) + paths(items)).map { .paragraph($0) }
  }

  private mutating func generalPublicTotal() -> String {
    let amount = now.generalPublicExpenditure
    let total = pen.money(amount, FactKey("general_public.total"))
    let share = pen.percent(amount, of: now.expenditure, FactKey("general_public.share")) ?? "0%"
    let change = pen.change(
      "general_public.", from: before.generalPublicExpenditure, to: amount, year: year, subject: "一般公共预算财政拨款支出")
    let reason = pen.reason()
    switch pen.random.index(in: 0...3) {
    case 0: return "\(year)年度一般公共预算财政拨款支出\(total)，占本年支出合计的\(share)。\(change)\(reason)。"
    case 1: return "\(us)一般公共预算财政拨款支出决算数为\(total)，占全部支出的\(share)，\(change)\(reason)。"
    case 2: return "\(year)年，一般公共预算财政拨款支出占支出合计的\(share)，共\(total)；\(change)\(reason)。"
    default: return "在本年支出中，一般公共预算财政拨款支出为\(total)，所占比重为\(share)，\(change)\(reason)。"
    }
  }

  private mutating func generalPublicClasses(_ items: [SyntheticItem]) -> [String] {
    let classes = Set(items.map { String($0.code.prefix(3)) }).sorted()
    let mark = pen.pick("（类）", "", "类", "（类）支出")
    let parts = classes.map { code -> FactPen.Part in
      let amount = now.printed(accounts.sum(.gk05, .total, below: code))
      let name = forms.subjects.name(of: code)
      let label = mark == "（类）支出" && name.hasSuffix("支出") ? name.dropLast(2) + mark : name + mark
      return (
        String(label), amount, FactKey("general_public.class_amount", subject: code),
        FactKey("general_public.class_share", subject: code)
      )
    }
    let total = now.generalPublicExpenditure
    if pen.random.chance(40) {
      let opening = pen.pick("一般公共预算财政拨款支出主要用在以下几类：", "各类支出如下：")
      return [opening]
        + parts.enumerated().map { index, part in
          "\(index + 1)." + pen.shares([part], of: total, called: "一般公共预算财政拨款支出") + "。"
        }
    }
    let opening = pen.pick("按支出功能分类，", "按用途分：", "从结构看，", "主要用于以下方面：")
    return [opening + pen.shares(parts, of: total, called: "一般公共预算财政拨款支出") + "。"]
  }

  /// The paragraph of the whole budget, and the list of what the projects were for.
  private mutating func generalPublicBudget(_ items: [SyntheticItem]) -> [String] {
    let budgets = items.map(\.code).map { (initialBudgets[$0] ?? 0) }
    let completion = pen.completion(
      budget: budgets.reduce(0, +), actual: now.generalPublicExpenditure,
      (
        FactKey("general_public.initial_budget"), FactKey("general_public.actual"),
        FactKey("general_public.completion_rate", base: .initialBudget)
      ))
    let basic = pen.money(now.printed(accounts.sum(.gk05, .basic)), FactKey("general_public.basic"))
    let project = pen.money(now.generalPublicProject, FactKey("general_public.project"))
    let subject = "一般公共预算财政拨款支出"
    let parts =
      switch pen.random.index(in: 0...3) {
      case 0: "其中：基本支出\(basic)，项目支出\(project)。"
      case 1: "分类别看，基本支出为\(basic)，项目支出为\(project)。"
      case 2: "保障运转的基本支出\(basic)；完成专门任务的项目支出\(project)。"
      default: "项目支出\(project)，基本支出\(basic)。"
      }
    let opening = pen.pick("\(year)年度\(subject)", "\(us)\(year)年\(subject)", "当年\(subject)", "\(subject)")
    let uses = now.generalPublicProject > 0 && pen.random.chance(50) ? projectUses() : [""]
    return [opening + completion + "。" + parts + uses[0]] + uses.dropFirst()
  }

  /// What is printed behind the project expenditure; the first goes on with its paragraph.
  private mutating func projectUses() -> [String] {
    let names = pen.random.sample(Self.projects, count: pen.random.index(in: 2...5))
    let parts = pen.random.parts(of: now.generalPublicProject, count: names.count)
    let entries = zip(names, parts).filter { $0.1 > 0 }.map { name, amount in
      (name, pen.money(amount, FactKey("general_public.project_use", subject: name)))
    }
    switch pen.random.index(in: 0...3) {
    case 0:
      return ["项目支出主要用于："] + entries.enumerated().map { "（\($0 + 1)）\($1.0)\($1.1)，用于当年计划内的任务。" }
    case 1: return ["项目支出主要用于：" + entries.map { "\($0)\($1)" }.joined(separator: "；") + "。"]
    case 2:
      return ["项目支出主要包括："] + entries.enumerated().map { "\($0 + 1).\($1.0)支出\($1.1)。主要用于日常维护和更新。" }
    default:
      return [
        "项目支出用于以下方面：" + entries.enumerated().map { "\(Self.circled[$0])\($1.0)\($1.1)" }.joined(separator: "；") + "。"
      ]
    }
  }

  private static let projects = [
    "水网巡查维护经费", "古树名木普查项目", "档案数字化整理", "便民服务站改造项目", "街区照明更新", "信息系统运行维护经费", "应急物资储备",
    "宣传品印制经费", "调解室建设项目", "消防设施检修",
  ]
  private static let circled = ["①", "②", "③", "④", "⑤"]

  /// One paragraph for each item, named by its whole path.
  private mutating func paths(_ items: [SyntheticItem]) -> [String] {
    let number = pen.random.index(in: 0...3)
    let pause = pen.pick("。", "：", "，", "")
    return items.enumerated().map { index, item in
      let names = [(3, "类"), (5, "款"), (7, "项")].map {
        "\(forms.subjects.name(of: String(item.code.prefix($0.0))))（\($0.1)）"
      }
      let marker = ["\(index + 1).", "（\(index + 1)）", "\(index + 1)、", ""][number]
      let base = FactBase.initialBudget
      let completion = pen.completion(
        budget: initialBudgets[item.code] ?? 0, actual: now.printed(item.fiscal.total),
        (
          FactKey("general_public.item_initial_budget", subject: item.code),
          FactKey("general_public.item_actual", subject: item.code),
          FactKey("general_public.item_completion_rate", subject: item.code, base: base)
        ))
      return marker + names.joined() + pause + completion + pen.reason() + "。"
    }
  }
}
