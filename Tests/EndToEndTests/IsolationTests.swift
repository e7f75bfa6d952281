import Foundation
import Synthesis
import Testing

/// Documents are read in processes of their own, which harm nothing and nobody.
@Suite(.timeLimit(.minutes(20))) struct IsolationTests {
  let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    try folder.write("in/1.txt", bytes: Renderer.render(SyntheticDisclosure(seed: 1), as: .tabs))
  }

  /// A document that takes a while.
  private func writeLongDocument() throws {
    let page = String(decoding: Renderer.render(SyntheticDisclosure(seed: 9), as: .tabs), as: UTF8.self)
    try folder.write("in/0.txt", String(repeating: page, count: 400))
  }

  private func start(_ more: String...) throws -> Program.Running {
    try Program.start(["run", "--input", "in", "--output", "out", "--jobs", "1"] + more, in: folder.path)
  }

  /// The worker of a run, once it reads.
  private func worker(of run: Program.Running) throws -> pid_t {
    while run.process.isRunning {
      for name in try FileManager.default.contentsOfDirectory(atPath: "/proc") {
        guard let pid = pid_t(name), let fields = Self.fields(pid), fields[1] == "\(run.process.processIdentifier)",
          try FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/fd").count > 0,
          (try? String(contentsOfFile: "/proc/\(pid)/cmdline", encoding: .utf8))?.contains("worker") == true
        else { continue }
        return pid
      }
      usleep(500)
    }
    throw CocoaError(.executableNotLoadable)
  }

  /// State, parent, ... of a process; nil where there is none.
  private static func fields(_ pid: pid_t) -> [Substring]? {
    let text = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
    return text?.split(separator: ")").last?.split(separator: " ")
  }

  private static func isRunning(_ pid: pid_t) -> Bool { fields(pid).map { $0[0] != "Z" } ?? false }

  @Test(arguments: [(SIGSEGV, "SIGSEGV"), (SIGILL, "SIGILL")])
  func aDocumentThatCrashesIsQuarantinedAloneWithItsSignal(signal: Int32, name: String) throws {
    try writeLongDocument()
    let run = try start()
    let worker = try worker(of: run)
    while !Self.isBusy(worker), Self.isRunning(worker) { usleep(1_000) }
    kill(worker, signal)
    let result = run.finish()
    #expect(result.status == 1)
    let line = result.errors.split(separator: "\n").first { $0.contains("quarantined: 0.txt: ") }
    #expect(line?.contains(name) == true && line?.contains("stage=") == true, "\(result.errors)")
    let release = PublishedRelease(output: folder.path + "/out")
    let paths = try release.column("source_path", of: "documents")
    let outcomes = Dictionary(uniqueKeysWithValues: zip(paths, try release.column("outcome", of: "documents")))
    #expect(outcomes["0.txt"] == "quarantined")
    #expect(["complete", "partial"].contains(outcomes["1.txt"]))
  }

  /// Whether a process has worked for longer than it takes to start.
  private static func isBusy(_ pid: pid_t) -> Bool { fields(pid).flatMap { Int($0[11]) }.map { $0 >= 50 } ?? false }

  @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
  func aSignalIsHonouredInAHangingDocument(signal: Int32, status: Int32) throws {
    try writeLongDocument()
    let run = try start()
    let worker = try worker(of: run)
    kill(worker, SIGSTOP)
    let start = Date()
    kill(run.process.processIdentifier, signal)
    #expect(run.finish().status == status)
    #expect(Date().timeIntervalSince(start) < 20)
    #expect(!Self.isRunning(worker))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out/current"))
  }

  @Test func workersEndWithTheRun() throws {
    try writeLongDocument()
    let run = try start()
    let worker = try worker(of: run)
    kill(run.process.processIdentifier, SIGKILL)
    _ = run.finish()
    for _ in 0..<200 where Self.isRunning(worker) { usleep(50_000) }
    #expect(!Self.isRunning(worker))
  }

  @Test func aWorkerHasLittle() throws {
    try writeLongDocument()
    let run = try start()
    let worker = try worker(of: run)
    func limits() -> String { (try? String(contentsOfFile: "/proc/\(worker)/limits", encoding: .utf8)) ?? "" }
    while !Self.isBusy(worker), Self.isRunning(worker) { usleep(500) }
    kill(worker, SIGSTOP)
    defer { run.process.terminate() }
    let lines = limits().split(separator: "\n").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    #expect(lines.contains("Max core file size 0 0 bytes"))
    #expect(lines.contains("Max file size 0 0 bytes"))
    #expect(lines.contains("Max data size 2147483648 2147483648 bytes"))
    let environment = try Data(contentsOf: URL(fileURLWithPath: "/proc/\(worker)/environ"))
    #expect(!String(decoding: environment, as: UTF8.self).contains("HOME="))
    for name in try FileManager.default.contentsOfDirectory(atPath: "/proc/\(worker)/fd") {
      let target = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(worker)/fd/\(name)")
      let isItsOwn = target == folder.path + "/in/0.txt" || target.hasPrefix("anon_inode:")
      #expect(isItsOwn || ["0", "1", "2"].contains(name), "\(name) \(target)")
      #expect(["socket:", "pipe:", "/dev/null", "anon_inode:", folder.path].contains { target.hasPrefix($0) })
    }
  }

  @Test func oneProcessGivesTheSameBytes() throws {
    for seed in 2...5 {
      try folder.write(
        "in/\(seed).html", bytes: Renderer.render(SyntheticDisclosure(seed: UInt64(seed)), as: .semanticHTML))
    }
    try folder.write("in/empty.txt", "")
    var releases: [[String: Data]] = []
    for isolation in ["process", "none"] {
      let run = try Program.run(
        ["run", "--input", "in", "--output", isolation, "--isolation", isolation], in: folder.path)
      #expect(run.status == 1)
      releases.append(
        try PublishedRelease(output: folder.path + "/" + isolation).files().filter { $0.key != "run.json" })
    }
    #expect(releases[0] == releases[1] && releases[0].count > 10)
  }
}
