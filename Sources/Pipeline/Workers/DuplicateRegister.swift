import Synchronization

/// Tells which of several files with identical bytes stands in the release: the first in the order of the inputs.
///
/// Workers reach files out of order, so a later file may be read before an earlier one claims its bytes; the
/// consumer, which sees results in order, asks again with `isFirst`.
final class DuplicateRegister: Sendable {
  private let firstByHash = Mutex<[String: Int]>([:])

  /// Claims the bytes with this hash for the input at `index`; false where an earlier input has claimed them.
  func claim(_ sha256: String, for index: Int) -> Bool {
    firstByHash.withLock { first in
      if let claimed = first[sha256], claimed < index { return false }
      first[sha256] = index
      return true
    }
  }

  /// The first input that has claimed the bytes with this hash.
  func first(_ sha256: String) -> Int? {
    firstByHash.withLock { $0[sha256] }
  }
}
