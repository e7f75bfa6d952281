/// What is done to a finished web page.
struct PageDamage: Hashable, Sendable {
  private var steps: [Step] = []

  private struct Step: Hashable {
    var kind: Damage
    var seed: UInt64
  }

  /// Adds a kind of damage; `seed` says where.
  mutating func add(_ kind: Damage, seed: UInt64) {
    steps.append(Step(kind: kind, seed: seed))
  }

  /// The page as it is published.
  func applied(to page: String) -> String {
    steps.reduce(page) { page, step in
      var random = SplitMix64(seed: step.seed)
      switch step.kind {
      case .spamLinks: return Self.withSpam(page, by: &random)
      case .wrongCharset: return Self.withWrongCharset(page)
      case .missingEndTags: return Self.withoutEndTags(page, by: &random)
      default: return page
      }
    }
  }

  /// Links between blocks, as hacked servers put them.
  private static func withSpam(_ page: String, by random: inout SplitMix64) -> String {
    lines(page).reduce(into: "") { text, line in
      let startsBlock = line.hasPrefix("<p") || line.hasPrefix("<h") && !line.hasPrefix("<ht") && !line.hasPrefix("<he")
      if startsBlock, random.chance(12) {
        let number = random.index(in: 10...9_999)
        text += "<div style=\"display:none\"><a href=\"http://n\(number).example/\">在线棋牌\(number)</a></div>\n"
      }
      text += line
    }
  }

  private static func withWrongCharset(_ page: String) -> String {
    let wrong = page.utf8.count % 2 == 0 ? "iso-8859-1" : "big5"
    let names = ["gb2312": "utf-8", "utf-8": "gb2312", "utf-16": wrong]
    return lines(page).reduce(into: "") { text, line in
      guard
        let (name, other) = names.first(where: {
          line.hasSuffix("charset=\"\($0.key)\">\n") || line.hasSuffix("charset=\($0.key)\">\n")
        })
      else { return text += line }
      text += line.dropLast(name.utf8.count + 3) + other + "\">\n"
    }
  }

  /// End tags that parsers put back by themselves.
  private static func withoutEndTags(_ page: String, by random: inout SplitMix64) -> String {
    let tags = ["</td>", "</th>", "</tr>", "</p>"].map { Array($0.utf8) }
    let bytes = Array(page.utf8)
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), let tag = tags.first(where: { bytes[index...].starts(with: $0) }),
        random.chance(30)
      {
        index += tag.count
        continue
      }
      kept.append(bytes[index])
      index += 1
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// The lines of the page, each with its line feed; a page ends with one.
  private static func lines(_ page: String) -> [String] {
    page.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { String($0) + "\n" }
  }
}
