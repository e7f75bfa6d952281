import Foundation
import Synthesis
import Testing

/// The same input gives the same bytes, however it is run.
@Suite struct DeterminismTests {
  let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    for (index, layout) in Layout.allCases.enumerated() {
      let bytes = Renderer.render(SyntheticDisclosure(seed: UInt64(index)), as: layout)
      try folder.write("in/\(layout.rawValue).\(layout.isHTML ? "html" : "txt")", bytes: bytes)
      try folder.write("in/copies/\(layout.rawValue).txt", bytes: bytes)
    }
    try folder.write("in/empty.txt", "")
  }

  private func files(
    _ output: String, _ arguments: String..., folder input: String = "in", environment: [String: String] = [:]
  ) throws -> [String: Data] {
    let output = folder.path + "/" + output
    _ = try Program.run(
      ["run", "--input", folder.path + "/" + input, "--output", output] + arguments, environment: environment)
    return try PublishedRelease(output: output).files()
  }

  @Test func theNumberOfJobsChangesNoByte() throws {
    let one = try files("one", "--jobs", "1")
    #expect(one.count > 5)
    #expect(try files("two", "--jobs", "2") == one)
    #expect(try files("many", "--jobs", "16") == one)
  }

  @Test func theOrderInWhichFilesWereMadeChangesNoByte() throws {
    let one = try files("one")
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/in").sorted().reversed() {
      let content = FileManager.default.contents(atPath: folder.path + "/in/" + name)
      if let content { try folder.write("again/" + name, bytes: Array(content)) }
    }
    #expect(try files("two", folder: "again") == one)
  }

  @Test func neitherLocaleNorTimeZoneChangesAByte() throws {
    let one = try files("one", environment: ["LC_ALL": "C", "TZ": "UTC"])
    for (index, place) in [("tr_TR.UTF-8", "Asia/Shanghai"), ("zh_CN.GB18030", "America/St_Johns")].enumerated() {
      let environment = ["LC_ALL": place.0, "LANG": place.0, "TZ": place.1]
      #expect(try files("\(index)", environment: environment) == one, "\(place)")
    }
  }

  @Test func aSecondRunMakesASecondReleaseWithTheSameBytes() throws {
    let first = try files("out")
    let second = try files("out")
    #expect(first == second)
    let releases = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out/releases").sorted()
    #expect(releases.count == 2)
    let current = try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/out/current")
    #expect(current.hasSuffix(releases.last ?? "?"))
  }

  @Test func identicalBytesAreOneDocument() throws {
    _ = try files("out")
    let ids = try PublishedRelease(output: folder.path + "/out").column("document_id", of: "documents")
    #expect(Set(ids).count == ids.count)
  }
}
