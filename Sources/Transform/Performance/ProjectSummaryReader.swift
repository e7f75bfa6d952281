import Accounts

/// Reads the projects that the narrative sums up (项目支出自评结果): name, budget, use, results, problems, next steps.
enum ProjectSummaryReader {
  /// The projects in the order of the source.
  static func projects(_ sections: [Section]) -> [Project] {
    var projects: [Project] = []
    for section in sections where section.part == .narrative || section.part == .attachments || section.part == nil {
      let title = NormalText(section.title)
      let isOfProjects = section.part == .narrative && title.contains("项目") && title.contains("自评")
      var prose: Prose?
      for text in NarrativeText.texts(of: section.paragraphs) {
        if let (project, last) = project(in: text, isListed: isOfProjects) {
          projects.append(project)
          prose = last
        } else if let last = prose, !text.beginsItem, let index = projects.indices.last {
          // The same project in a paragraph of its own.
          projects[index].append(text, startingAs: last)
        }
      }
    }
    return projects
  }

  /// What a stretch of prose tells.
  fileprivate enum Prose: CaseIterable {
    case results, problems, improvements
  }

  private static func project(in text: NarrativeText, isListed: Bool) -> (Project, Prose)? {
    let normal = text.normal
    guard let budget = firstIndex(of: budgets, in: normal), budget < 120,
      let range = nameRange(normal, before: budget, marker: text.listMarker, isListed: isListed)
    else { return nil }
    let quantities = Quantity.quantities(in: text)
    var project = Project(
      source: .summary, name: text.printed(range).withoutInnerSpaces.withPairedQuotes, span: text.span(of: range))
    project.sources.append(
      ValueSource(field: "project", value: project.name, printed: text.printed(range), span: project.span))
    let prose = Self.prose(in: normal)
    let end = prose.first?.range.lowerBound ?? normal.count
    let clauses = quantities.filter { $0.range.lowerBound > budget && $0.range.lowerBound < end }
    let spent = firstIndex(of: actuals, in: normal, from: budget) ?? end
    for quantity in clauses {
      guard let field = project.take(quantity, isSpent: quantity.range.lowerBound > spent) else { continue }
      project.sources.append(
        ValueSource(
          field: field.name, value: field.value, printed: text.printed(quantity.range),
          span: text.span(of: quantity.range)))
    }
    guard project.budget != nil || project.actual != nil else { return nil }
    for stretch in prose { project.append(text.printed(stretch.range).withPairedQuotes, to: stretch.kind) }
    return (project, prose.last?.kind ?? .results)
  }

  private static let budgets: [NormalText] = ["年预算数", "预算数为", "预算数", "年度预算", "预算资金"]
  private static let actuals: [NormalText] = ["执行数", "实际支出", "支出", "实际执行", "实际使用"]

  private static func firstIndex(of words: [NormalText], in text: NormalText, from start: Int = 0) -> Int? {
    words.lazy.compactMap { text.firstIndex(of: $0, from: start) }.first
  }

  /// The name: from the list number to the words that say that it was evaluated.
  private static func nameRange(
    _ text: NormalText, before budget: Int, marker: Int, isListed: Bool
  ) -> Range<Int>? {
    var end = text.units[..<budget].firstIndex { $0 == 0x3A || $0 == 0x2C } ?? budget
    let isSummary = text.units[marker..<end].count > 0 && text.lastIndex(of: "自评", in: marker..<end) != nil
    for word in evaluated { if let index = text.lastIndex(of: word, in: marker..<end) { end = min(end, index) } }
    let hasMark = isSummary || isListed && marker > 0
    for ending: NormalText in ["绩效", "支出", "项目"]
    where end - marker > ending.count + 1 && text.holds(ending, at: end - ending.count) && isSummary {
      end -= ending.count
    }
    guard hasMark, end - marker >= 2, end - marker <= 60, !text.units[marker..<end].contains(0x3002) else { return nil }
    return marker..<end
  }

  private static let evaluated: [NormalText] = ["绩效自评", "自评", "综述", "项目全年", "全年预算", "年初预算"]

  // MARK: prose

  private static func prose(in text: NormalText) -> [(kind: Prose, range: Range<Int>)] {
    var starts: [(kind: Prose, cue: Int, begin: Int)] = []
    for (kind, words) in cues {
      for word in words {
        guard let index = text.firstIndex(of: word) else { continue }
        var begin = index + word.count
        // The cue goes on to its colon or 是: `主要产出和效益是：`, `发现的问题及原因：`.
        if let colon = text.units[begin...].prefix(10).firstIndex(of: 0x3A) {
          begin = colon + 1
        } else if begin < text.count, text.units[begin] == 0x662F {
          begin += 1
        }
        starts.append((kind, index, begin))
        break
      }
    }
    starts.sort { $0.cue < $1.cue }
    return starts.enumerated().compactMap { index, start in
      let end = index + 1 < starts.count ? starts[index + 1].cue : text.count
      return start.begin < end ? (start.kind, start.begin..<end) : nil
    }
  }

  private static let cues: [(Prose, [NormalText])] = [
    (.results, ["主要产出", "主要成效", "取得的成效", "取得成效", "完成情况"]),
    (.problems, ["发现的问题", "发现的主要问题", "发现问题", "存在的问题", "存在问题", "存在的主要问题"]),
    (.improvements, ["下一步改进", "下一步措施", "下一步拟", "下步改进", "改进措施", "下一步工作"]),
  ]
}

extension Project {
  /// Takes an amount or the rate of its completion; says which field it was.
  fileprivate mutating func take(_ quantity: Quantity, isSpent: Bool) -> (name: String, value: String)? {
    switch quantity.kind {
    case .money:
      guard let amount = quantity.amount else { return nil }
      if !isSpent, budget == nil {
        budget = amount
        return ("budget", amount.description)
      }
      guard isSpent, actual == nil else { return nil }
      actual = amount
      return ("actual", amount.description)
    case .percent where executionRate == nil:
      executionRate = quantity.number
      return ("execution_rate", quantity.number.description)
    default: return nil
    }
  }

  fileprivate mutating func append(_ text: String, to kind: ProjectSummaryReader.Prose) {
    switch kind {
    case .results: results += text
    case .problems: problems += text
    case .improvements: improvements += text
    }
  }

  /// Takes over a paragraph that goes on with it.
  fileprivate mutating func append(_ text: NarrativeText, startingAs kind: ProjectSummaryReader.Prose) {
    append(text.printed(0..<text.normal.count), to: kind)
  }
}
