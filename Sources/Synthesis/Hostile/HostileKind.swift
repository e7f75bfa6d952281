/// A kind of input of which much stands in one document: many, long or deep of one thing. Each of them once made some
/// step cost far more than its size, or could.
public struct HostileKind: Sendable {
  /// Where the pieces stand in the document around them.
  enum Place: Sendable {
    /// Before the title, and behind everything else.
    case start, end
    /// In the narrative, under a heading.
    case narrative(String)
    /// In 支出决算表: behind its 合计, and under it.
    case rows, notes
    /// In the header of 财政拨款“三公”经费支出决算表, before the names of its columns.
    case threePublic
    /// In the body of a page, between two texts.
    case page(String, String)
  }

  /// What it is called.
  public let name: String
  private let place: Place
  private let piece: @Sendable (Int) -> String

  init(_ name: String, _ place: Place = .end, _ piece: @escaping @Sendable (Int) -> String) {
    self.name = name
    self.place = place
    self.piece = piece
  }

  /// The name of a file of this kind.
  public var fileName: String { name + (isPage ? ".html" : ".txt") }

  private var isPage: Bool { if case .page = place { true } else { false } }

  /// A whole disclosure with about so many bytes of this kind in it.
  public func document(bytes size: Int) -> [UInt8] {
    var pieces = ""
    var count = 0
    while pieces.utf8.count < size {
      pieces += piece(count)
      count += 1
    }
    switch place {
    case .start: return Array((pieces + "\n" + Self.text).utf8)
    case .end: return Array((Self.text + "\n" + pieces + "\n").utf8)
    case .narrative(let heading): return Self.inserted("\n\(heading)\n\n\(pieces)\n\n") { $0.hasSuffix("名词解释") }
    case .rows: return Self.inserted(pieces + "\n", behind: "支出决算表") { $0.hasPrefix("2") && $0.contains("\t") }
    case .notes: return Self.inserted(pieces + "\n", behind: "支出决算表") { $0.hasPrefix("注") }
    case .threePublic:
      return Self.inserted(pieces + "\n", behind: "财政拨款“三公”经费支出决算表") { $0.hasPrefix("合计\t") }
    case .page(let before, let behind):
      return Array((Self.page + before + pieces + behind + "</body></html>").utf8)
    }
  }

  private static let text = String(decoding: Renderer.render(SyntheticDisclosure(seed: 7), as: .tabs), as: UTF8.self)

  /// A whole page without its last tags.
  private static let page: String = {
    let page = String(decoding: Renderer.render(SyntheticDisclosure(seed: 7), as: .semanticHTML), as: UTF8.self)
    return page.split(separator: "\n").filter { !["</body>", "</html>", "</body></html>"].contains($0) }
      .joined(separator: "\n")
  }()

  /// The document with lines put in before the last line that is such, or the first behind the form with a title.
  private static func inserted(
    _ lines: String, behind title: String? = nil, before isNext: (Substring) -> Bool
  ) -> [UInt8] {
    var document = text.split(separator: "\n", omittingEmptySubsequences: false)
    let head = title.flatMap { title in document.firstIndex { $0.drop { $0.isNumber || "年度".contains($0) } == title } }
    let place = head.map { document[$0...].firstIndex(where: isNext) } ?? document.lastIndex(where: isNext)
    document.insert(Substring(lines), at: place ?? document.endIndex)
    return Array(document.joined(separator: "\n").utf8)
  }

  /// A word that no other number gives.
  static func word(_ number: Int) -> String {
    let letters: [Character] = Array("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥东西南北")
    var word = ""
    var rest = number + 1
    while rest > 0 {
      word.append(letters[rest % letters.count])
      rest /= letters.count
    }
    return word
  }

  /// A number in Chinese digits.
  static func numeral(_ number: Int) -> String {
    let digits: [Character] = Array("零一二三四五六七八九")
    return String("\(number + 1)".compactMap { $0.wholeNumberValue.map { digits[$0] } })
  }

  /// A code of seven digits, the same again after some hundred thousand.
  static func code(_ number: Int) -> String {
    let parts = [number % 34 + 1, number / 34 % 99 + 1, number / 3366 % 99 + 1]
    return "2" + parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
  }
}
