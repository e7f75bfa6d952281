/// Tables that run over the end of a page, and names that run over the end of a line.
extension RenderedForm {
  /// Splits a row over a page: its name loses its last characters, which stand alone behind the page number.
  mutating func splitRow(by random: inout SplitMix64) -> String? {
    let places = rows.indices.filter { row in
      rows[row].kind == .data && rows[row].cells.contains { $0.role == .name && $0.text.count > 6 }
    }
    guard !places.isEmpty else { return nil }
    let place = random.pick(places)
    guard let column = rows[place].cells.firstIndex(where: { $0.role == .name && $0.text.count > 6 }) else {
      return nil
    }
    let name = rows[place].cells[column].text
    let tail = random.index(in: 1...3)
    rows[place].cells[column].text = String(name.dropLast(tail))
    var cells = Array(repeating: GridCell.blank, count: width)
    cells[column] = GridCell(String(name.suffix(tail)))
    rows.insert(contentsOf: [Self.pageNumber(&random), GridRow(.data, cells)], at: place + 1)
    return "row split behind \(rows[place].cells[column].text)"
  }

  /// Puts a page number and the header rows between two rows of data.
  mutating func repeatHeader(by random: inout SplitMix64) -> String? {
    let header = rows.filter { $0.kind == .header || $0.kind == .columnNumbers }
    let places = rows.indices.dropFirst().filter { rows[$0].kind == .data && rows[$0 - 1].kind == .data }
    guard !header.isEmpty, !places.isEmpty else { return nil }
    let place = random.pick(places)
    rows.insert(contentsOf: [Self.pageNumber(&random)] + header, at: place)
    return "header again before row \(place + 1)"
  }

  /// Puts line ends into some long names.
  mutating func breakNames(by random: inout SplitMix64) -> String? {
    var count = 0
    for row in rows.indices where rows[row].kind == .data {
      for column in rows[row].cells.indices where rows[row].cells[column].role == .name {
        let name = rows[row].cells[column].text
        guard name.count > 8, random.chance(40) else { continue }
        let end = random.index(in: 6...(name.count - 1))
        rows[row].cells[column].text = String(name.prefix(end)) + "\n" + String(name.dropFirst(end))
        count += 1
      }
    }
    return count > 0 ? "\(count) names broken over lines" : nil
  }

  private static func pageNumber(_ random: inout SplitMix64) -> GridRow {
    GridRow(.furniture, [GridCell("— \(random.index(in: 3...60)) —")])
  }
}
