import Accounts

/// The calibration table of the documentation, measured: each class of values with its confidence and what was observed.
public struct CalibrationTable: Sendable {
  /// One class of the program's table.
  public struct Line: Hashable, Sendable {
    /// A few words that name it.
    public var name: String
    /// The status of its values.
    public var status: Status
    /// Their proof.
    public var proof: Proof
    /// The confidence that they are given.
    public var confidence: Confidence

    /// Makes a line.
    public init(name: String, status: Status, proof: Proof, confidence: Confidence) {
      self.name = name
      self.status = status
      self.proof = proof
      self.confidence = confidence
    }
  }

  private let lines: [Line]
  private let observed: [Line: Share]

  /// Looks up what was observed of each class; what was published with another confidence is listed behind them.
  public init(_ classes: [Line], _ evaluation: Evaluation) {
    var lines = classes
    var observed: [Line: Share] = [:]
    for group in evaluation.calibration {
      let known = classes.first {
        $0.status == group.status && $0.proof == group.proof && $0.confidence == group.confidence
      }
      let line =
        known ?? Line(name: "unknown", status: group.status, proof: group.proof, confidence: group.confidence)
      if known == nil { lines.append(line) }
      observed[line] = group.right
    }
    self.lines = lines
    self.observed = observed
  }

  /// A table in Markdown, without a line feed at the end.
  public var text: String {
    let header = [
      "| class | status | proof | confidence | values | wrong | observed | at least |",
      "|---|---|---|---|---|---|---|---|",
    ]
    let rows = lines.map { line in
      let share = observed[line] ?? Share(0, of: 0)
      let observed = share.whole == 0 ? ["-", "-"] : [share.description, share.lowerEnd]
      let cells =
        [
          line.name, line.status.rawValue, line.proof.rawValue, line.confidence.description, String(share.whole),
          String(share.whole - share.part),
        ] + observed
      return "| \(cells.joined(separator: " | ")) |"
    }
    return (header + rows).joined(separator: "\n")
  }
}

extension Share {
  /// The lower end of the interval that holds the true share in 95 of 100 samples (Wilson, 1927), with three decimals.
  fileprivate var lowerEnd: String {
    let (count, z) = (Double(whole), 1.96)
    let centre = value + z * z / (2 * count)
    let spread = z * (value * (1 - value) / count + z * z / (4 * count * count)).squareRoot()
    let end = max(0, (centre - spread) / (1 + z * z / count))
    return Confidence(thousandths: Int(end * 1_000)).description
  }
}
