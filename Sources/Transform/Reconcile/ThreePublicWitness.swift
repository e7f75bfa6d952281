import Accounts

/// What the narrative says of one of the three public expenses: its budget, its actual amount, how much of the one the
/// other is.
struct ThreePublicWitness: Equatable {
  /// The printed share of the budget that was spent.
  struct Rate: Equatable {
    /// In thousandths of a percent: 52600 for 52.6 %.
    var thousandths: Int128
    /// Half a unit of its last digit.
    var halfUnit: Int128
  }

  /// The place of the item in the template: 0 total to 5 reception.
  var item: Int
  /// The budget as printed.
  var budget: StatedMoney?
  /// The actual amount as printed.
  var actual: StatedMoney?
  var rate: Rate?
  var line: Int
}

extension ThreePublicWitness {
  /// The witnesses in the narrative: one for each clause that names one item and prints a figure of it.
  static func read(_ sections: [Section]) -> [ThreePublicWitness] {
    sections.filter { $0.part == .narrative || $0.part == nil }.flatMap { section in
      section.paragraphs.flatMap { paragraph in
        let text = NormalText(paragraph.text)
        guard labels.contains(where: { text.contains($0.0) }) else { return [ThreePublicWitness]() }
        return clauses(of: text).compactMap { witness(in: $0, line: paragraph.span.line) }
      }
    }
  }

  /// The stretches between full stops, semicolons and 其中.
  private static func clauses(of text: NormalText) -> [NormalText] {
    text.units.split { $0 == 0x3002 || $0 == 0x3B }.flatMap { sentence -> [NormalText] in
      let whole = NormalText(units: sentence)
      guard let part = whole.firstIndex(of: "其中") else { return [whole] }
      return [NormalText(units: whole.units[..<part]), NormalText(units: whole.units[part...])]
    }
  }

  private static func witness(in clause: NormalText, line: Int) -> ThreePublicWitness? {
    let named = Set(labels.filter { clause.contains($0.0) }.map(\.1))
    guard named.count == 1, let item = named.first else { return nil }
    let witness = ThreePublicWitness(
      item: item, budget: StatedMoney.read(behind: "预算", in: clause),
      actual: StatedMoney.read(behind: "决算", in: clause), rate: rate(in: clause), line: line)
    return witness.budget == nil && witness.actual == nil && witness.rate == nil ? nil : witness
  }

  /// `公务用车购置及运行维护费` is no 公务用车购置费, so no label is part of another.
  private static let labels: [(NormalText, Int)] = [
    ("购置及运行", 2), ("购置和运行", 2), ("公务接待费", 5), ("出国(境)", 1), ("公务用车运行", 4), ("公务用车购置费", 3), ("三公经费", 0),
  ]

  /// The rate in `完成年初预算的52.6%`.
  private static func rate(in clause: NormalText) -> Rate? {
    guard let done = clause.firstIndex(of: "完成"), let of = clause.firstIndex(of: "预算", from: done), of - done <= 8
    else {
      return nil
    }
    let start = clause.units[(of + 2)...].firstIndex { $0 != 0x6570 && $0 != 0x7684 }  // 数 的
    guard let start, let (number, end) = PrintedNumber.leading(clause.units, at: start), clause.holds("%", at: end),
      let thousandths = number.scaled(to: 3)
    else { return nil }
    return Rate(thousandths: thousandths, halfUnit: max(1, PrintedNumber.power(3 - number.decimals) / 2))
  }
}
