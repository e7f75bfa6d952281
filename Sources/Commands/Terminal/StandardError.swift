import Accounts
import Glibc
import Synchronization

/// Standard error, shared by messages and a progress bar, so that neither tears the other.
final class StandardError: Sendable {
  /// The one of this process.
  static let shared = StandardError()

  /// Whether people look at it.
  let isTerminal = isatty(STDERR_FILENO) == 1

  /// The bar that stands on the last line of the terminal; empty without one.
  private let bar = Mutex("")

  /// Writes a whole line above the bar; control characters are escaped.
  func write(_ line: String) {
    let line = line.escapingControls(keeping: ["\n", "\t"])
    bar.withLock { bar in
      Self.put(bar.isEmpty ? line + "\n" : "\r\u{1B}[K\(line)\n\(bar)")
    }
  }

  /// Shows `text` as the bar in place of the last one; an empty text takes the bar away.
  func show(bar text: String) {
    bar.withLock { bar in
      Self.put("\r\u{1B}[K" + text)
      bar = text
    }
  }

  private static func put(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      if written <= 0 { return }
      rest = rest.dropFirst(written)
    }
  }
}
