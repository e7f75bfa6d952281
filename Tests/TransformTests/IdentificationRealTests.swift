import Accounts
import Clean
import Extract
import Foundation
import Testing

@testable import Transform

/// Identifies the real exports beside the package, where they are there.
@Suite struct IdentificationRealTests {
  private static let shared = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")

  private static var isAvailable: Bool { FileManager.default.fileExists(atPath: shared.appending(path: "truth").path) }

  /// The real export whose name begins with `prefix`, cleaned.
  private func identify(_ prefix: String) throws -> (Identification, [Finding]) {
    for folder in ["seeds", "corpus"] {
      let files = try FileManager.default.contentsOfDirectory(atPath: Self.shared.appending(path: folder).path)
      guard let file = files.first(where: { $0.hasPrefix(prefix) }) else { continue }
      let bytes = try Data(contentsOf: Self.shared.appending(path: "\(folder)/\(file)"))
      let extracted = try Extractor.extract(Array(bytes), path: file)
      let document = try #require(Cleaner.clean(extracted).first)
      return Identifier.identify(document, printedReporters: document.tables.map(\.reporter))
    }
    throw CocoaError(.fileNoSuchFile)
  }

  @Test(
    .enabled(if: isAvailable),
    arguments: [
      ("000_", 2024, "武汉市江汉区人民政府办公室", "420103", "2025-10-31"),
      ("001_", 2021, "武汉市江汉区人民政府办公室", "420103", ""),
      ("002_", 2024, "中国共产党武汉市汉阳区委员会办公室本级", "420105", "2025-09-29"),
      ("004_", 2024, "武汉市新洲区人民政府办公室", "420117", "2025-10-22"),
      ("008_", 2024, "上海市普陀区规划和自然资源局", "310107", ""),
      ("108_", 2024, "上海市普陀区规划和自然资源局", "310107", ""),
      ("208_", 2024, "上海市普陀区规划和自然资源局", "310107", ""),
    ])
  func finalAccountsAreIdentified(
    prefix: String, year: Int, unitName: String, division: String, published: String
  ) throws {
    let (identification, findings) = try identify(prefix)
    #expect(identification.reportKind == .finalAccount)
    #expect(identification.fiscalYear == FiscalYear(year))
    #expect(identification.unitName == unitName)
    #expect(identification.divisionCode == division)
    #expect(identification.publishedOn == published)
    #expect(findings.isEmpty)
  }

  @Test(.enabled(if: isAvailable)) func aBudgetIsTold() throws {
    let (identification, _) = try identify("budget_")
    #expect(identification.reportKind == .budget)
    #expect(identification.fiscalYear == FiscalYear(2024))
    #expect(identification.unitName == "上海市普陀区人民政府万里街道办事处")
    #expect(identification.divisionCode == "310107")
  }
}
