import Foundation
import Synthesis
import Testing

/// strace, which follows the calls that a program makes.
enum Strace {
  /// Whether it is installed, and may trace here.
  static var isPermitted: Bool { (try? run(["-o", "/dev/null", "true"], in: "/").status) == 0 }

  static func run(_ arguments: [String], in folder: String) throws -> Program.Result {
    try Program.start("/usr/bin/env", ["strace"] + arguments, in: folder).finish()
  }
}

/// What the program asks of the system; skipped where strace is not installed or may not trace.
@Suite(.timeLimit(.minutes(20)), .enabled("strace is not installed, or may not trace here") { Strace.isPermitted })
struct SystemCallTests {
  let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    try folder.write("in/1.txt", bytes: Renderer.render(SyntheticDisclosure(seed: 1), as: .tabs))
    try folder.write("in/2.html", bytes: Renderer.render(SyntheticDisclosure(seed: 2), as: .semanticHTML))
    try folder.write("in/bad.txt", "")
    try folder.write(
      "p.yaml",
      "inputs: in\noutput: out\npartition: fiscal_year/division_code\nmetrics: juesuan.prom\nopenlineage: lineage.jsonl\n"
    )
  }

  /// The calls on names and sockets that the program and its processes make.
  private func calls(_ arguments: [String]) throws -> [Substring] {
    let trace = folder.path + "/trace"
    let options = ["-f", "-qq", "-s", "4096", "-o", trace, "-e", "trace=%file,%network", "-e", "signal=none"]
    let result = try Strace.run(options + [Program.path] + arguments, in: folder.path)
    #expect(result.status == 1 || result.status == 0, "\(result.errors)")
    return try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n").map { line in
      // The number of the process stands first.
      line.drop { $0 != " " }.drop { $0 == " " }
    }
  }

  /// The names that a call makes, changes or removes.
  private static func names(writtenBy call: Substring) -> [Substring] {
    let function = call.prefix { $0 != "(" }
    let isOpening =
      function.hasPrefix("open") && ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC"].contains { call.contains($0) }
    let changes = [
      "creat", "mkdir", "rename", "unlink", "rmdir", "link", "symlink", "mknod", "truncate", "chmod", "chown", "utime",
      "futimesat", "fchmodat", "fchownat", "setxattr", "removexattr", "mount", "bind",
    ]
    guard isOpening || changes.contains(where: { function.hasPrefix($0) }) else { return [] }
    let names = call.split(separator: "\"", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
    // A symbolic link names its target first.
    return names.map(\.element).suffix(function.hasPrefix("symlink") ? 1 : names.count)
  }

  @Test func aRunWritesNowhereButWhereItIsToldTo() throws {
    let calls = try calls(["run", "p.yaml"])
    let names = Set(calls.flatMap(Self.names))
    #expect(names.contains { $0.hasPrefix("out/") } && names.contains("lineage.jsonl"))
    // SQLite names its files by absolute paths.
    let permitted = ["out", "juesuan.prom", "juesuan.prom.next", "lineage.jsonl", "/dev/null", folder.path + "/out"]
    let outside = names.filter { name in !permitted.contains { name == $0 || name.hasPrefix($0 + "/") } }
    #expect(outside.isEmpty)
  }

  @Test(arguments: [["run", "p.yaml"], ["check", "out"], ["inspect", "in/1.txt", "--stage", "transform"]])
  func nothingSpeaksToAnyNetwork(arguments: [String]) throws {
    if arguments[0] != "run" { _ = try Program.run(["run", "p.yaml"], in: folder.path) }
    let calls = try calls(arguments)
    #expect(!calls.isEmpty)
    // The sockets of workers have no name; the C library asks the name service of the machine who owns a file.
    let sockets = calls.filter { $0.hasPrefix("socket(") || $0.hasPrefix("bind(") || $0.hasPrefix("connect(") }
    let others = sockets.filter { !$0.hasPrefix("socket(AF_UNIX") && !$0.contains("\"/var/run/nscd/socket\"") }
    #expect(others == [])
  }

  @Test func whatOnlyReadsWritesNothing() throws {
    _ = try Program.run(["run", "p.yaml"], in: folder.path)
    #expect(try calls(["check", "out", "--input", "in"]).flatMap(Self.names) == [])
    #expect(try calls(["inspect", "in/1.txt", "--stage", "transform"]).flatMap(Self.names) == [])
  }
}
