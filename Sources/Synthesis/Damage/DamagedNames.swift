/// Names broken, garbled or written otherwise.
extension RenderedForm {
  /// Puts line ends into some long names.
  mutating func breakNames(by random: inout SplitMix64) -> String? {
    rewriteNames(longerThan: 8, percent: 40, by: &random, "broken over lines") { name, random in
      let end = random.index(in: 6...(name.count - 1))
      return String(name.prefix(end)) + "\n" + String(name.dropFirst(end))
    }
  }

  /// Tears some names into lines of two to four characters.
  mutating func tearNames(by random: inout SplitMix64) -> String? {
    rewriteNames(longerThan: 5, percent: 30, by: &random, "torn into lines") { name, random in
      var (text, rest) = ("", 0)
      for character in name {
        if rest == 0 {
          if !text.isEmpty { text += "\n" }
          rest = random.index(in: 2...4)
        }
        text.append(character)
        rest -= 1
      }
      return text
    }
  }

  /// Prints a character of some names twice, with a space between, as joined lines do.
  mutating func doubleCharacters(by random: inout SplitMix64) -> String? {
    rewriteNames(longerThan: 5, percent: 30, by: &random, "with a doubled character") { name, random in
      let end = random.index(in: 2...(name.count - 2))
      return String(name.prefix(end)) + " " + String(name.dropFirst(end - 1))
    }
  }

  /// Replaces a character or two of some names by what a wrong conversion leaves.
  mutating func garbleNames(by random: inout SplitMix64) -> String? {
    rewriteNames(longerThan: 3, percent: 30, by: &random, "garbled") { name, random in
      var characters = Array(name)
      for _ in 0..<random.index(in: 1...2) {
        characters[random.index(in: 2...(characters.count - 1))] = random.chance(70) ? "\u{FFFD}" : "锟"
      }
      return String(characters)
    }
  }

  /// Writes all names in traditional characters.
  mutating func printTraditional() -> String? {
    var random = SplitMix64(seed: 0)
    return rewriteNames(longerThan: 1, percent: 100, by: &random, "in traditional characters") { name, _ in
      String(name.map { Self.traditional[$0] ?? $0 })
    }
  }

  /// Leaves tags of a web page in some names.
  mutating func leaveMarkup(by random: inout SplitMix64) -> String? {
    rewriteNames(longerThan: 4, percent: 25, by: &random, "with tags left in them") { name, random in
      let end = random.index(in: 2...(name.count - 2))
      return random.chance(70) ? String(name.prefix(end)) + "<br>" + String(name.dropFirst(end)) : "<p>" + name + "</p>"
    }
  }

  /// Rewrites so many percent of the names that are long enough; says how many, or nil for none.
  private mutating func rewriteNames(
    longerThan length: Int, percent: Int64, by random: inout SplitMix64, _ what: String,
    _ rewrite: (String, inout SplitMix64) -> String
  ) -> String? {
    var count = 0
    for row in rows.indices where rows[row].kind == .data {
      for column in rows[row].cells.indices where rows[row].cells[column].role == .name {
        let name = rows[row].cells[column].text
        guard name.count > length, random.chance(percent) else { continue }
        rows[row].cells[column].text = rewrite(name, &random)
        if rows[row].cells[column].text != name { count += 1 }
      }
    }
    return count > 0 ? "\(count) names \(what)" : nil
  }

  /// Characters of subject names that are written otherwise.
  private static let traditional: [Character: Character] = [
    "务": "務", "业": "業", "员": "員", "会": "會", "关": "關", "险": "險", "疗": "療", "医": "醫", "机": "機", "构": "構",
    "单": "單", "职": "職", "养": "養", "发": "發", "国": "國", "资": "資", "产": "產", "财": "財", "经": "經", "费": "費",
    "设": "設", "环": "環", "节": "節", "农": "農", "乡": "鄉", "区": "區", "科": "科", "学": "學", "术": "術", "体": "體",
    "传": "傳", "卫": "衛", "级": "級", "补": "補", "贴": "貼", "个": "個", "对": "對", "债": "債", "还": "還", "预": "預",
    "备": "備", "应": "應", "灾": "災", "运": "運", "输": "輸", "项": "項", "离": "離", "积": "積", "织": "織", "统": "統",
  ]
}
