import Accounts
import ArgumentParser
import Classification

/// `juesuan forms`: lists the nine forms.
struct FormsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forms", abstract: "Lists the nine forms with their titles and measures.")

  func run() {
    StandardOutput.write(Self.text)
  }

  /// A line with the title of each form, and one with its measures.
  static var text: String {
    FormSet.finalAccount.forms.map { form in
      "\(form.rawValue)  \(form.title)\n      \(form.measures.map(\.rawValue).joined(separator: ", "))"
    }.joined(separator: "\n")
  }
}
