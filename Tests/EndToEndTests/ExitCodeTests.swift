import Foundation
import Synthesis
import Testing

/// The exit codes that scripts rely on.
@Suite struct ExitCodeTests {
  let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    try folder.write("in/good.txt", bytes: Renderer.render(SyntheticDisclosure(seed: 1), as: .tabs))
  }

  private func run(_ arguments: String...) throws -> Program.Result {
    try Program.run(["run"] + arguments, in: folder.path)
  }

  @Test func aRunWithoutAnythingQuarantinedSucceeds() throws {
    let result = try run("--input", "in", "--output", "out")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("out/releases/"))
    #expect(result.output.contains("documents  1: "))
  }

  @Test func namingNothingToReadIsAUsageError() throws {
    #expect(try run().status == 64)
    #expect(try run("--jobs", "none").status == 64)
    #expect(try Program.run(["frobnicate"]).status == 64)
  }

  @Test(arguments: [
    ["--jobs", "9223372036854775807"], ["--jobs", "1025"], ["--max-file-bytes", "9223372036854775807"],
    ["--since", "9223372036854775807s"], ["--since", "1e300d"],
  ])
  func aNumberBeyondItsRangeIsAUsageErrorThatNamesTheRange(options: [String]) throws {
    let result = try Program.run(["run", "--input", "in", "--output", "out"] + options, in: folder.path)
    #expect(result.status == 64)
    #expect(result.errors.contains("from 1 to ") || result.errors.contains("between 1678 and 2262"))
  }

  @Test func aMissingInputIsNamed() throws {
    let result = try run("--input", "in", "--input", "nowhere")
    #expect(result.status == 66)
    #expect(result.errors.contains("nowhere"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/juesuan-output"))
  }

  @Test func anOutputThatCannotBeWrittenIsAnInputOutputError() throws {
    let result = try run("--input", "in", "--output", "in/good.txt/out")
    #expect(result.status == 74)
    #expect(result.errors.contains("in/good.txt"))
  }

  @Test func anOutputThatAnotherRunHoldsIsLocked() throws {
    try folder.write("out/.lock", "")
    let descriptor = open(folder.path + "/out/.lock", O_RDWR)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    #expect(try run("--input", "in", "--output", "out").status == 75)
  }

  @Test func aWrongPipelineFileIsAConfigurationErrorWithFileAndLine() throws {
    try folder.write("pipeline.yaml", "inputs: in\njbos: 2\n")
    let result = try run("pipeline.yaml")
    #expect(result.status == 78)
    #expect(result.errors.contains("pipeline.yaml:2: "))
    #expect(result.errors.contains("'jobs'"))
  }

  @Test func aPipelineFileSaysWhatToReadRelativeToItself() throws {
    try folder.write("pipelines/p.yaml", "inputs: ../in\noutput: ../out\n")
    let result = try run("pipelines/p.yaml")
    #expect(result.status == 0, "\(result.errors)")
    #expect(try PublishedRelease(output: folder.path + "/out").column("source_path", of: "documents") == ["good.txt"])
  }

  @Test(.timeLimit(.minutes(20)), arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
  func aSignalStopsARunWithoutARelease(signal: Int32, status: Int32) throws {
    for index in 0..<3_000 { try folder.write("in/\(index).txt", "没有表格 \(index)") }
    let running = try Program.start(["run", "--input", folder.path + "/in", "--output", folder.path + "/out"])
    while !running.errors.contains("run started"), running.process.isRunning { usleep(500) }
    kill(running.process.processIdentifier, signal)
    let result = running.finish()
    #expect(result.status == status)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out/current"))
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out")
    #expect(left.sorted() == [".lock", "releases", "runs"])
  }
}
