import Articles
import Foundation
import Pipeline
import Testing

@testable import Commands

/// `Commands.docc/Commands.md` has every command and every exit code, and no other.
@Suite struct CommandArticleTests {
  private let article = Article("Sources/Commands/Commands.docc/Commands.md")

  /// The commands that help lists.
  private var names: [String] {
    Juesuan.configuration.subcommands.compactMap { command in
      command.configuration.shouldDisplay ? command.configuration.commandName : nil
    }
  }

  /// The first cells of the rows that match.
  private func rows(_ pattern: Regex<(Substring, Substring)>) throws -> [String] {
    try article.text.components(separatedBy: "\n").compactMap { $0.prefixMatch(of: pattern).map { String($0.1) } }
  }

  @Test func everyCommandHasItsRow() throws {
    #expect(try rows(/\| `juesuan ([a-z]+)/) == names)
  }

  @Test func readmeNamesEachCommand() throws {
    let readme = try Article("README.md").text
    for name in names {
      #expect(["`juesuan \(name)`", "`\(name)`", "`\(name) "].contains(where: readme.contains), "\(name)")
    }
  }

  @Test func everyExitCodeHasItsRow() throws {
    #expect(try rows(/\| ([0-9]+) \|/) == ExitStatus.allCases.map { String($0.rawValue) })
  }
}
