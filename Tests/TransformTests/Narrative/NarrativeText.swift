import Accounts

@testable import Transform

/// The facts of one section of a narrative, each line a paragraph, as `fact/subject/base value`.
func facts(
  _ title: String, _ text: String, within outer: String? = nil, part: Part = .narrative, printed: Set<String> = []
) -> [Fact] {
  var sections: [Section] = []
  if let outer {
    sections.append(
      Section(part: part, number: "五", title: outer, span: SourceSpan(line: 1, column: 1), paragraphs: []))
  }
  let paragraphs = text.split(separator: "\n").enumerated().map { index, line in
    Paragraph(text: String(line), span: SourceSpan(line: 3 + index, column: 1))
  }
  sections.append(
    Section(
      part: part, number: outer == nil ? "一" : "（一）", title: title, span: SourceSpan(line: 2, column: 1),
      paragraphs: paragraphs))
  return NarrativeReader.read(sections, year: FiscalYear(2024), printedCodes: printed).facts
}

extension Fact {
  /// `fact/subject/base value`, slashes of empty parts left out.
  var story: String {
    let parts = [key.fact.rawValue, key.subject, key.base.rawValue].filter { !$0.isEmpty }
    let value =
      switch value {
      case .yuan(let amount): amount.description
      case .percent(let number): "\(number)%"
      case .count(let count): "\(count)"
      }
    return "\(parts.joined(separator: "/")) \(value)"
  }
}
