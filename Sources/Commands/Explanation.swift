import Accounts
import Classification
import Load

/// The story of one value in words.
struct Explanation {
  let story: ValueStory
  /// A sentence with the source's text; nil where it was not asked for.
  let sourceText: String?

  /// The paragraphs, without a line feed at the end.
  var text: String {
    ([statement, place, certainty] + steps + repairs + findings).joined(separator: "\n")
  }

  private var statement: String {
    let (document, value) = (story.document, story.value)
    let row = [value["code"], value["name"]].filter { !$0.isEmpty }.joined(separator: " ")
    let title = FormSet.finalAccount[value["form"]]?.title ?? ""
    let amount =
      value["amount"].isEmpty
      ? "between \(value["amount_low"]) and \(value["amount_high"]) yuan" : "\(value["amount"]) yuan"
    let unit = document["unit_name"].isEmpty ? "unit not known" : document["unit_name"]
    let year = document["fiscal_year"].isEmpty ? "fiscal year not known" : "fiscal year \(document["fiscal_year"])"
    return """
      \(story.provenance.key) of document \(document["document_id"])
      \(unit), \(year), \(value["form"]) \(title), \
      row \(row.isEmpty ? value["row"] : row), measure \(value["measure"]): \(amount).
      """
  }

  private var place: String {
    guard let source = story.provenance.source else {
      return "The source prints no figure for it."
    }
    let path = source.xpath.map { ", at \($0)" } ?? ""
    let lines = source.line == source.lineEnd ? "line \(source.line)" : "lines \(source.line) to \(source.lineEnd)"
    let printed =
      "\(story.document["source_path"]) prints \"\(story.provenance.printed)\" on \(lines), "
      + "columns \(source.column) to \(source.columnEnd)\(path)."
    return ([printed] + [sourceText, rowAsPrinted].compactMap { $0 }).joined(separator: "\n")
  }

  /// Code and name as printed, where they are not the ones of the dataset.
  private var rowAsPrinted: String? {
    let value = story.value
    let isSame = value["code"] == value["code_printed"] && value["name"] == value["name_printed"]
    return isSame ? nil : "Its row is printed as \"\(value["code_printed"]) \(value["name_printed"])\"."
  }

  private var certainty: String {
    let value = story.value
    let status = Status(rawValue: value["status"]).map { " (\($0.words))" } ?? ""
    let proof = Proof(rawValue: value["proof"]).map { " (\($0.words))" } ?? ""
    return
      "Status \(value["status"])\(status), proof \(value["proof"])\(proof), confidence \(value["confidence"])."
  }

  private var steps: [String] {
    if story.provenance.steps.isEmpty { return ["Nothing was done to it."] }
    return ["What was done to it:"]
      + story.provenance.steps.enumerated().flatMap { index, step in
        ["  \(index + 1). \(step.stage), \(step.rule): \"\(step.before)\" became \"\(step.after)\"."]
          + step.witnesses.map { "     witness: \($0)" }
      }
  }

  private var repairs: [String] {
    story.repairs.flatMap { repair in
      var lines = [
        "Repair of its \(repair["field"]) by \(repair["rule"]): printed \"\(repair["printed"])\", "
          + "given \"\(repair["value"])\", proof \(repair["proof"]), confidence \(repair["confidence"])."
      ]
      if !repair["witnesses"].isEmpty { lines.append("     witnesses: \(repair["witnesses"])") }
      if !repair["alternatives"].isEmpty { lines.append("     ruled out: \(repair["alternatives"])") }
      return lines
    }
  }

  private var findings: [String] {
    story.findings.map { "Finding \($0["rule"]) (\($0["severity"])): \($0["message"])" }
  }
}

extension Status {
  /// What the status says, in words.
  fileprivate var words: String {
    switch self {
    case .reported: "printed, in its own cell"
    case .aligned: "printed, but its column, row or code had to be inferred"
    case .corrected: "printed otherwise"
    case .derived: "not printed here; it follows from sums or from another form"
    case .ambiguous: "several values are possible"
    }
  }
}

extension Proof {
  /// What the proof says, in words.
  fileprivate var words: String {
    switch self {
    case .printed: "nothing to prove"
    case .forced: "the only value that satisfies every identity it takes part in"
    case .corroborated: "an independent place prints it too"
    case .minimal: "the one repair with the fewest changes, without an independent witness"
    }
  }
}
