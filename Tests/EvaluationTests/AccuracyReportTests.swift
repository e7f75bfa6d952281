import Evaluation
import Foundation
import Testing

/// What the report prints.
@Suite struct AccuracyReportTests {
  private let set: WrittenSet

  init() throws {
    set = try WrittenSet(
      truth: [
        "gk01,revenue,grand_total,amount,3.00,,true,false", "gk05,,201,total,1.00,cut-codes,true,true",
        "gk05,,201,basic,2.00,cut-codes,false,true",
      ],
      amounts: [
        "gk01,revenue,grand_total,amount,3.00,reported,0.990,printed,,",
        "gk05,,201,total,1.00,aligned,0.970,forced,,", "gk05,,201,basic,4.00,derived,0.900,minimal,,",
      ])
  }

  private func report(_ format: AccuracyReport.Format, errors: Int = 0) throws -> String {
    AccuracyReport(try set.evaluation(), errors: errors).text(as: format)
  }

  private func rows(_ table: String) throws -> [[String: Any]] {
    let object = try JSONSerialization.jsonObject(with: Data(try report(.json, errors: 5).utf8))
    return try #require((object as? [String: Any])?[table] as? [[String: Any]])
  }

  @Test func everyFormHasARowAndTheSumIsTheLast() throws {
    let forms = try rows("forms")
    #expect(forms.map { $0["form"] as? String } == ["gk01", "gk05", "all"])
    #expect(forms.map { $0["cells"] as? Int } == [1, 2, 3])
    #expect(forms.last?["right_share"] as? Double == 0.66666)
  }

  @Test func damageIsCountedByCellAndByDocument() throws {
    let cells = try rows("damaged_cells")
    #expect(cells.map { $0["damage"] as? String } == ["none", "cut-codes"])
    #expect(cells.map { $0["wrong"] as? Int } == [0, 1])
    #expect(try rows("damaged_documents").map { $0["cells"] as? Int } == [3])
  }

  @Test func fieldsOfDocumentsAreCompared() throws {
    let right = try rows("documents").map { ($0["what"] as? String ?? "", $0["right"] as? Int ?? -1) }
    #expect(right.filter { $0.1 == 0 }.map(\.0) == ["published_on"])
    #expect(right.count == 6)
  }

  @Test func calibrationSaysWhatWasPublishedAndWhatWasObserved() throws {
    let classes = try rows("calibration")
    #expect(classes.map { $0["confidence"] as? String } == ["0.990", "0.970", "0.900"])
    #expect(classes.map { $0["difference"] as? Double } == [0.01, 0.03, -0.9])
  }

  @Test func wrongValuesAreListedOnlyWhereAskedFor() throws {
    #expect(try rows("wrong_values").map { $0["key"] as? String } == ["gk05//201/basic"])
    #expect(try !report(.text).contains("Wrong values"))
  }

  @Test func columnsOfTheTextAreAligned() throws {
    let lines = try report(.text).split(separator: "\n").filter { $0.hasPrefix("gk0") || $0.hasPrefix("form ") }
    #expect(lines.count == 3)
    #expect(Set(lines.map(\.count)).count == 1)
  }

  @Test func theCSVHasOneLineForEachNumber() throws {
    let lines = try report(.csv).split(separator: "\n")
    #expect(lines.first == "table,row,column,value")
    #expect(lines.contains("forms,gk05,wrong,1"))
    #expect(lines.contains("calibration,aligned forced 0.970,right_share,1.00000"))
    #expect(lines.allSatisfy { $0.filter { $0 == "," }.count == 3 })
  }
}
