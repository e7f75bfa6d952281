/// The text around the forms damaged.
extension SyntheticDisclosure {
  /// Damages the text; records it where there was something to damage.
  mutating func damageText(_ kind: Damage, by random: inout SplitMix64) {
    var count = 0
    for index in blocks.indices {
      let broken: Block? =
        switch (kind, blocks[index]) {
        case (.brokenFigures, .paragraph(let text)): Self.breakFigures(text, by: &random).map(Block.paragraph)
        case (.officeResidue, .line(let text)): Self.leaveField(text, by: &random).map(Block.line)
        default: nil
        }
      guard let broken else { continue }
      blocks[index] = broken
      count += 1
    }
    guard count > 0 else { return }
    let detail = kind == .brokenFigures ? "figures of \(count) paragraphs broken" : "fields in \(count) lines"
    damages.append(DamageRecord(damage: kind, form: nil, detail: detail))
  }

  /// Puts a line end into some figures; nil where none is hit.
  private static func breakFigures(_ text: String, by random: inout SplitMix64) -> String? {
    var (broken, run, isHit) = ("", "", false)
    func isNumeric(_ character: Character) -> Bool {
      character.isASCII && (character.isNumber || character == "." || character == ",")
    }
    for character in text + "\n" {
      if isNumeric(character) {
        run.append(character)
        continue
      }
      if run.count > 4, run.contains("."), random.chance(35) {
        let end = random.index(in: 1...(run.count - 1))
        run = run.prefix(end) + "\n" + run.dropFirst(end)
        isHit = true
      }
      broken += run
      broken.append(character)
      run = ""
    }
    return isHit ? String(broken.dropLast()) : nil
  }

  /// Ends a line of the contents with the field that printed its page.
  private static func leaveField(_ text: String, by random: inout SplitMix64) -> String? {
    let isOfContents = text.hasPrefix("第") || text.contains("、")
    guard isOfContents, random.chance(60) else { return nil }
    let number = random.index(in: 1_000_000...99_999_999)
    return "\(text) PAGEREF _Toc\(number) \\h \(random.index(in: 2...40))"
  }
}
