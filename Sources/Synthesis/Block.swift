/// One piece of a disclosure in reading order, before any layout.
public enum Block: Hashable, Sendable {
  /// A heading; level 1 for the parts, 2 for their sections, 3 below.
  case heading(Int, String)
  /// A line that stays whole: of the title page, of the contents.
  case line(String)
  /// Running text, which layouts may break over lines.
  case paragraph(String)
  /// A form, or another table.
  case table(RenderedForm)
}
