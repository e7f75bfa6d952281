import Accounts
import Clean
import Extract
import Foundation
import Testing

@testable import Transform

/// The errors that publishers made in the real exports beside the package, where they are there.
@Suite struct PublisherErrorsTests {
  private static let shared = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")

  private static var isAvailable: Bool { FileManager.default.fileExists(atPath: shared.appending(path: "truth").path) }

  /// What is wrong in one place, by the rule that finds it.
  private struct Wrong: CustomStringConvertible {
    var seed: String
    var rule: FindingRule
    /// The fact, or the end of the key of a project's or indicator's value; or the cell of a form.
    var place: String
    var printed: String
    var expected: String

    init(_ seed: String, _ rule: FindingRule, _ place: String, _ printed: String, _ expected: String) {
      (self.seed, self.rule, self.place, self.printed, self.expected) = (seed, rule, place, printed, expected)
    }

    var description: String { "\(seed) \(rule.rawValue) \(place)" }

    func isFound(by finding: Finding) -> Bool {
      let cell = finding.form.map { "\($0.rawValue)/\(finding.row?.rawValue ?? "")/\(finding.measure?.rawValue ?? "")" }
      return finding.rule == rule && finding.printed == printed && finding.expected == expected
        && (finding.fact.hasSuffix(place) || cell == place)
    }
  }

  private static let wrong: [Wrong] = [
    Wrong("000", .roundingDifference, "gk03/201/total", "10272100.00", "10272200.00"),
    Wrong("000", .roundingDifference, "gk03/210/total", "592100.00", "592000.00"),
    Wrong("000", .roundingDifference, "basic.total", "11600200.00", "11600300.00"),
    Wrong("000", .rateOverZero, "three_public.overseas_travel_change_rate", "126", ""),
    Wrong("001", .rowIdentityBroken, "gk09/total/budget_vehicles", "111600.00", "100000.00"),
    Wrong("001", .rowIdentityBroken, "gk09/total/budget_total", "111600.00", "123200.00"),
    Wrong("001", .narrativeFormDiffers, "general_public.class_amount", "15060100.00", "15061000.00"),
    Wrong("001", .roundingDifference, "operating_cost.total", "618200.00", "618300.00"),
    Wrong("001", .rateDiffers, "operating_cost.change_rate", "-19.9", "-16.6"),
    Wrong("001", .evaluationFormDiffers, "基本支出总额", "10643500.00", "9588400.00"),
    Wrong("001", .evaluationFormDiffers, "项目支出总额", "7496000.00", "8551000.00"),
    Wrong("001", .projectDiffers, "summary/聘用人员工作经费/actual", "610000.00", "690000.00"),
    Wrong("001", .roundingDifference, "general_public.project_use", "5343800.00", "5343900.00"),
    Wrong("001", .projectCountDiffers, "performance.projects", "9", "8"),
    Wrong("001", .scoreDiffers, "form/督查工作/score", "10", "100"),
    Wrong("002", .narrativeSubjectMissing, "gk05/2010601/total", "2010601", "201"),
    Wrong("002", .narrativeFormDiffers, "gk05/221/total", "57800.00", "578300.00"),
    Wrong("002", .roundingDifference, "gk05/208/total", "220800.00", "220900.00"),
    Wrong("002", .roundingDifference, "gk05/213/total", "32000.00", "32300.00"),
    Wrong("002", .projectDiffers, "summary/文明创建、党建、综治、档案、老干工作/actual", "40000.00", "30100.00"),
    Wrong("004", .changesDiffer, "overall.change", "4904400.00", "5102400.00"),
    Wrong("004", .duplicateSectionNumber, "", "八", ""),
    Wrong("004", .indicatorsShifted, "内容完整、保证质量/target", "≥2 次", ""),
    Wrong("004", .indicatorDiffers, "预算执行率/actual", "100%", "195%"),
  ]

  @Test(.enabled(if: isAvailable), arguments: ["000", "001", "002", "004"])
  func theErrorsOfThePublishersAreFound(seed: String) throws {
    let findings = try Self.findings(seed)
    for wrong in Self.wrong where wrong.seed == seed {
      let alike = findings.filter { $0.rule == wrong.rule }.map { "\($0.fact) \($0.printed) \($0.expected)" }
      #expect(findings.contains(where: wrong.isFound), "\(wrong): of this rule are \(alike)")
    }
  }

  private static func findings(_ prefix: String) throws -> [Finding] {
    let folder = shared.appending(path: "seeds")
    let file = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.hasPrefix(prefix) })
    let bytes = try Data(contentsOf: folder.appending(path: file))
    let cleaned = try #require(Cleaner.clean(try Extractor.extract(Array(bytes), path: file)).first)
    return Transformer.transform(cleaned).findings
  }
}
