/// Writes disclosures as the exports that archives hold.
public enum Renderer {
  /// The bytes of a disclosure in a layout and an encoding.
  public static func render(
    _ disclosure: SyntheticDisclosure, as layout: Layout, encoding: TextEncoding = .utf8
  ) -> [UInt8] {
    let text =
      layout.isHTML
      ? html(disclosure, as: layout, encoding: encoding) : TextWriter.write(disclosure, as: layout)
    return encoding.bytes(of: text)
  }

  private static func html(_ disclosure: SyntheticDisclosure, as layout: Layout, encoding: TextEncoding) -> String {
    let title = "\(disclosure.year)年度\(disclosure.unit.name)\(disclosure.style.reportWord)"
    var writer = HTMLWriter(
      style: layout == .officeHTML ? .office : .semantic, title: title, charset: encoding.declared)
    for block in disclosure.blocks {
      switch block {
      case .heading(let level, let text): writer.heading(level, text)
      case .line(let text), .paragraph(let text): writer.paragraph(text)
      case .table(let table): writer.form(table, hasTitleInside: disclosure.style.hasTitleInTable)
      }
    }
    return disclosure.page.applied(to: writer.finished())
  }
}
