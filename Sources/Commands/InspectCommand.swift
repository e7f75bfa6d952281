import Accounts
import ArgumentParser
import Pipeline

/// The stages whose result `inspect` can show.
enum InspectedStage: String, CaseIterable, ExpressibleByArgument {
  case extract, clean, transform
}

/// `juesuan inspect`: prints what a stage hands on.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Prints as JSON what a stage makes of one file.",
    discussion: "Extract prints one object; clean and transform print a list with one object per disclosure.")

  @Argument(help: "The file to read.", completion: .file())
  var file: String

  @Option(help: "The stage whose result is printed.")
  var stage: InspectedStage

  func run() throws {
    let stages = StageRunner()
    let extracted: ExtractedDocument
    do {
      extracted = try stages.extract(FilePath(file))
    } catch {
      throw RunError(error.reason == "vanished" ? .inputMissing : .quarantined, error.description)
    }
    let value: JSONValue =
      switch stage {
      case .extract: JSONValue(extracted)
      case .clean: .array(stages.clean(extracted).map { JSONValue($0) })
      case .transform: .array(stages.clean(extracted).map { JSONValue(stages.transform($0)) })
      }
    StandardOutput.write(json: value.text(isPretty: true))
  }
}
