import Foundation
import Testing

@testable import Pipeline

/// What a night does after another: as little as possible, with the bytes of a run over everything.
@Suite struct IncrementalRunTests {
  let night: Night

  init() throws {
    night = try Night()
    try night.write("a.txt", year: 2022, figure: 1)
    try night.write("b.txt", year: 2023, figure: 2)
    try night.write("c.txt", year: 2023, district: "洪山区", figure: 3)
    try night.write("d.txt", year: 2023, figure: 4)
  }

  @Test func partitionsAreFoldersOfYearAndDivision() async throws {
    _ = try await night.run().execute()
    let folder = "fiscal_year=2023/division_code=420103"
    let current = try night.current()
    for file in ["documents/\(folder)/part.csv", "canonical/\(folder)/part.jsonl", "datapackage.json"] {
      #expect(current[file] != nil, "\(file)")
    }
    #expect(current.keys.contains { $0.hasPrefix("amounts/fiscal_year=2022/") })
  }

  @Test func aNightWithoutChangesPublishesNothing() async throws {
    let first = try await night.run().execute()
    let second = try await night.run().execute()
    #expect(first.isPublished && !second.isPublished)
    #expect(second.release == first.release)
    #expect(try night.sourcesRead(by: second).isEmpty)
    #expect(second.counts == first.counts)
  }

  @Test func onlyWhatIsNewOrChangedIsRead() async throws {
    _ = try await night.run().execute()
    try night.write("b.txt", year: 2023, figure: 20)
    try night.write("e.txt", year: 2024, figure: 5)
    let second = try await night.run().execute()
    #expect(try night.sourcesRead(by: second) == ["b.txt", "e.txt"])
    #expect(try night.current() == (await night.afresh()))
  }

  @Test func untouchedPartitionsAreTheSameFiles() async throws {
    let first = try await night.run().execute()
    try night.write("b.txt", year: 2023, figure: 20)
    let second = try await night.run().execute()
    let file = "/amounts/fiscal_year=2022/division_code=420103/part.csv"
    #expect(try number(first.release + file) == number(second.release + file))
    let touched = "/amounts/fiscal_year=2023/division_code=420103/part.csv"
    #expect(try number(first.release + touched) != number(second.release + touched))
  }

  @Test func whatIsWithdrawnIsForgotten() async throws {
    _ = try await night.run().execute()
    try night.remove("a.txt")
    try night.remove("d.txt")
    let second = try await night.run().execute()
    #expect(try night.sourcesRead(by: second).isEmpty)
    #expect(try night.current() == (await night.afresh()))
    #expect(second.counts.files.found == 2)
  }

  @Test func aFileThatOnlyHasAnotherTimeIsNotReadAgain() async throws {
    _ = try await night.run().execute()
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: night.folder.path + "/in/a.txt")
    let second = try await night.run().execute()
    #expect(!second.isPublished)
    #expect(try night.sourcesRead(by: second).isEmpty)
  }

  @Test func aDocumentThatMovesToAnotherYearLeavesItsOldPartition() async throws {
    _ = try await night.run().execute()
    try night.write("a.txt", year: 2024, figure: 1)
    _ = try await night.run().execute()
    let current = try night.current()
    #expect(!current.keys.contains { $0.contains("fiscal_year=2022") })
    #expect(current == (try await night.afresh()))
  }

  @Test func anotherProgramMakesResultsStale() async throws {
    _ = try await night.run().execute()
    let second = try await night.run(program: "two").execute()
    #expect(try night.sourcesRead(by: second).count == 4)
    #expect(try await night.run(program: "two").execute().isPublished == false)
  }

  @Test(arguments: [0, 1 << 20])
  func neitherJobsNorTheSpoolChangeAByteOfANight(spooledBytes: Int) async throws {
    let night = try Night()
    for year in 2018...2023 {
      for figure in 1...3 { try night.write("\(year)-\(figure).txt", year: year, figure: figure) }
    }
    let outputs = [1, 2, 8].map { (jobs: $0, folder: night.folder.path + "/jobs-\($0)") }
    for output in outputs { _ = try await night.run(output: output.folder).execute() }
    for year in 2019...2024 { try night.write("\(year)-2.txt", year: year, figure: 20) }
    let new = try await night.afresh()
    for output in outputs {
      var run = night.run(output: output.folder) { $0.jobs = output.jobs }
      run.spooledBytes = spooledBytes
      _ = try await run.execute()
      #expect(try night.current(output.folder) == new, "\(output.jobs) jobs")
    }
  }

  @Test func aFullRefreshReadsEverything() async throws {
    _ = try await night.run().execute()
    let second = try await night.run { $0.isFullRefresh = true }.execute()
    #expect(try night.sourcesRead(by: second).count == 4)
  }

  @Test(arguments: [
    ("?.txt", ["a.txt", "b.txt", "c.txt", "d.txt"]), ("[ab].txt", ["a.txt", "b.txt"]), ("year=2022", ["a.txt"]),
    ("division=420111", ["c.txt"]), ("division=4201*", ["a.txt", "b.txt", "c.txt", "d.txt"]),
  ])
  func aSelectionNarrowsARun(selection: String, read: [String]) async throws {
    _ = try await night.run().execute()
    let second = try await night.run {
      $0.isFullRefresh = true
      $0.selection.add(selection)
    }.execute()
    #expect(try night.sourcesRead(by: second) == read)
    #expect(try night.current() == (await night.afresh()))
  }

  @Test func whatIsNotSelectedIsNeitherReadNorForgotten() async throws {
    _ = try await night.run().execute()
    let before = try night.current()
    try night.remove("a.txt")
    try night.write("e.txt", figure: 5)
    let second = try await night.run { $0.selection.add("[bcd].txt") }.execute()
    #expect(!second.isPublished)
    #expect(try night.current() == before)
  }

  @Test func onlySourcesOfThatTimeOrLaterAreRead() async throws {
    let result = try await night.run { $0.selection.since = 1_700_000_003 * 1_000_000_000 }.execute()
    #expect(try night.sourcesRead(by: result) == ["c.txt", "d.txt"])
  }

  @Test func theFirstOfSeveralCopiesStandsForAll() async throws {
    try night.write("x.txt", year: 2022, figure: 1)
    _ = try await night.run().execute()
    try night.remove("a.txt")
    let second = try await night.run().execute()
    #expect(try night.sourcesRead(by: second) == ["x.txt"])
    #expect(try night.current() == (await night.afresh()))
    try night.write("a.txt", year: 2022, figure: 1)
    _ = try await night.run().execute()
    #expect(try night.current() == (await night.afresh()))
  }

  @Test func aLostStateMakesEverythingBeReadAgain() async throws {
    _ = try await night.run().execute()
    let before = try night.current()
    for name in ["", "-wal", "-shm"] { unlink(night.output + "/state.sqlite" + name) }
    let second = try await night.run().execute()
    #expect(try night.sourcesRead(by: second).count == 4)
    #expect(try night.current() == before)
  }

  @Test func aStateThatIsNoDatabaseIsReplaced() async throws {
    _ = try await night.run().execute()
    try Data("this is no database, but it is long enough to look like one".utf8).write(
      to: URL(fileURLWithPath: night.output + "/state.sqlite"))
    #expect(try night.sourcesRead(by: await night.run().execute()).count == 4)
  }

  @Test func aReleaseThatIsGoneIsMadeAgain() async throws {
    let first = try await night.run().execute()
    let before = try night.current()
    try FileManager.default.removeItem(atPath: first.release)
    _ = try await night.run().execute()
    #expect(try night.current() == before)
  }

  @Test func onlyTheNewestReleasesAreKept() async throws {
    for figure in 10..<14 {
      try night.write("a.txt", year: 2022, figure: figure)
      _ = try await night.run { $0.releasesKept = 2 }.execute()
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: night.output + "/releases").count == 2)
  }

  @Test func aFolderThatCannotBeReadWithdrawsNothing() async throws {
    try night.folder.write("in/deep/e.txt", "无")
    _ = try await night.run().execute()
    let before = try night.current()
    let deep = night.folder.path + "/in/deep"
    try FileManager.default.moveItem(atPath: deep, toPath: night.folder.path + "/aside")
    // A link that points at nothing: root may read any folder.
    try night.folder.link("in/deep", to: "nowhere")
    let second = try await night.run().execute()
    #expect(second.status == .quarantined)
    #expect(try night.current() == before)
  }

  private func number(_ path: String) throws -> Int {
    try #require(FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int)
  }
}
