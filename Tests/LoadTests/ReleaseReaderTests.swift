import Accounts
import Foundation
import Testing

@testable import Load

@Suite struct ReleaseReaderTests {
  private let scratch: ScratchDirectory
  private let reader: ReleaseReader

  init() throws {
    scratch = try ScratchDirectory()
    try publish([Fixtures.tiny(), Fixtures.awkward()], to: scratch.path)
    reader = ReleaseReader(directory: "\(scratch.path)/current")
  }

  @Test func tellsWhereAValueCameFromAndWhatWasDoneToIt() throws {
    let story = try reader.story(of: "gk05//2010301/basic", in: "0123456789abcdef")
    #expect(story.document["source_path"] == "a/tiny.txt")
    #expect(story.value["amount"] == "8777300.00")
    #expect(story.provenance.value == Decimal(string: "8777300.00").map(ProvenanceRecord.Value.number))
    #expect(story.provenance.source?.line == 42)
    #expect(story.provenance.steps.map(\.rule) == ["complete-code"])
    #expect(story.repairs.map { $0["printed"] } == ["201030"])
    #expect(story.findings.isEmpty)
  }

  @Test func findsTheFindingsOfTheCellAndOfItsRow() throws {
    let cell = try reader.story(of: "gk09//total/actual_total", in: "fedcba9876543210")
    let row = try reader.story(of: "gk01/revenue/other/amount", in: "fedcba9876543210")
    #expect(cell.findings.map { $0["rule"] } == ["row-identity-broken"])
    #expect(row.findings.map { $0["rule"] } == ["alignment-undecided"])
  }

  @Test func readsNamesWithQuotesAndLineEnds() throws {
    let story = try reader.story(of: "gk09//total/actual_total", in: "fedcba9876543210")
    #expect(story.value["unit_name"] == "测试市\"甲\"局,\n办公室")
    #expect(story.value["name_printed"] == "合\n计")
    #expect(story.provenance.source?.xpath == "/html/body/table[1]/tr[2]/td[3]")
  }

  @Test func aDerivedValueHasNoSource() throws {
    let story = try reader.story(of: "gk01/expenditure/grand_total/amount", in: "fedcba9876543210")
    #expect(story.provenance.source == nil)
    #expect(story.value["status"] == "derived")
  }

  @Test func saysWhichDocumentOrKeyIsUnknown() {
    #expect(throws: ReleaseReaderError.unknownDocument(id: "none")) {
      try reader.story(of: "gk05//2010301/basic", in: "none")
    }
    #expect(throws: ReleaseReaderError.unknownKey(key: "gk05//1/basic", documentID: "0123456789abcdef")) {
      try reader.story(of: "gk05//1/basic", in: "0123456789abcdef")
    }
  }

  @Test func saysWhichFileIsMissing() {
    let reader = ReleaseReader(directory: "\(scratch.path)/nowhere")
    let error = #expect(throws: ReleaseReaderError.self) { try reader.story(of: "k", in: "d") }
    #expect(error?.description.hasPrefix("cannot read \(scratch.path)/nowhere/documents.csv: ") == true)
  }
}
