import Accounts
import Glibc

/// Why a worker gave no result.
struct WorkerFailure: Error {
  /// A stable id: `time-limit`, `memory-limit`, `crashed` or `no-worker`.
  var reason: String
  /// One sentence for people.
  var message: String
  /// The stage that the document was in.
  var stage: StageFailure.Stage
  /// Whether another try may succeed without any change.
  var isTransient = false

  /// The failure of a document.
  func failure(of document: String) -> StageFailure {
    StageFailure(stage: stage, document: document, isTransient: isTransient, reason: reason, message: message)
  }
}

extension WorkerFailure {
  /// The failure of a worker with which the run could not speak in a stage, and which ended so.
  init(_ problem: WorkerChannel.Problem, _ end: WorkerEnd, in stage: StageFailure.Stage, _ settings: WorkerSettings) {
    if problem == .late || end.signal == SIGXCPU {
      self = .timeLimit(settings.seconds, stage)
    } else if end.lacksMemory(within: settings.memory) {
      self = .memoryLimit(settings.memory, stage)
    } else {
      self = .crash(problem, end, stage)
    }
  }

  private static func timeLimit(_ seconds: Int?, _ stage: StageFailure.Stage) -> WorkerFailure {
    let limit = seconds.map { " of \($0) seconds" } ?? ""
    return WorkerFailure(
      reason: "time-limit",
      message: "Reading it took longer than the limit\(limit), in the stage \(stage.rawValue); "
        + "seconds_per_document sets the limit.", stage: stage)
  }

  private static func memoryLimit(_ memory: Int?, _ stage: StageFailure.Stage) -> WorkerFailure {
    let limit = memory.map { " of \($0) bytes" } ?? ""
    return WorkerFailure(
      reason: "memory-limit",
      message: "Reading it took more memory than the limit\(limit), in the stage \(stage.rawValue); "
        + "memory_per_document sets the limit.", stage: stage)
  }

  private static func crash(
    _ problem: WorkerChannel.Problem, _ end: WorkerEnd, _ stage: StageFailure.Stage
  ) -> WorkerFailure {
    if problem == .closed, end.signal == SIGKILL {
      // Nobody but the system kills a worker that has not broken a rule: most often for want of memory.
      return WorkerFailure(
        reason: "killed",
        message: "The system killed the process that read it (SIGKILL), in the stage \(stage.rawValue); "
          + "perhaps the machine has too little memory.", stage: stage, isTransient: true)
    }
    let how = problem == .garbled ? "with a wrong answer" : end.description
    return WorkerFailure(
      reason: "crashed",
      message: "The program failed on it \(how), in the stage \(stage.rawValue); this is an error in juesuan.",
      stage: stage)
  }
}

/// How a worker process ended, as the system tells it.
struct WorkerEnd: CustomStringConvertible {
  /// What `wait4` gives.
  var status: Int32
  /// The most memory that it held, in bytes.
  var peak: Int
  /// What it wrote to standard error.
  var messages: String

  /// The signal that ended it; nil where it exited by itself.
  var signal: Int32? { status & 0x7F == 0 ? nil : status & 0x7F }

  /// Whether it ended since the kernel gave it no more memory.
  ///
  /// Swift's runtime says so before it ends. A C library may instead follow a null pointer, or give up: then the memory
  /// held last tells. A single request may be many times larger than what is held, but those are Swift's.
  func lacksMemory(within limit: Int?) -> Bool {
    guard let limit, status != 0 else { return false }
    return messages.contains("failed to allocate") || messages.contains("Cannot allocate memory")
      || peak >= limit / 10 * 9
  }

  /// `with SIGSEGV`, or `with the exit code 1`.
  var description: String {
    guard let signal else { return "with the exit code \(status >> 8 & 0xFF)" }
    return "with \(Self.names[signal] ?? "signal \(signal)")"
  }

  private static let names = [
    SIGILL: "SIGILL", SIGTRAP: "SIGTRAP", SIGABRT: "SIGABRT", SIGBUS: "SIGBUS", SIGFPE: "SIGFPE", SIGSEGV: "SIGSEGV",
    SIGKILL: "SIGKILL", SIGTERM: "SIGTERM", SIGSYS: "SIGSYS", SIGXCPU: "SIGXCPU", SIGXFSZ: "SIGXFSZ",
  ]
}
