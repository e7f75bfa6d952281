import ArgumentParser
import Pipeline

/// `juesuan explain`: tells where a value comes from.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "x")
  func run() {}
}
