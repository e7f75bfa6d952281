import Accounts

/// Takes away what belongs to the page and not to the disclosure.
enum Furniture {
  /// The lines without page numbers, running heads, web navigation and residue of markup; spans stay as they are.
  ///
  /// A line that is left without text is dropped, and its page break or blank line is noted on the next one.
  static func strip(_ lines: [SourceLine]) -> [SourceLine] {
    let pageNumbers = PageNumbers.indices(in: lines)
    let runningHeads = RunningHeads.indices(in: lines, pageNumbers: pageNumbers)
    var kept: [SourceLine] = []
    kept.reserveCapacity(lines.count)
    var followsBlank = false
    var followsPageBreak = false
    for (index, original) in lines.enumerated() {
      var line = original
      let isFurniture =
        pageNumbers.contains(index) || runningHeads.contains(index)
        || line.table == nil && line.cells.count <= 6 && WebNavigation.matches(line.text)
      if !isFurniture { clean(&line) }
      line.followsBlank = line.followsBlank || followsBlank
      line.followsPageBreak = line.followsPageBreak || followsPageBreak
      let isDropped = isFurniture || line.cells.isEmpty
      followsBlank = isDropped && line.followsBlank
      followsPageBreak = isDropped && line.followsPageBreak
      if !isDropped { kept.append(line) }
    }
    return kept
  }

  private static func clean(_ line: inout SourceLine) {
    var hasBlank = false
    for index in line.cells.indices {
      let text = InlineMarkup.removed(from: line.cells[index].text)
      line.cells[index].text = text
      if text.isEmpty { hasBlank = true }
    }
    if hasBlank { line.cells.removeAll { $0.text.isEmpty } }
    guard line.width == 1, let first = line.cells.first?.text else { return }
    if let title = withoutBullet(first) { line.cells[0].text = title }
  }

  /// What stands behind a list bullet, where that is a heading's number; nil otherwise.
  private static func withoutBullet(_ text: String) -> String? {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, bullets.contains(first) else { return nil }
    guard let start = scalars.dropFirst().firstIndex(where: { !$0.isSpace }) else { return nil }
    let rest = String(scalars[start...])
    guard let marker = HeadingMarker(rest), marker.style <= .bracketedChinese || marker.style == .arabic else {
      return nil
    }
    return marker.rest.isEmpty ? nil : rest
  }

  private static let bullets: Set<Unicode.Scalar> = ["-", "*", "•", "·", "●", "+", "■", "◆", "➢", "\u{F06C}"]
}
