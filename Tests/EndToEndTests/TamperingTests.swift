import Foundation
import Testing

/// `juesuan check` on a release of samples: all holds as it was published, and nothing that was altered passes.
@Suite struct TamperingTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The inputs of one run and the output folder that it made, shared by the tests.
  private struct Published {
    let scratch: ScratchFolder
    var inputs: String { scratch.path + "/in" }
    var output: String { scratch.path + "/out" }
  }

  private static let published = Result { () throws -> Published in
    let published = Published(scratch: try ScratchFolder())
    try FileManager.default.createDirectory(atPath: published.inputs, withIntermediateDirectories: true)
    for name in ["01-bureau-2024.txt", "02-school-2023.txt", "07-damaged-2024.txt"] {
      try FileManager.default.copyItem(atPath: "\(root)/Samples/\(name)", toPath: "\(published.inputs)/\(name)")
    }
    let result = try Program.run(["run", "--input", published.inputs, "--output", published.output])
    try #require(result.status == 0, "\(result.errors)")
    return published
  }

  @Test func anUntouchedReleaseHolds() throws {
    let published = try Self.published.get()
    let result = try Program.run(["check", published.output, "--input", published.inputs])
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    #expect(result.output.hasPrefix("All holds: 3 documents, "))
  }

  @Test func allSamplesHold() throws {
    let scratch = try ScratchFolder()
    let samples = Self.root + "/Samples"
    let run = try Program.run(
      ["run", "Pipelines/samples.yaml", "--output", scratch.path + "/out"], in: Self.root)
    #expect(run.status == 0, "\(run.errors)")
    let result = try Program.run(["check", scratch.path + "/out", "--input", samples])
    #expect(result.status == 0, "\(result.output)\(result.errors)")
  }

  @Test(arguments: Tampering.allCases, [false, true])
  func whatWasAlteredFailsAndIsNamed(tampering: Tampering, isRehashed: Bool) throws {
    // Whoever alters a hash does not make it right again.
    if isRehashed, tampering == .packageHash { return }
    let published = try Self.published.get()
    let scratch = try ScratchFolder()
    let release = try TamperedRelease(copying: published.output + "/current", into: scratch)
    let inputs = scratch.path + "/in"
    try FileManager.default.copyItem(atPath: published.inputs, toPath: inputs)
    try tampering.apply(to: release, inputs: inputs)
    if isRehashed { try release.rehash() }
    let result = try Program.run(
      ["check", release.folder, "--all"] + (tampering.needsSources ? ["--input", inputs] : []))
    #expect(result.status == 65, "\(tampering): \(result.output)\(result.errors)")
    #expect(result.output.contains(tampering.place), "\(tampering): \(result.output.prefix(2_000))")
    #expect(!isRehashed || !result.output.contains(" hash: package:"), "\(result.output.prefix(2_000))")
  }

  @Test func fewRowsAreShownUnlessAllAreAskedFor() throws {
    let published = try Self.published.get()
    let scratch = try ScratchFolder()
    let release = try TamperedRelease(copying: published.output + "/current", into: scratch)
    try release.edit("amounts.csv", where: [",0.995,"]) { $0.replacingOccurrences(of: ",0.995,", with: ",0.910,") }
    let few = try Program.run(["check", release.folder])
    let all = try Program.run(["check", release.folder, "--all"])
    #expect(few.status == 65 && all.status == 65)
    #expect(few.output.split(separator: "\n").count == 101)
    #expect(few.output.contains("--all prints them"))
    #expect(all.output.split(separator: "\n").count > 300)
    withExtendedLifetime(scratch) {}
  }

  @Test func aMissingReleaseIsAMissingInput() throws {
    #expect(try Program.run(["check", try ScratchFolder().path + "/nowhere"]).status == 66)
  }
}
