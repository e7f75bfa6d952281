import Foundation
import Testing

/// The built program, run as people run it.
enum Program {
  /// What a finished process left behind.
  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The binary stands beside the bundle of the tests.
  static let path: String = {
    let bundle = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return (bundle as NSString).deletingLastPathComponent + "/juesuan"
  }()

  /// Runs the program to its end.
  ///
  /// - Parameter environment: what it finds in its environment beside what the tests find in theirs.
  static func run(
    _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:]
  ) throws -> Result {
    let process = try start(arguments, in: folder, environment: environment)
    return process.finish()
  }

  /// A running process whose output is collected in files, so that no full pipe can stop it.
  final class Running {
    let process = Process()
    private let folder: ScratchFolder

    init(_ program: String, _ arguments: [String], in directory: String?, environment: [String: String]) throws {
      folder = try ScratchFolder()
      let (output, errors) = (try folder.write("stdout", ""), try folder.write("stderr", ""))
      process.executableURL = URL(fileURLWithPath: program)
      process.arguments = arguments
      process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
      process.currentDirectoryURL = URL(fileURLWithPath: directory ?? folder.path)
      process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
      process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
      try process.run()
    }

    /// What it has written to standard error so far.
    var errors: String { (try? String(contentsOfFile: folder.path + "/stderr", encoding: .utf8)) ?? "" }

    /// Waits for its end.
    func finish() -> Result {
      process.waitUntilExit()
      let output = (try? String(contentsOfFile: folder.path + "/stdout", encoding: .utf8)) ?? ""
      return Result(status: process.terminationStatus, output: output, errors: errors)
    }
  }

  /// Starts another program.
  static func start(
    _ program: String, _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:]
  ) throws -> Running {
    try Running(program, arguments, in: folder, environment: environment)
  }

  /// Starts the program.
  static func start(
    _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:]
  ) throws -> Running {
    try start(path, arguments, in: folder, environment: environment)
  }
}
