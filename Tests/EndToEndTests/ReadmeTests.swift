import Articles
import Foundation
import Testing

/// Runs the examples of README, on the real binary, and compares what they print with what stands there.
///
/// A block ` ```console ` holds commands behind `$ `, each followed by its output. `JUESUAN_RECORD_DOCS=1` writes the
/// outputs anew. What is never the same stands for itself: the ids of runs.
@Suite struct ReadmeTests {
  private let readme = Article("README.md")
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    for name in ["Samples", "Makefile"] { try folder.link(name, to: Article.root.path + "/" + name) }
    // Not a link: the paths in a pipeline file lead from where it stands.
    try FileManager.default.copyItem(
      atPath: Article.root.path + "/Pipelines", toPath: folder.path + "/Pipelines")
    try FileManager.default.createDirectory(atPath: folder.path + "/.build/release", withIntermediateDirectories: true)
    try folder.link(".build/release/juesuan", to: Program.path)
  }

  @Test func everyExamplePrintsWhatStandsThere() throws {
    let text = try readme.text
    var written: [String] = []
    var commands = 0
    for piece in Self.pieces(of: text) {
      guard case .example(let command, let printed) = piece else {
        written += piece.lines
        continue
      }
      commands += 1
      let output = try run(command)
      let isSame = output.map(Self.timeless) == printed.map(Self.timeless)
      #expect(
        isSame || Article.isRecording, "\(command) prints otherwise:\n\(output.joined(separator: "\n"))")
      written += Piece.example(command, isSame ? printed : output).lines
    }
    #expect(commands > 2)
    try readme.record(written.joined(separator: "\n"))
  }

  @Test func theWordsAreFew() throws {
    let words = try readme.text.split { $0.isWhitespace }
    #expect(words.count <= 1_400)
  }

  /// Links of README and of the articles lead to files.
  @Test func everyLinkLeadsSomewhere() throws {
    let articles = try #require(FileManager.default.enumerator(atPath: Article.root.path + "/Sources"))
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".md") }.map { "Sources/" + $0 }
    #expect(articles.count > 10)
    for name in articles + ["README.md"] {
      let start = Article.root.appendingPathComponent(name).deletingLastPathComponent()
      for link in try Article(name).text.matches(of: /\]\(([^)#:]+)(#[^)]*)?\)/) {
        let target = start.appendingPathComponent(String(link.1)).path
        #expect(FileManager.default.fileExists(atPath: target), "\(name): \(link.1)")
      }
    }
  }

  // MARK: examples

  /// A command with its output, or the lines between.
  private enum Piece {
    case example(String, [String])
    case words([String])

    var lines: [String] {
      switch self {
      case .example(let command, let output): ["$ " + command] + output
      case .words(let lines): lines
      }
    }
  }

  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var example: (command: String, output: [String])?
    var isConsole = false
    for line in text.components(separatedBy: "\n") {
      let isFence = line.hasPrefix("```")
      if isConsole, isFence || line.hasPrefix("$ "), let done = example {
        pieces.append(.example(done.command, done.output))
        example = nil
      }
      if isConsole, line.hasPrefix("$ ") {
        example = (String(line.dropFirst(2)), [])
      } else if example != nil {
        example?.output.append(line)
      } else {
        pieces.append(.words([line]))
      }
      if isFence { isConsole = line == "```console" }
    }
    return pieces
  }

  /// What a command prints to standard output, line by line. `make` builds nothing: the binary is that of the tests.
  private func run(_ command: String) throws -> [String] {
    let script = "make() { command make -s -o build \"$@\"; }; \(command)"
    let path = "\(folder.path)/.build/release:" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
    let result = try Program.start("/bin/sh", ["-c", script], in: folder.path, environment: ["PATH": path]).finish()
    #expect(result.status == 0, "\(command): \(result.errors)")
    return result.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  private static func timeless(_ line: String) -> String {
    line.replacing(/[0-9]{8}T[0-9]{6}Z(-[0-9]+)?/, with: "RUN")
  }
}
