import Foundation

/// Runs the real binary, and says what CPU it took.
struct PipelineRun {
  let binary: URL
  let scratch: URL

  /// Seconds of CPU, user and system, of one run on a folder with one worker.
  func run(on directory: URL) throws -> Double {
    let output = scratch.appendingPathComponent("release-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: output) }
    // Quarantined copies (exit code 1) do not spoil a measurement; every other code does.
    return try ChildProcess.cpuSeconds(
      of: binary, ["run", "--input", directory.path, "--output", output.path, "--jobs", "1"], accepting: [0, 1])
  }
}

/// A program that is run to its end.
enum ChildProcess {
  /// Runs a program and returns the CPU seconds, user and system, that it and its children took.
  static func cpuSeconds(of program: URL, _ arguments: [String], accepting codes: Set<Int32>) throws -> Double {
    guard FileManager.default.isExecutableFile(atPath: program.path) else {
      throw BenchmarkFailure("\(program.path): no such program; build it with `swift build -c release`")
    }
    let before = childSeconds()
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationReason == .exit, codes.contains(process.terminationStatus) else {
      let command = ([program.lastPathComponent] + arguments).joined(separator: " ")
      throw BenchmarkFailure("`\(command)` ended with \(process.terminationStatus)")
    }
    return childSeconds() - before
  }

  /// CPU seconds of all children that have ended.
  private static func childSeconds() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000
  }
}
