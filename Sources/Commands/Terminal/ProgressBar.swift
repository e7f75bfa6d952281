/// Draws how many files of a run are done, how fast, and how long the rest takes; nothing unless standard error is a
/// terminal.
struct ProgressBar: Sendable {
  let output: StandardError
  private let started = ContinuousClock.now

  /// Makes a bar of a run that starts now.
  init(output: StandardError) {
    self.output = output
  }

  /// Shows `done` of `total`; the bar goes when all are done.
  func update(done: Int, total: Int) {
    guard output.isTerminal else { return }
    let seconds = Double((ContinuousClock.now - started).components.seconds)
    output.show(bar: done == total ? "" : Self.text(done: done, total: total, seconds: seconds))
  }

  /// Takes the bar away, whatever is done.
  func clear() {
    guard output.isTerminal else { return }
    output.show(bar: "")
  }

  /// The bar in forty columns, with the count, the rate and the remaining time behind it.
  static func text(done: Int, total: Int, seconds: Double) -> String {
    let width = 40
    let filled = total > 0 ? done * width / total : width
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
    let count = "[\(bar)] \(done)/\(total)"
    // A rate over less than a few seconds says nothing.
    guard done > 0, seconds >= 3 else { return count }
    let rate = Double(done) / seconds
    let rest = Int((Double(total - done) / rate).rounded())
    return "\(count)  \((rate * 10).rounded() / 10)/s  \(rest / 60):\(rest % 60 < 10 ? "0" : "")\(rest % 60) left"
  }
}
