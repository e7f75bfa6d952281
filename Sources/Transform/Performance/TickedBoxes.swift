import Accounts

/// Options of which some are ticked: `1、经常性项目 √ 2、一次性项目 □`, or with the mark before its label.
enum TickedBoxes {
  private enum Piece {
    case label(String)
    case mark(isTicked: Bool)
  }

  /// The labels that are ticked; nil where the text has no boxes.
  static func ticked(_ text: String) -> [String]? {
    let pieces = pieces(text)
    var marks: [Bool] = []
    for case .mark(let isTicked) in pieces { marks.append(isTicked) }
    guard !marks.isEmpty else { return nil }
    let isBefore = if case .mark? = pieces.first { true } else { false }
    var labels: [String] = []
    for (index, piece) in pieces.enumerated() {
      guard case .mark(true) = piece else { continue }
      let other = isBefore ? index + 1 : index - 1
      guard pieces.indices.contains(other), case .label(let label) = pieces[other] else { continue }
      labels.append(label)
    }
    return labels
  }

  /// Labels without their numbers, and marks, in order. Fonts of symbols leave `R` and `£` for ticked and empty boxes.
  private static func pieces(_ text: String) -> [Piece] {
    let hasSymbols = text.unicodeScalars.contains("£")
    var pieces: [Piece] = []
    var label = String.UnicodeScalarView()
    func close(_ pieces: inout [Piece]) {
      while let last = label.last, trimmed.contains(last) { label.removeLast() }
      if !label.isEmpty { pieces.append(.label(String(label))) }
      label = String.UnicodeScalarView()
    }
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if let end = emptyBrackets(scalars, index) {
        close(&pieces)
        pieces.append(.mark(isTicked: false))
        index = end
        continue
      }
      if ticks.contains(scalar) || hasSymbols && scalar == "R" {
        close(&pieces)
        pieces.append(.mark(isTicked: true))
      } else if boxes.contains(scalar) || scalar == "£" {
        close(&pieces)
        pieces.append(.mark(isTicked: false))
      } else if let end = listNumber(scalars, index) {
        close(&pieces)
        index = end
        continue
      } else if !(label.isEmpty && trimmed.contains(scalar)) {
        label.append(scalar)
      }
      index += 1
    }
    close(&pieces)
    return pieces
  }

  /// The end of a list number `1、`; nil where none begins.
  private static func listNumber(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
    var end = start
    while end < scalars.count, ("0"..."9").contains(scalars[end]) { end += 1 }
    guard end > start, end - start < 3, end < scalars.count, ["、", ".", "．"].contains(scalars[end]) else { return nil }
    return end + 1
  }

  /// The end of brackets with nothing in them; nil where none begin.
  private static func emptyBrackets(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
    guard openings.contains(scalars[start]) else { return nil }
    var end = start + 1
    while end < scalars.count, scalars[end] == " " || scalars[end] == "\u{3000}" { end += 1 }
    return end < scalars.count && closings.contains(scalars[end]) ? end + 1 : nil
  }

  private static let ticks: Set<Unicode.Scalar> = ["√", "✓", "✔", "☑", "☒", "■", "þ", "●", "◼", "✅"]
  private static let boxes: Set<Unicode.Scalar> = ["□", "☐", "○", "▢", "◻", "¨"]
  private static let openings: Set<Unicode.Scalar> = ["(", "（", "[", "【"]
  private static let closings: Set<Unicode.Scalar> = [")", "）", "]", "】"]
  private static let trimmed: Set<Unicode.Scalar> = [
    " ", "\n", "\t", "\u{3000}", "\u{A0}", ";", "；", ",", "，", "、", "(", "（", ")", "）", "[", "]", "【", "】", ":", "：",
  ]
}
