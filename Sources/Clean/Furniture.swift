import Accounts

/// Takes away what belongs to the page and not to the disclosure.
enum Furniture {
  /// The lines without page numbers, running heads, web navigation and residue of markup, and their texts reduced;
  /// spans stay as they are.
  ///
  /// A line that is left without text is dropped, and its page break or blank line is noted on the next one.
  static func strip(_ lines: [SourceLine]) -> (lines: [SourceLine], reduced: [ReducedLine]) {
    let reduced = lines.map(ReducedLine.init)
    let isPageNumber = PageNumbers.find(in: lines, reduced: reduced)
    let runningHeads = RunningHeads.indices(in: lines, reduced: reduced, isPageNumber: isPageNumber)
    var kept: [SourceLine] = []
    var keptReduced: [ReducedLine] = []
    kept.reserveCapacity(lines.count)
    keptReduced.reserveCapacity(lines.count)
    var followsBlank = false
    var followsPageBreak = false
    for index in lines.indices {
      let isFurniture =
        isPageNumber[index] || runningHeads.contains(index) || WebNavigation.matches(lines[index], reduced[index])
      if !isFurniture, !followsBlank, !followsPageBreak, !mayHoldResidue(lines[index]) {
        kept.append(lines[index])
        keptReduced.append(reduced[index])
        continue
      }
      var line = lines[index]
      let isChanged = !isFurniture && clean(&line)
      line.followsBlank = line.followsBlank || followsBlank
      line.followsPageBreak = line.followsPageBreak || followsPageBreak
      let isDropped = isFurniture || line.cells.isEmpty
      followsBlank = isDropped && line.followsBlank
      followsPageBreak = isDropped && line.followsPageBreak
      if isDropped { continue }
      keptReduced.append(isChanged ? ReducedLine(line) : reduced[index])
      kept.append(line)
    }
    return (kept, keptReduced)
  }

  /// A cheap test: whether there are signs of markup, or a bullet before the text.
  private static func mayHoldResidue(_ line: SourceLine) -> Bool {
    for index in line.cells.indices where InlineMarkup.mayStand(in: line.cells[index].text) { return true }
    return line.cells.first?.text.unicodeScalars.first.map(isBullet) ?? true
  }

  /// Removes markup and bullets; false where there are none.
  private static func clean(_ line: inout SourceLine) -> Bool {
    var isChanged = false
    for index in line.cells.indices.reversed() {
      guard let (text, kept) = InlineMarkup.removed(from: line.cells[index].text) else { continue }
      isChanged = true
      guard !text.isEmpty else {
        line.cells.remove(at: index)
        continue
      }
      line.cells[index].replace(by: text, keeping: kept)
    }
    guard line.width == 1, let first = line.cells.first?.text, let title = withoutBullet(first) else {
      return isChanged
    }
    line.cells[0].dropFirst(first.unicodeScalars.count - title.unicodeScalars.count)
    return true
  }

  /// What stands behind a list bullet, where that is a heading's number; nil otherwise.
  private static func withoutBullet(_ text: String) -> String? {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, isBullet(first) else { return nil }
    guard let start = scalars.dropFirst().firstIndex(where: { !$0.isSpace }) else { return nil }
    let rest = String(scalars[start...])
    guard let marker = HeadingMarker(rest), marker.style <= .bracketedChinese || marker.style == .arabic else {
      return nil
    }
    return marker.rest.isEmpty ? nil : rest
  }

  private static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "*", "•", "·", "●", "+", "■", "◆", "➢", "\u{F06C}": true
    default: false
    }
  }
}
