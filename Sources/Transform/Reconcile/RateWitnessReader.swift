import Accounts

/// Finds in the narrative how much of its budget each of the three public expenses used, as a witness for gk09.
enum RateWitnessReader {
  /// The witnesses in the sections on the three public expenses.
  static func read(_ sections: [Section]) -> [RateWitness] {
    sections.filter { $0.part == .narrative || $0.part == nil }.flatMap { section in
      section.paragraphs.flatMap(witnesses)
    }
  }

  private static func witnesses(in paragraph: Paragraph) -> [RateWitness] {
    let text = NormalText(paragraph.text)
    guard text.contains("完成") else { return [] }
    return text.units.split { $0 == 0x3002 || $0 == 0x3B }.compactMap { sentence in
      witness(in: NormalText(units: sentence), line: paragraph.span.line)
    }
  }

  /// `公务接待费支出决算为0.15万元，完成年初预算的12.9%`: one item, one amount, one rate.
  private static func witness(in sentence: NormalText, line: Int) -> RateWitness? {
    guard let done = sentence.firstIndex(of: "完成"), let percent = sentence.units[done...].firstIndex(of: 0x25),
      percent - done <= 20, let budgetWord = sentence.firstIndex(of: "预算", from: done), budgetWord < percent
    else { return nil }
    let subject = NormalText(units: sentence.units[..<done])
    guard let item = item(in: subject), let rate = trailingNumber(sentence.units[done..<percent]) else { return nil }
    let scale = Int64(1_000) / power(rate.decimals)
    return RateWitness(
      budget: Measure.threePublicBudget[item], actual: Measure.threePublicActual[item], amount: nil,
      rate: rate.digits * scale, halfUnit: max(1, scale / 2), line: line)
  }

  /// The item that the last label before an amount names; nil where several do.
  private static func item(in text: NormalText) -> Int? {
    let labels: [(NormalText, Int)] = [
      ("购置及运行", 2), ("购置和运行", 2), ("公务接待费", 5), ("出国(境)", 1), ("公务用车运行", 4), ("公务用车购置费", 3), ("三公经费", 0),
    ]
    let last = labels.compactMap { label, item in text.lastIndex(of: label).map { ($0, item) } }.max { $0.0 < $1.0 }
    return last?.1
  }

  private static func trailingNumber(_ units: ArraySlice<UInt16>) -> (digits: Int64, decimals: Int)? {
    let number = units.reversed().prefix { (0x30...0x39).contains($0) || $0 == 0x2E }.reversed()
    guard !number.isEmpty, number.count <= 9 else { return nil }
    let parts = number.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard parts.count <= 2, let digits = Int64(String(decoding: parts.joined(), as: UTF16.self)) else { return nil }
    let decimals = parts.count == 2 ? parts[1].count : 0
    return decimals <= 3 ? (digits, decimals) : nil
  }

  private static func power(_ exponent: Int) -> Int64 { (0..<exponent).reduce(1) { power, _ in power * 10 } }
}

extension NormalText {
  /// The offset at which `part` last stands in it.
  fileprivate func lastIndex(of part: NormalText) -> Int? {
    var found: Int?
    var start = 0
    while let next = firstIndex(of: part, from: start) {
      found = next
      start = next + 1
    }
    return found
  }
}
