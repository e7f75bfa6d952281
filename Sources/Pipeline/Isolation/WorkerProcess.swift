import Accounts
import Glibc
import Synchronization

/// A process of this program that reads documents for a run, and can be ended whatever it does.
final class WorkerProcess: Sendable {
  private let pid: pid_t
  private let channel: WorkerChannel
  /// What the process writes to standard error; what does not fit into the pipe is dropped.
  private let messages: Int32
  private let settings: WorkerSettings
  private let end = Mutex<WorkerEnd?>(nil)
  private let readings = Atomic(0)

  /// How long a process may take to start, on a machine that is busy.
  private static let startTime = Duration.seconds(60)

  /// Starts the process.
  init(program: String, settings: WorkerSettings) throws(WorkerFailure) {
    self.settings = settings
    let spawned = try Self.spawn(program, ["juesuan", "worker"] + settings.arguments)
    (pid, channel, messages) = (spawned.pid, WorkerChannel(descriptor: spawned.channel), spawned.messages)
  }

  deinit { stop() }

  /// Waits until the process is ready.
  func awaitReady() throws(WorkerFailure) {
    do throws(WorkerChannel.Problem) {
      guard try channel.receive(by: .now + Self.startTime).kind == .ready else { throw .garbled }
    } catch {
      let end = stop()
      let isTooSmall = end.lacksMemory(within: settings.memory)
      throw Self.cannotStart(
        isTooSmall ? "memory_per_document is too small" : error == .late ? "it does not answer" : "it ended \(end)",
        isTransient: false)
    }
  }

  /// Whether the process has read no document yet.
  var isFresh: Bool { readings.load(ordering: .relaxed) == 0 }

  /// Lets the process read a file, and gives the contents of its result.
  func read(_ file: InputFile) throws(WorkerFailure) -> [UInt8] {
    readings.add(1, ordering: .relaxed)
    let deadline = settings.seconds.map { ContinuousClock.now + .seconds($0) }
    var stage = StageFailure.Stage.extract
    do throws(WorkerChannel.Problem) {
      try channel.send(.file, WorkerFrame.contents(of: file), by: deadline)
      while true {
        let (kind, contents) = try channel.receive(by: deadline)
        if kind == .result { return contents }
        let name = String(decoding: contents, as: UTF8.self)
        guard kind == .stage, let begun = StageFailure.Stage(rawValue: name) else { throw .garbled }
        stage = begun
      }
    } catch {
      throw WorkerFailure(error, stop(), in: stage, settings)
    }
  }

  /// Ends the process, if it has not ended by itself, and says how it ended.
  @discardableResult
  func stop() -> WorkerEnd {
    end.withLock { end in
      if let end { return end }
      // A process that has ended keeps its number, and how it ended, until it is waited for.
      kill(pid, SIGKILL)
      var status: Int32 = 0
      var usage = rusage()
      while wait4(pid, &status, 0, &usage) < 0, errno == EINTR {}
      let last = WorkerEnd(status: status, peak: usage.ru_maxrss * 1_024, messages: readMessages())
      close(channel.descriptor)
      close(messages)
      end = last
      return last
    }
  }

  /// Ends the process from another thread than the one that reads with it, which then sees the channel closed.
  func interrupt() {
    end.withLock { end in
      if end == nil { kill(pid, SIGKILL) }
    }
  }

  private func readMessages() -> String {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(messages, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
  }

  private static func cannotStart(_ cause: String, isTransient: Bool) -> WorkerFailure {
    WorkerFailure(
      reason: "no-worker", message: "No process can be started to read it: \(cause).", stage: .extract,
      isTransient: isTransient)
  }
}

extension WorkerProcess {
  /// Starts a program whose standard input is a socket to this process, and whose standard error is a pipe to it.
  private static func spawn(
    _ program: String, _ arguments: [String]
  ) throws(WorkerFailure) -> (pid: pid_t, channel: Int32, messages: Int32) {
    var ends: [Int32] = [-1, -1]
    var pipe: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0,
      openPipe(&pipe)
    else {
      let code = errno
      for descriptor in ends where descriptor >= 0 { close(descriptor) }
      throw cannotStart(SystemError.text(code), isTransient: true)
    }
    defer { for descriptor in [ends[1], pipe[1]] { close(descriptor) } }
    var pid: pid_t = 0
    let code = spawn(program, arguments, input: ends[1], errors: pipe[1], &pid)
    if code == 0 { return (pid, ends[0], pipe[0]) }
    for descriptor in [ends[0], pipe[0]] { close(descriptor) }
    throw cannotStart("\(program): \(SystemError.text(code))", isTransient: code == EAGAIN || code == ENOMEM)
  }

  /// Opens a pipe neither of whose ends ever waits.
  private static func openPipe(_ ends: inout [Int32]) -> Bool {
    guard pipe(&ends) == 0 else { return false }
    for descriptor in ends {
      setFlags(descriptor, F_SETFD, FD_CLOEXEC)
      setFlags(descriptor, F_SETFL, O_NONBLOCK)
    }
    return true
  }

  private static func setFlags(_ descriptor: Int32, _ command: Int32, _ flags: Int32) {
    _ = fcntl(descriptor, command, flags)
  }

  private static func spawn(
    _ program: String, _ arguments: [String], input: Int32, errors: Int32, _ pid: inout pid_t
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    // Before the program starts: its own threads would miss what they have opened.
    _ = closeFrom?(&actions, STDERR_FILENO + 1)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The thread that calls may have blocked signals, and the limits of the kernel speak by signals.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    // Where libraries are found is all that a worker needs to know of the environment. Swift's backtracer would start a
    // program when the worker crashes, take its time, and turn every signal into SIGILL.
    let libraries = getenv("LD_LIBRARY_PATH").map { "LD_LIBRARY_PATH=" + String(cString: $0) }
    var environment = [libraries, "SWIFT_BACKTRACE=enable=no"].compactMap { $0.map { strdup($0) } } + [nil]
    var words = arguments.map { strdup($0) } + [nil]
    defer { for pointer in words + environment { free(pointer) } }
    return posix_spawn(&pid, program, &actions, &attributes, &words, &environment)
  }

  // glibc, which has it since 2.34, hides it behind `_GNU_SOURCE`.
  private static let closeFrom = dlsym(nil, "posix_spawn_file_actions_addclosefrom_np").map {
    unsafeBitCast(
      $0, to: (@convention(c) @Sendable (UnsafeMutablePointer<posix_spawn_file_actions_t>, Int32) -> Int32).self)
  }
}
