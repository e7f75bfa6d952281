/// Codes and names cut by narrow columns.
extension RenderedForm {
  /// Cuts all codes to as many digits; a column too narrow for items is often too narrow for sections.
  mutating func cutCodes(by random: inout SplitMix64) -> String? {
    let longest = rows.flatMap(\.cells).reduce(0) { $1.role == .code ? max($0, $1.text.count) : $0 }
    guard longest > 3 else { return nil }
    let digits = longest == 5 ? 2 : random.pick([4, 6])
    map(.code) { String($0.prefix(digits)) }
    return "codes cut to \(digits) digits"
  }

  /// Cuts all names to as many characters.
  mutating func cutNames(by random: inout SplitMix64) -> String? {
    let length = random.index(in: 8...12)
    let hasLonger = rows.flatMap(\.cells).contains { $0.role == .name && $0.text.count > length }
    guard hasLonger else { return nil }
    map(.name) { String($0.prefix(length)) }
    return "names cut to \(length) characters"
  }

  /// Cuts 行次 of two digits to their first.
  mutating func cutLineNumbers() -> String? {
    var count = 0
    for row in rows.indices where rows[row].kind == .data || rows[row].kind == .total {
      for column in rows[row].cells.indices where rows[row].cells[column].role == .number {
        guard rows[row].cells[column].text.utf8.count == 2 else { continue }
        rows[row].cells[column].text = String(rows[row].cells[column].text.prefix(1))
        count += 1
      }
    }
    return count > 0 ? "\(count) line numbers cut" : nil
  }

  /// Rewrites the text of all cells of a role.
  mutating func map(_ role: GridCell.Role, _ rewrite: (String) -> String) {
    for row in rows.indices {
      for column in rows[row].cells.indices where rows[row].cells[column].role == role {
        rows[row].cells[column].text = rewrite(rows[row].cells[column].text)
      }
    }
  }
}
