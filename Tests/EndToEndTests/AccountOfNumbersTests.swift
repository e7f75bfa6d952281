import Accounts
import Clean
import Extract
import Foundation
import Testing
import Transform

/// Every numeric token of every input is accounted for.
@Suite struct AccountOfNumbersTests {
  private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func files(_ folder: String) -> [String] {
    let url = package.appending(path: folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".html") }.sorted().map { "\(folder)/\($0)" }
  }

  @Test(arguments: files("Samples") + files("../shared/seeds") + files("../shared/corpus"))
  func tokensAddUpAndFewHaveNoPlace(file: String) throws {
    let bytes = try Data(contentsOf: Self.package.appending(path: file))
    let extracted = try Extractor.extract(Array(bytes), path: file)
    let documents = Cleaner.clean(extracted).map { Transformer.transform($0) }
    let accounts = documents.map(\.numbers)
    #expect(accounts.map(\.total).reduce(0, +) == Self.tokens(extracted))
    for document in documents {
      let unplaced = document.findings.count { $0.rule == .unplacedNumber }
      #expect(document.numbers.unplaced == unplaced)
      // Numbers that damage has parted from their cells have no place; the exports as they are published have few.
      if !file.contains("damaged") {
        #expect(unplaced * 50 <= document.numbers.total, "\(unplaced) of \(document.numbers.total)")
      }
    }
  }

  /// The runs of digits of a source, counted without the program's own scanner.
  private static func tokens(_ extracted: ExtractedDocument) -> Int {
    let number = /[0-9０-９]+([.,．，][0-9０-９]+)*/
    return extracted.lines.flatMap(\.cells).reduce(0) { $0 + $1.text.matches(of: number).count }
  }
}
