import Foundation
import Testing

@testable import Commands

/// Walks the command tree as the argument parser dumps it.
@Suite struct CommandTreeTests {
  private struct Tool: Decodable { let command: Command }

  private struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let subcommands: [Command]?
    let arguments: [Argument]?

    /// This command and all below it, but for `help`, which is the library's.
    var all: [Command] { [self] + (subcommands ?? []).filter { $0.commandName != "help" }.flatMap(\.all) }
  }

  private struct Argument: Decodable {
    let valueName: String?
    let abstract: String?
    let preferredName: Name?
    struct Name: Decodable { let name: String }
  }

  private func commands() throws -> [Command] {
    try JSONDecoder().decode(Tool.self, from: Data(Juesuan._dumpHelp().utf8)).command.all
  }

  @Test func everyCommandIsThere() throws {
    let names = Set(try commands().map(\.commandName))
    let expected = ["run", "check", "inspect", "explain", "synthesize", "evaluate", "forms", "subjects"]
    #expect(names.isSuperset(of: expected))
  }

  @Test func everyCommandSaysWhatItDoes() throws {
    for command in try commands() {
      #expect(command.abstract?.isEmpty == false, "\(command.commandName) has no abstract")
    }
  }

  @Test func everyOptionAndArgumentHasHelp() throws {
    var seen = 0
    for command in try commands() {
      for argument in command.arguments ?? [] {
        seen += 1
        let name = argument.preferredName?.name ?? argument.valueName ?? "?"
        #expect(argument.abstract?.isEmpty == false, "\(command.commandName) \(name) has no help")
      }
    }
    #expect(seen > 10)
  }
}
