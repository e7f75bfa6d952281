import Accounts

/// One of the disclosures that are committed in the folder `Samples`.
public struct Sample: Sendable {
  /// The name of its file.
  public let fileName: String
  /// What it says.
  public let disclosure: SyntheticDisclosure
  /// How it is exported.
  public let layout: Layout
  /// Its encoding.
  public let encoding: TextEncoding

  /// The bytes of the file.
  public var bytes: [UInt8] { Renderer.render(disclosure, as: layout, encoding: encoding) }

  /// All samples: text in five layouts, pages in two encodings, one badly damaged.
  public static var all: [Sample] {
    [
      Sample(
        fileName: "01-bureau-2024.txt",
        disclosure: SyntheticDisclosure(seed: 101, style: .numbered, kind: .bureau, year: FiscalYear(2024)),
        layout: .tabs, encoding: .utf8),
      Sample(
        fileName: "02-school-2023.txt",
        disclosure: SyntheticDisclosure(seed: 102, style: .plain, kind: .school, year: FiscalYear(2023)),
        layout: .spaces, encoding: .utf8WithMark),
      Sample(
        fileName: "03-hospital-2021.txt",
        disclosure: SyntheticDisclosure(seed: 103, style: splitCodes, kind: .hospital, year: FiscalYear(2021)),
        layout: .pipes, encoding: .utf8),
      Sample(
        fileName: "04-street-2019.txt",
        disclosure: SyntheticDisclosure(seed: 104, style: .plain, kind: .street, year: FiscalYear(2019)),
        layout: .cells, encoding: .gb18030),
      Sample(
        fileName: "05-court-2022.html",
        disclosure: SyntheticDisclosure(seed: 105, style: .numbered, kind: .court, year: FiscalYear(2022)),
        layout: .semanticHTML, encoding: .utf8),
      Sample(
        fileName: "06-committee-2020.html",
        disclosure: SyntheticDisclosure(seed: 106, style: inYuan, kind: .partyCommittee, year: FiscalYear(2020)),
        layout: .officeHTML, encoding: .gb18030),
      Sample(fileName: "07-damaged-2024.txt", disclosure: damaged, layout: .tabs, encoding: .utf8),
      Sample(
        fileName: "08-hospital-2018.txt",
        disclosure: SyntheticDisclosure(seed: 108, style: .numbered, kind: .hospital, year: FiscalYear(2018)),
        layout: .mixed, encoding: .utf16LittleEndian),
    ]
  }

  /// What the samples are known to print, as CSV with the columns `source_path, form, side, row, measure, amount`.
  public static var truth: String {
    var text = "source_path,form,side,row,measure,amount\n"
    for sample in all {
      for row in sample.disclosure.truth {
        let key = row.key
        text +=
          "\(sample.fileName),\(key.form.rawValue),\(key.side.rawValue),\(key.row),\(key.measure.rawValue),\(row.amount)\n"
      }
    }
    return text
  }

  private static var splitCodes: Style {
    var style = Style.numbered
    style.codeColumns = .split
    style.threePublicShape = .rows
    style.blank = .dash
    style.totalRow = .last
    return style
  }

  private static var inYuan: Style {
    var style = Style.plain
    style.moneyUnit = .yuan
    style.isGrouped = true
    style.hasTitleInTable = true
    style.blank = .zero
    return style
  }

  private static var damaged: SyntheticDisclosure {
    var style = Style.numbered
    style.printsIdentities = true
    return SyntheticDisclosure(seed: 107, style: style, kind: .bureau, year: FiscalYear(2024))
      .damaged(
        by: [
          .cutCodes, .cutNames, .lostColumn, .lostTotal, .misreadLetters, .spacedNumbers, .fullWidth, .splitRow,
          .repeatedHeader, .softLineEnds,
        ], seed: 7)
  }
}
