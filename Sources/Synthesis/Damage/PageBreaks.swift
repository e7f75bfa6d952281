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

  /// Puts a page number between rows of data, once or twice, and no header behind it.
  mutating func splitOverPages(by random: inout SplitMix64) -> String? {
    insertBetweenRows(random.index(in: 1...2), "page numbers between rows", by: &random) { Self.pageNumber(&$0) }
  }

  /// Puts bare numbers between rows of data: of pages, of years.
  mutating func strewNumbers(by random: inout SplitMix64) -> String? {
    insertBetweenRows(random.index(in: 1...3), "bare numbers between rows", by: &random) { random in
      let number = random.chance(60) ? random.index(in: 3...60) : random.index(in: 2018...2025)
      return GridRow(.furniture, [GridCell(String(number))])
    }
  }

  /// Ends the table and begins another between two rows of data.
  mutating func cutInTwo(by random: inout SplitMix64) -> String? {
    insertBetweenRows(1, "table cut", by: &random) { _ in GridRow(.furniture, []) }
  }

  /// Puts what stands behind the first figure of some rows, that figure included, on a line of its own.
  mutating func pullFigures(by random: inout SplitMix64) -> String? {
    var count = 0
    for row in rows.indices where rows[row].kind == .data {
      let columns = rows[row].cells.indices.filter { column in
        rows[row].cells[column].key != nil && !rows[row].cells[column].text.isEmpty
      }
      guard !columns.isEmpty, random.chance(15) else { continue }
      let column = random.pick(columns)
      rows[row].cells[column].text = "\n" + rows[row].cells[column].text
      count += 1
    }
    return count > 0 ? "figures of \(count) rows on the next line" : nil
  }

  private mutating func insertBetweenRows(
    _ count: Int, _ what: String, by random: inout SplitMix64, _ row: (inout SplitMix64) -> GridRow
  ) -> String? {
    let places = rows.indices.dropFirst().filter { rows[$0].kind == .data && rows[$0 - 1].kind == .data }
    guard !places.isEmpty else { return nil }
    let chosen = random.sample(places, count: count)
    for place in chosen.reversed() { rows.insert(row(&random), at: place) }
    return "\(chosen.count) \(what)"
  }

  private static func pageNumber(_ random: inout SplitMix64) -> GridRow {
    GridRow(.furniture, [GridCell("— \(random.index(in: 3...60)) —")])
  }
}
