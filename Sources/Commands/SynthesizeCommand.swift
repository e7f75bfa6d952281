import ArgumentParser
import Pipeline
import Synthesis

/// `juesuan synthesize`: writes disclosures of which all is known.
struct SynthesizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synthesize",
    abstract: "Writes generated disclosures, damaged if you like, with the truth about them.",
    discussion: """
      DIR/inputs holds the documents, DIR/truth what is known of them: documents.csv, amounts.csv, facts.csv, \
      damages.csv. The same arguments write the same bytes. Kinds of damage: \
      \(Damage.allCases.map(\.rawValue).joined(separator: ", ")).
      """)

  @Option(help: ArgumentHelp("How many documents to write.", valueName: "n"))
  var documents: Int

  @Option(help: ArgumentHelp("The seed of the first document; the others count up from it.", valueName: "s"))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "none, each (one kind per document, in turn), random (one to three kinds per document), or a list of kinds.",
      valueName: "kinds"))
  var damage = "none"

  @Option(
    help: ArgumentHelp(
      "Layouts that the documents take in turn (default: all): \(Layout.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "layouts"))
  var layout: String?

  @Option(
    help: ArgumentHelp(
      "Random changes to each file after that, as inputs for tests of robustness: DIR/truth does not know of them.",
      valueName: "n"))
  var mutations = 0

  @Option(
    help: ArgumentHelp("An empty folder, or one with an earlier synthesis.", valueName: "dir"), completion: .directory)
  var output: String

  func validate() throws {
    if documents < 1 { throw ValidationError("--documents must be 1 or more.") }
    if !(0...1_000).contains(mutations) { throw ValidationError("--mutations must be 0 to 1000.") }
  }

  func run() throws {
    let plan = SynthesisPlan(
      documents: documents, seed: seed, damage: try Self.choice(damage),
      layouts: try layout.map(Self.layouts) ?? Layout.allCases, mutations: mutations)
    let folder = try SynthesisFolder.create(at: output)
    for index in 0..<plan.documents { try folder.add(plan.document(at: index)) }
    try folder.close()
    StandardOutput.write("\(plan.documents) documents in \(output)/inputs, the truth about them in \(output)/truth")
  }

  /// What `--damage` says.
  static func choice(_ argument: String) throws(RunError) -> SynthesisPlan.DamageChoice {
    switch argument {
    case "none": return .none
    case "each": return .each
    case "random": return .random
    default:
      return .kinds(
        try names(argument, of: Damage.allCases.map(\.rawValue), "kind of damage", or: ["none", "each", "random"])
          .compactMap { Damage(rawValue: $0) })
    }
  }

  /// What `--layout` says.
  static func layouts(_ argument: String) throws(RunError) -> [Layout] {
    try names(argument, of: Layout.allCases.map(\.rawValue), "layout").compactMap { Layout(rawValue: $0) }
  }

  /// The names of a list with commas, each of them known.
  private static func names(
    _ argument: String, of known: [String], _ what: String, or words: [String] = []
  ) throws(RunError) -> [String] {
    let names = argument.split(separator: ",").map(String.init)
    if names.isEmpty {
      throw RunError(.usage, "No \(what) is named. Known: \((words + known).joined(separator: ", ")).")
    }
    for name in names where !known.contains(name) {
      let nearest = NearestNames.nearest(to: name, in: words + known).joined()
      throw RunError(
        .usage, "There is no \(what) \(name). Nearest: \(nearest). Known: \((words + known).joined(separator: ", ")).")
    }
    return names
  }
}
