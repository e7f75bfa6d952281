import Accounts
import Classification

/// The lines of expenditure by class (类) that gk01 and gk04 print in a fiscal year.
struct ClassLines {
  /// The codes in the order of the lines.
  let codes: [String]

  /// The lines of `year`; the lines for debt and for special bonds are left out by some provinces.
  init(year: FiscalYear, hasDebt: Bool) {
    var codes = [
      "201", "202", "203", "204", "205", "206", "207", "208", "210", "211", "212", "213", "214", "215", "216", "217",
      "219", "220", "221", "222",
    ]
    if year.year >= 2020 { codes.append("223") }
    if year.year >= 2019 { codes.append("224") }
    codes.append("229")
    if hasDebt {
      codes += ["231", "232"]
      if year.year >= 2020 { codes.append("234") }
    }
    self.codes = codes
  }
}

/// Chinese numerals, as forms and headings count with them.
enum ChineseNumeral {
  private static let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  /// `一` to `九十九`.
  static func text(_ number: Int) -> String {
    let tens = number / 10 == 0 ? "" : (number / 10 == 1 ? "" : digits[number / 10]) + "十"
    return tens + digits[number % 10]
  }
}
