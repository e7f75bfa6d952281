import Accounts
import Glibc

/// Why a worker gave no result.
struct WorkerFailure: Error {
  /// A stable id: `time-limit`, `memory-limit` or `crashed`.
  var reason: String
  /// One sentence for people.
  var message: String
  /// The stage that the document was in.
  var stage: StageFailure.Stage
}

/// A process of this program that reads documents for a run, and can be cut off.
final class WorkerProcess: Sendable {
  private let pid: pid_t
  private let channel: Int32

  /// Starts the process; nil where the system does not let it.
  init?(maxFileBytes: Int, isPartitioned: Bool, decisions: String?) {
    var ends: [Int32] = [0, 0]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else { return nil }
    defer { close(ends[1]) }
    channel = ends[0]
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    var arguments = ["juesuan", "worker", "--max-file-bytes", String(maxFileBytes)]
    if isPartitioned { arguments.append("--partitioned") }
    if let decisions { arguments += ["--decisions", decisions] }
    var pointers = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var pid: pid_t = 0
    guard posix_spawn(&pid, "/proc/self/exe", &actions, nil, &pointers, environ) == 0 else {
      close(ends[0])
      return nil
    }
    self.pid = pid
  }

  /// Lets the process end; it has nothing left to do.
  func hangUp() {
    close(channel)
    var status: Int32 = 0
    waitpid(pid, &status, 0)
  }

  /// Ends the process whatever it does.
  func cutOff() {
    kill(pid, SIGKILL)
    hangUp()
  }

  /// Lets the process read a file, and gives the contents of its result.
  ///
  /// - Parameters:
  ///   - seconds: how long it may take; nil for any time.
  ///   - memory: how many bytes it may hold; nil for any.
  func read(_ file: InputFile, seconds: Double?, memory: Int?) throws(WorkerFailure) -> [UInt8] {
    let contents = WorkerFrame.contents(of: file)
    var stage = StageFailure.Stage.extract
    guard send(WorkerFrame.head(.file, length: contents.count) + contents) else { throw crash(stage) }
    let deadline = seconds.map { ContinuousClock.now + .milliseconds(Int($0 * 1_000)) }
    while true {
      let head = try receive(WorkerFrame.headSize, stage, deadline, memory)
      guard let (kind, length) = WorkerFrame.parse(head) else { throw crash(stage) }
      let contents = try receive(length, stage, deadline, memory)
      if kind == .result { return contents }
      stage = StageFailure.Stage(rawValue: String(decoding: contents, as: UTF8.self)) ?? stage
    }
  }

  private func send(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes { Glibc.send(channel, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      if sent < 0, errno == EINTR { continue }
      if sent <= 0 { return false }
      rest = rest.dropFirst(sent)
    }
    return true
  }

  private func receive(
    _ count: Int, _ stage: StageFailure.Stage, _ deadline: ContinuousClock.Instant?, _ memory: Int?
  ) throws(WorkerFailure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      try wait(stage, deadline, memory)
      let got = bytes.withUnsafeMutableBytes { recv(channel, $0.baseAddress?.advanced(by: filled), count - filled, 0) }
      if got < 0, errno == EINTR { continue }
      if got <= 0 { throw crash(stage) }
      filled += got
    }
    return bytes
  }

  /// Waits for bytes, and looks meanwhile whether the process keeps within its limits.
  private func wait(
    _ stage: StageFailure.Stage, _ deadline: ContinuousClock.Instant?, _ memory: Int?
  ) throws(WorkerFailure) {
    while true {
      var descriptor = pollfd(fd: channel, events: Int16(POLLIN), revents: 0)
      let ready = poll(&descriptor, 1, 50)
      if ready > 0 { return }
      if let deadline, ContinuousClock.now > deadline {
        throw WorkerFailure(reason: "time-limit", message: "Reading it took longer than allowed.", stage: stage)
      }
      if let memory, residentBytes > memory {
        throw WorkerFailure(reason: "memory-limit", message: "Reading it took more memory than allowed.", stage: stage)
      }
    }
  }

  /// The memory that the process holds; 0 where the system does not tell.
  private var residentBytes: Int {
    guard let bytes = try? FileReader(maxBytes: 1 << 16).read(FilePath("/proc/\(pid)/statm")) else { return 0 }
    let pages = String(decoding: bytes, as: UTF8.self).split(separator: " ").dropFirst().first.flatMap { Int($0) }
    return (pages ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
  }

  private func crash(_ stage: StageFailure.Stage) -> WorkerFailure {
    WorkerFailure(reason: "crashed", message: "The program failed on it; this is an error in juesuan.", stage: stage)
  }
}
