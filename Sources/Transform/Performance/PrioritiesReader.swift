import Accounts

/// Reads the table of the year's priorities (重点工作完成情况): number, matter, content, completion.
enum PrioritiesReader {
  private enum Field: String {
    case sequence, item, content, completion
  }

  /// The priorities of all such tables among those that are none of the nine forms.
  static func priorities(_ tables: [CleanedTable]) -> [Priority] {
    var priorities: [Priority] = []
    var columns: [(field: Field, column: Int?)] = []
    for table in tables {
      // A table goes on in the next one without a title where a page end has cut it.
      if !NormalText(table.title).isEmpty { columns = [] }
      for row in table.rows {
        let cells = EvaluationLine.line(row, at: 0).cells
        if let heading = heading(cells) {
          columns = heading
        } else if !columns.isEmpty {
          read(cells, columns, into: &priorities)
        }
      }
    }
    return priorities
  }

  /// The columns that a heading names; nil where it is none of such a table.
  private static func heading(_ cells: [EvaluationCell]) -> [(field: Field, column: Int?)]? {
    let columns = cells.compactMap { cell in field(cell.normal).map { (field: $0, column: cell.column) } }
    let fields = columns.map(\.field)
    guard cells.count == columns.count, fields.contains(.item), fields.contains(.completion), columns.count >= 3
    else { return nil }
    return columns
  }

  private static func field(_ text: NormalText) -> Field? {
    guard text.count <= 16 else { return nil }
    if text == "序号" { return .sequence }
    if text.contains("完成情况") || text.contains("进展") || text.contains("完成结果") { return .completion }
    if text.contains("工作内容") || text.contains("目标") || text.contains("具体内容") { return .content }
    return ["事项", "重点工作", "工作任务", "重点任务", "工作名称"].contains { text.contains($0) } ? .item : nil
  }

  private static func read(
    _ cells: [EvaluationCell], _ columns: [(field: Field, column: Int?)], into priorities: inout [Priority]
  ) {
    guard let first = cells.first else { return }
    var found: [Field: EvaluationCell] = [:]
    if cells.count == columns.count, cells.allSatisfy({ $0.column == nil }) {
      for (cell, column) in zip(cells, columns) { found[column.field] = cell }
    } else {
      for cell in cells {
        guard let at = cell.column else { return }
        let column = columns.last { $0.column.map { $0 <= at } ?? false }
        if let column { found[column.field] = cell }
      }
    }
    let text = { (field: Field) in found[field]?.text.onOneLine ?? "" }
    if let item = found[.item], found[.content] != nil || found[.completion] != nil {
      var priority = Priority(
        sequence: text(.sequence), item: item.text.withoutInnerSpaces, content: text(.content),
        completion: text(.completion), span: cells.dropFirst().reduce(first.span) { $0.union($1.span) })
      for (field, value) in [
        (.sequence, priority.sequence), (.item, priority.item), (.content, priority.content),
        (.completion, priority.completion),
      ] as [(Field, String)] {
        guard let cell = found[field] else { continue }
        priority.sources.append(
          ValueSource(field: field.rawValue, value: value, printed: cell.text, span: cell.span))
      }
      priorities.append(priority)
    } else if let last = priorities.indices.last, found[.sequence] == nil {
      // The rest of a row that a page end has cut.
      priorities[last].item += text(.item)
      priorities[last].content += text(.content)
      priorities[last].completion += text(.completion)
      priorities[last].span = priorities[last].span.union(first.span)
      for (field, cell) in found {
        priorities[last].sources.append(to: field.rawValue, cell.text.onOneLine, printed: cell.text, cell.span)
      }
    }
  }
}
