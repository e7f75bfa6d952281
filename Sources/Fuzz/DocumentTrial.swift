import Foundation

/// Runs the program over some documents and says what is wrong with what it did.
struct DocumentTrial {
  private let program: String
  private let folder: URL
  /// Whether what was made of the documents is checked too.
  private let checks: Bool

  init(program: String, checks: Bool) throws {
    self.program = program
    self.checks = checks
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("juesuan-fuzz-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Removes everything that the trials wrote.
  func remove() {
    try? FileManager.default.removeItem(at: folder)
  }

  /// What is wrong; nil where all holds.
  ///
  /// - Parameter thoroughly: Whether runs are compared and what they made is checked; else one run must end well.
  func complaint(about files: [MutatedFile], thoroughly: Bool = true) throws -> String? {
    let names = thoroughly ? ["1", "2", "4"] : ["1"]
    for name in names + ["inputs", "reversed"] {
      try? FileManager.default.removeItem(at: folder.appendingPathComponent(name))
    }
    try write(files, into: "inputs")
    try write(files.reversed(), into: "reversed")
    for jobs in names {
      let inputs = path(jobs == "2" ? "reversed" : "inputs")
      let arguments = ["run", "--input", inputs, "--output", path(jobs), "--jobs", jobs, "--log-level", "error"]
      let end = try run(arguments, seconds: 30 + 10 * Double(files.count))
      if let problem = end.problem(allowed: [0, 1]) { return "run --jobs \(jobs): \(problem)" }
    }
    if let cutOff = try cutOff() { return cutOff }
    for jobs in names.dropFirst() {
      if let difference = try difference(between: path("1/current"), and: path("\(jobs)/current")) {
        return "--jobs 1 and \(jobs) differ: \(difference)"
      }
    }
    guard checks, thoroughly else { return nil }
    let check = try run(["check", path("1/current"), "--input", path("inputs")], seconds: 60 + Double(files.count))
    return check.problem(allowed: [0]).map { "check: \($0)" }
  }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private func write(_ files: [MutatedFile], into name: String) throws {
    let target = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    for file in files { try Data(file.bytes).write(to: target.appendingPathComponent(file.name)) }
  }

  /// How a process ended.
  private struct End {
    var status: Int32
    var isSignal: Bool
    var output: String

    func problem(allowed: [Int32]) -> String? {
      if !isSignal, allowed.contains(status) { return nil }
      let lines = output.split(separator: "\n").prefix(6).joined(separator: "\n    ")
      return "\(isSignal ? "signal" : "exit") \(status)\n    \(lines)"
    }
  }

  private func run(_ arguments: [String], seconds: Double) throws -> End {
    let process = Process()
    let log = folder.appendingPathComponent("log")
    try Data().write(to: log)
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardOutput = try FileHandle(forWritingTo: log)
    process.standardError = process.standardOutput
    try process.run()
    let deadline = Date(timeIntervalSinceNow: seconds)
    while process.isRunning {
      if Date() > deadline {
        process.terminate()
        process.waitUntilExit()
        return End(status: 0, isSignal: true, output: "no end within \(Int(seconds)) s")
      }
      Thread.sleep(forTimeInterval: 0.005)
    }
    return End(
      status: process.terminationStatus, isSignal: process.terminationReason == .uncaughtSignal,
      output: (try? String(contentsOf: log, encoding: .utf8)) ?? "")
  }

  /// Documents that a worker process was lost over: whatever they hold, none should.
  private func cutOff() throws -> String? {
    let record = try String(contentsOfFile: path("1/current/run.json"), encoding: .utf8)
    let reasons = ["crashed", "time-limit", "memory-limit"].filter { record.contains("\"\($0)\"") }
    return reasons.isEmpty ? nil : "quarantined: \(reasons.joined(separator: ", "))"
  }

  /// The first file in which two releases differ; `run.json`, which holds times, aside.
  private func difference(between one: String, and other: String) throws -> String? {
    let manager = FileManager.default
    let names = try manager.subpathsOfDirectory(atPath: one).sorted()
    if try manager.subpathsOfDirectory(atPath: other).sorted() != names { return "the names of their files" }
    return names.first { name in
      name != "run.json" && !manager.contentsEqual(atPath: "\(one)/\(name)", andPath: "\(other)/\(name)")
    }
  }
}
