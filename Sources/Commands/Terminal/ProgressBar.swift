/// Draws how many files of a run are done; nothing unless standard error is a terminal.
struct ProgressBar: Sendable {
  let output: StandardError

  /// Shows `done` of `total`; the bar goes when all are done.
  func update(done: Int, total: Int) {
    guard output.isTerminal else { return }
    output.show(bar: done == total ? "" : Self.text(done: done, total: total))
  }

  /// Takes the bar away, whatever is done.
  func clear() {
    guard output.isTerminal else { return }
    output.show(bar: "")
  }

  /// The bar in forty columns, with the count behind it.
  static func text(done: Int, total: Int) -> String {
    let width = 40
    let filled = total > 0 ? done * width / total : width
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
    return "[\(bar)] \(done)/\(total)"
  }
}
