#if !COVERAGE_GUIDED
  import ArgumentParser

  /// Looks for inputs that trap, hang or mislead: a tool for developers, no part of the product.
  @main
  struct Fuzz: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "Fuzz", abstract: "Looks for inputs that trap, hang or mislead juesuan.",
      subcommands: [DocumentsCommand.self])
  }
#endif
