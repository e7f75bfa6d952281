import Foundation
import Logging
import Testing

@testable import Pipeline

/// Files are named by whatever bytes the file system holds.
@Suite struct HostileNamesTests {
  let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
  }

  private func write(_ name: [UInt8], _ text: String) {
    try? FileManager.default.createDirectory(atPath: folder.path + "/in", withIntermediateDirectories: true)
    let path = FilePath(folder.path + "/in").appending(FilePath(bytes: name))
    let file = path.withCPath { fopen($0, "w") }
    fputs(text, file)
    fclose(file)
  }

  private func run(_ inputs: [String]) async throws -> [String] {
    let configuration = PipelineConfiguration(inputs: inputs, output: folder.path + "/out", jobs: 1)
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    _ = try await PipelineRun(configuration: configuration, logger: logger).execute()
    let rows = try String(contentsOfFile: folder.path + "/out/current/documents.csv", encoding: .utf8)
    return rows.split(separator: "\n").dropFirst().map { String($0.split(separator: ",")[1]) }
  }

  @Test func differentNamesNeverShareASourcePath() async throws {
    write([0xCB, 0xD4] + Array(".txt".utf8), "first")
    write([0xCE, 0xF1] + Array(".txt".utf8), "second")
    write(Array("\\xCB\\xD4.txt".utf8), "third")
    let expected = ["\\x5CxCB\\x5CxD4.txt", "\\xCB\\xD4.txt", "\\xCE\\xF1.txt"]
    #expect(try await run([folder.path + "/in"]) == expected)
    #expect(try await run([folder.path + "/in/*"]) == expected)
  }

  @Test func noSourcePathStartsAFormulaOrCommandsATerminal() async throws {
    write(Array("=cmd|calc.txt".utf8), "first")
    write(Array("a\u{1B}[2J\n.txt".utf8), "second")
    #expect(try await run([folder.path + "/in"]) == ["./=cmd|calc.txt", "a\\x1B[2J\\x0A.txt"])
  }

  @Test func aPathAsOutputsNameItIsFoundAgain() throws {
    let path = FilePath(bytes: [0xCB, 0xD4, 0x5C, 0x1B])
    #expect(FilePath(source: path.description) == path)
    #expect(path.matches(anyOf: [path.description]))
    #expect(!FilePath("b").matches(anyOf: [path.description]))
  }

  @Test func theGreatestFileThatMayBeConfiguredIsNamed() {
    let settings = PipelineSettings(inputs: ["a"], maxFileBytes: (1 << 30) + 1)
    let error = #expect(throws: RunError.self) { try settings.configuration() }
    #expect(error?.status == .configuration && error?.message.contains("1073741824") == true)
  }

  @Test func aFileAboveTheDefaultIsReadWhereTheLimitIsHigher() throws {
    let bytes = [UInt8](repeating: 0x20, count: PipelineConfiguration.defaultMaxFileBytes) + Array("\n水务局\n".utf8)
    let file = InputFile(root: "", relativePath: FilePath("a.txt"), path: FilePath("a.txt"))
    #expect(throws: (any Error).self) { try StageRunner().extract(bytes, of: file) }
    #expect(try !StageRunner(maxFileBytes: 100 << 20).extract(bytes, of: file).lines.isEmpty)
  }
}
