import Accounts
import Digests

/// A source that was hashed, before anything is understood of it.
struct HashedSource: Sendable {
  /// What is to be done with it, and why.
  var change: SourceChange
  /// SHA-256 of its bytes; nil where they could not be read.
  var sha256: String?
  /// How many bytes were read.
  var bytes = 0
  /// Why they could not be read.
  var failure: StageFailure?
}

/// Hashes sources whose bytes may not be those that the state knows.
///
/// All are hashed before the first is understood: only then it is known which of several copies stands for all.
struct SourceHashing: Sendable {
  let reader: FileReader

  /// Hashes one source; what is withdrawn, or stale with the same bytes, needs no reading.
  func hash(_ change: SourceChange) -> HashedSource {
    var hashed = HashedSource(change: change)
    guard let file = change.file, !change.cause.keepsBytes else { return hashed }
    do throws(FileProblem) {
      let bytes = try reader.read(file.path)
      hashed.bytes = bytes.count
      hashed.sha256 = SHA256.hexadecimal(of: bytes)
    } catch {
      hashed.failure = error.failure(of: file.name)
    }
    return hashed
  }
}

extension SourceChange.Cause {
  /// Whether the bytes are those that the state knows.
  var keepsBytes: Bool {
    if case .stale = self { return true }
    return self == .withdrawn
  }
}
