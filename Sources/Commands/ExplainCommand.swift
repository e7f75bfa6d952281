import Accounts
import ArgumentParser
import Load
import Pipeline

/// `juesuan explain`: tells where a value comes from.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tells the story of one value: source text, steps, proof and witnesses.",
    discussion: "A key is form/side/row/measure, such as gk05//2010301/basic or gk01/revenue/grand_total/amount.")

  @Argument(help: "A release, or the output folder whose current release is meant.", completion: .directory)
  var release: String

  @Option(help: ArgumentHelp("The document_id, as documents.csv lists it.", valueName: "id"))
  var document: String

  @Option(help: "The value's key within its document.")
  var key: String

  @Option(
    help: ArgumentHelp("The folder that the document was read from; shows the whole source line.", valueName: "dir"),
    completion: .directory)
  var input: String?

  func run() throws {
    let directory = try ReleaseFolder.resolve(release)
    do {
      let story = try ReleaseReader(directory: directory).story(of: key, in: document)
      StandardOutput.write(Explanation(story: story, sourceText: sourceText(of: story)).text)
    } catch {
      throw runError(error, directory: directory)
    }
  }

  /// The lines of the source that the value stands on; a sentence that says so where they cannot be shown.
  private func sourceText(of story: ValueStory) -> String? {
    guard let input, let place = story.provenance.source else { return nil }
    let path = FilePath(input).appending(FilePath(source: story.document["source_path"]))
    do {
      let extracted = try StageRunner().extract(path)
      guard extracted.source.sha256 == story.document["source_sha256"] else {
        return "The file \(path) is not the one that was read: its bytes differ."
      }
      let lines = extracted.lines.filter { (place.line...max(place.line, place.lineEnd)).contains($0.number) }
      return "There the source reads: \(lines.map(\.text).joined(separator: " / "))"
    } catch {
      return "The source line cannot be shown: \(error.message)"
    }
  }

  private func runError(_ error: ReleaseReaderError, directory: String) -> RunError {
    switch error {
    case .unreadable: RunError(.inputOutput, "\(error)")
    case .unknownDocument: RunError(.usage, "\(error)")
    case .unknownKey:
      RunError(
        .usage,
        "\(error). Nearest: "
          + NearestNames.nearest(to: key, in: ReleaseFolder.keys(of: document, in: directory), limit: 5)
          .joined(separator: ", "))
    }
  }
}
