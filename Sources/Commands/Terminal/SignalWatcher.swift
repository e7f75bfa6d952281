import Dispatch
import Glibc
import Pipeline
import Synchronization

/// Turns SIGINT and SIGTERM into a call, so that a run can stop cleanly; a second signal ends the process at once.
final class SignalWatcher: Sendable {
  private let received = Mutex<ExitStatus?>(nil)

  /// The status that the signal asks for; nil where none came.
  var status: ExitStatus? { received.withLock { $0 } }

  /// Calls `stop` on the first signal that comes while `body` runs.
  func watch<Result: Sendable>(
    stop: @escaping @Sendable () -> Void, while body: () async throws -> Result
  ) async rethrows -> Result {
    let sources = [(SIGINT, ExitStatus.interrupted), (SIGTERM, .terminated)].map { number, status in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { [self] in
        let isSecond = received.withLock { received in
          defer { received = received ?? status }
          return received != nil
        }
        if isSecond { _exit(status.rawValue) }
        stop()
      }
      source.resume()
      return source
    }
    defer { for source in sources { source.cancel() } }
    return try await body()
  }
}
