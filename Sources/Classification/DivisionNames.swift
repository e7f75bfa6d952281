/// The names that a division goes by.
enum DivisionNames {
  /// Whether `name` is in force as it stands, shortened, or without the word that says what it is.
  enum Kind: Sendable {
    /// The official name, or a county's name without the peoples that it is named after (`长阳县`).
    case full
    /// A province or prefecture by its bare name (`武汉`).
    case bare
  }

  /// All names of a division: the official one first.
  static func names(of division: Division) -> [(name: [UInt16], kind: Kind)] {
    let official = Array(division.name.utf16)
    var names = [(name: official, kind: Kind.full)]
    switch division.level {
    case .county:
      for (ending, short) in autonomousCounties where hasSuffix(official, ending) {
        names.append((withoutPeoples(official.dropLast(ending.count)) + short, .full))
      }
    case .city, .province:
      if hasSuffix(official, autonomousPrefecture) {
        let bare = withoutPeoples(official.dropLast(autonomousPrefecture.count))
        names.append((bare + Array("州".utf16), .full))
        names.append((bare, .bare))
      } else if let ending = endings.first(where: { hasSuffix(official, $0) }) {
        let bare = withoutPeoples(official.dropLast(ending.count))
        if bare.count > 1 { names.append((bare, .bare)) }
      }
    }
    return names
  }

  private static func hasSuffix(_ name: [UInt16], _ suffix: [UInt16]) -> Bool {
    name.count > suffix.count && name.suffix(suffix.count).elementsEqual(suffix)
  }

  /// Cuts the peoples from the end of an autonomous division's name; what is left has two characters or more.
  private static func withoutPeoples(_ name: ArraySlice<UInt16>) -> [UInt16] {
    var rest = Array(name)
    while let people = peoples.first(where: { hasSuffix(rest, $0) && rest.count >= $0.count + 2 }) {
      rest.removeLast(people.count)
    }
    if rest.count > 2, rest.last == clan { rest.removeLast() }
    return rest
  }

  private static let clan: UInt16 = 0x65CF  // 族
  private static let autonomousPrefecture = Array("自治州".utf16)
  private static let autonomousCounties = [("自治县", "县"), ("自治旗", "旗")].map { (Array($0.utf16), Array($1.utf16)) }
  private static let endings = ["特别行政区", "自治区", "省", "市", "地区"].map { Array($0.utf16) }
  private static let peoples = [
    "土家族", "布依族", "景颇族", "傈僳族", "独龙族", "哈尼族", "蒙古族", "朝鲜族", "哈萨克族", "柯尔克孜", "维吾尔",
    "塔吉克", "达斡尔族", "鄂温克族", "毛南族", "仫佬族", "仡佬族", "拉祜族", "布朗族", "纳西族", "普米族", "撒拉族",
    "裕固族", "东乡族", "保安族", "达斡尔", "哈萨克", "蒙古", "锡伯", "各族", "苗族", "侗族", "藏族", "羌族", "彝族", "白族",
    "傣族", "怒族", "壮族", "瑶族", "回族", "满族", "畲族", "黎族", "水族", "佤族", "土族",
  ].map { Array($0.utf16) }
}
