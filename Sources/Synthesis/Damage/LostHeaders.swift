import Accounts

/// Labels of columns lost.
extension RenderedForm {
  /// Blanks the label of one column of figures.
  mutating func loseHeader(by random: inout SplitMix64) -> String? {
    let labels = columnLabels
    guard labels.count > 1 else { return nil }
    let place = random.pick(labels)
    let label = rows[place.row].cells[place.column].text
    rows[place.row].cells[place.column].text = ""
    return "label \(label) lost"
  }

  /// Puts the labels of two neighbouring columns into one cell.
  mutating func mergeHeaders(by random: inout SplitMix64) -> String? {
    let labels = columnLabels
    let pairs = zip(labels, labels.dropFirst()).filter { $0.row == $1.row && $0.column + 1 == $1.column }
    guard !pairs.isEmpty else { return nil }
    let (left, right) = random.pick(pairs)
    let label = rows[left.row].cells[left.column].text + rows[right.row].cells[right.column].text
    rows[left.row].cells[left.column].text = label
    rows[right.row].cells[right.column].text = ""
    return "labels merged to \(label)"
  }

  /// The lowest label over each column of figures of a form by subject.
  private var columnLabels: [(row: Int, column: Int)] {
    guard let form, form.isBySubject, let data = rows.first(where: { $0.kind == .data }) else { return [] }
    let columns = data.cells.indices.filter { data.cells[$0].key != nil }
    return columns.compactMap { column in
      rows.indices.last { row in
        rows[row].kind == .header && column < rows[row].cells.count && rows[row].cells[column].columnSpan == 1
          && rows[row].cells[column].role == .label && !rows[row].cells[column].text.isEmpty
      }.map { ($0, column) }
    }
  }
}
