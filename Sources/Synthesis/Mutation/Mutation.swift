/// A way in which a mutation changes a finished export, without regard to what it says.
public enum Mutation: String, Sendable, CaseIterable {
  /// Two rows stand in each other's place.
  case swapRows = "swap-rows"
  /// A block of rows stands twice.
  case repeatRows = "repeat-rows"
  /// A block of rows is gone.
  case dropRows = "drop-rows"
  /// A block of rows stands elsewhere.
  case moveRows = "move-rows"
  /// A row goes on where the next one should begin.
  case joinRows = "join-rows"
  /// A row is torn in two at any character.
  case tearRow = "tear-row"
  /// Two cells of a row stand in each other's place.
  case swapCells = "swap-cells"
  /// A cell is gone.
  case dropCell = "drop-cell"
  /// A cell stands twice.
  case repeatCell = "repeat-cell"
  /// One digit is another.
  case changeDigit = "change-digit"
  /// A number is one that no account holds, or a mark.
  case extremeNumber = "extreme-number"
  /// A character that seldom stands in accounts is put in: invisible, of another script, a control character.
  case oddCharacter = "odd-character"
  /// A tag, an attribute, a reference or a mark of a markup language is put in.
  case markup
  /// From some row on it is another export.
  case splice
  /// Only a stretch of rows is left.
  case excerpt
  /// Some bytes are others: the text may fit no encoding any more.
  case flipBytes = "flip-bytes"

  /// What a number is replaced by.
  static let numbers = [
    "", "-", "——", "/", "0", "0.00", "-0.01", "1", "2024", "0.005", "1.2.3", ",5", "100%", "1e30", "(53,180.08)",
    "９９．９", "9,300,000.00", "900,000,000,000", "99999999999999999", "-99999999999999999",
    "999999999999999999999999999999",
    "9223372036854775807", "-9223372036854775808", "4611686018427387904", "0.000000000000000001",
  ]

  /// Characters that are put in.
  static let characters = [
    "\u{200B}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{AD}", "\u{202E}", "\u{2066}", "\u{FE0F}", "\u{301}",
    "\u{FFFD}", "\u{0}", "\u{7}", "\u{C}", "\u{12}", "\u{1B}[31m", "\u{85}", "\u{2028}", "\u{A0}", "\u{3000}", "\t",
    "\r", "\n", "\u{B}", "𝟙", "٣", "४", "③", "²", "Ⅳ", "〇", "O", "l", "'", "\"", "=", "|", "\\", "\u{E000}",
    "\u{1F600}", "\u{2F00}", "－",
  ]

  /// Pieces of markup that are put in.
  static let marks = [
    "<td>", "</td>", "<tr>", "</tr>", "<table>", "</table>", "<div>", "</div>", "<p>", "<br/>", "<td rowspan=\"1000\">",
    "<td colspan=\"1000\">", "<td rowspan=\"3\" colspan=\"2\">", "<!--", "-->", "<![CDATA[", "<script>", "</script>",
    "<style>", "<", ">", "&", "&#x31;", "&#49;", "&nbsp;", "&#0;", "&#x110000;", "&lt;", "<html>", "</html>", "<body>",
    "# ", "**", "- ", "| ", " | ", "|---|---|", "```", "PAGE \\* MERGEFORMAT", "— 7 —", "\u{C}",
  ]
}
