import Accounts

/// Checks that each fact has the unit, the base and the sign that its name allows, and that its print gives its value.
enum FactCheck {
  /// Reads the printed numbers of all facts of a document anew.
  ///
  /// - Parameter printed: what provenance says is printed, by the keys of the facts.
  static func check(
    _ rows: [TableRow], printed: [String: String], in document: String, _ journal: inout Journal
  ) {
    for row in rows {
      journal.apply(.value)
      let key = NarrativeRow(row, of: "facts")?.key ?? ""
      for problem in problems(of: row, printed: printed[key] ?? row["value_printed"]) {
        journal.fail(
          .value, "facts", document, key: key,
          published: "\(row["value"]) \(row["unit"]) for \(row["value_printed"])", problem)
      }
    }
  }

  private static func problems(of row: TableRow, printed: String) -> [String] {
    var problems: [String] = []
    func demand(_ holds: Bool, _ problem: String) {
      if !holds { problems.append(problem) }
    }
    let (fact, value) = (row["fact"], row["value"])
    let isChange = fact.hasSuffix("change") || fact.hasSuffix("change_rate")
    let isAmbiguous = row["status"] == Status.ambiguous.rawValue
    demand(row["unit"] == unit(of: fact), "it is measured in \(unit(of: fact))")
    demand(value.isEmpty == isAmbiguous, "only an ambiguous fact has no value")
    demand(isChange || !value.hasPrefix("-") || fact.hasSuffix("_balance"), "only a change is negative")
    demand(
      row["base"].isEmpty == !(isChange || fact.hasSuffix("completion_rate")),
      "a change and a completion have a base, nothing else has")
    if !isAmbiguous {
      demand(gives(printed, value, row["unit"]), "its print does not give it")
    }
    return problems
  }

  /// The unit in which a fact is measured.
  private static func unit(of fact: String) -> String {
    if fact.hasSuffix("rate") || fact.hasSuffix("share") { return "percent" }
    let counts = [
      "_groups", "_persons", "_count", "_fleet", "_batches", "assets.vehicles", "assets.vehicles_by_kind",
      "assets.equipment_over_1m", "assets.equipment_over_500k", "performance.projects", "staff.establishment",
      "staff.in_service", "staff.retired",
    ]
    return counts.contains { fact.hasSuffix($0) } ? "count" : "yuan"
  }

  /// Whether a number, as printed with its unit or as one of a list whose last number has it, is a value up to its sign.
  private static func gives(_ printed: String, _ value: String, _ unit: String) -> Bool {
    let scalars = printed.unicodeScalars.filter {
      !NumeralReader.isPassedOver($0) && !NumeralReader.isQuotationMark($0) && !Characters.isInvisible($0)
    }
    let end = scalars.firstIndex { !isOfNumber($0) } ?? scalars.endIndex
    let number = String(String.UnicodeScalarView(scalars[..<end]))
    guard let numeral = NumeralReader(number), let parts = Decimals.parts(of: value) else { return false }
    let digits = numeral.digits.magnitude
    guard unit == "yuan" else { return parts.digits.magnitude == digits && parts.decimals == numeral.decimals }
    // A mark on a unit leaves it the unit; one on a digit makes another digit of it.
    let word = String(String.UnicodeScalarView(scalars[end...].filter { !Characters.isAltering($0) }))
    let units = MoneyUnit.allCases.filter { word.isEmpty || $0.rawValue.hasPrefix(word) }
    return units.contains { money in
      guard let stated = numeral.thousandths(unit: Int128(money.yuan)), parts.decimals == 2 else { return false }
      return (stated.magnitude + 5) / 10 == parts.digits.magnitude
    }
  }

  private static func isOfNumber(_ scalar: Unicode.Scalar) -> Bool {
    Characters.digit(scalar) != nil || Characters.chineseDigit(scalar) != nil || marks.contains(scalar)
  }

  private static let marks = Set("-－−—–.．。,，\u{66B}\u{66C}OolI|".unicodeScalars)
}
