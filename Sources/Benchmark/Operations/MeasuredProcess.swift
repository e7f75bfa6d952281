import Foundation

/// A program that was run to its end, or killed, with what it took.
struct MeasuredProcess {
  /// Its exit code, or minus the signal that killed it.
  var status: Int32
  /// Seconds from start to end.
  var seconds: Double
  /// Seconds of CPU, user and system, with its children.
  var cpuSeconds: Double
  /// The most memory that it held at once, in bytes, without its children.
  var peakBytes: Int

  /// Runs a program to its end, or until `killWhen` is true, which is asked all the time with the seconds since its start.
  static func run(
    _ program: URL, _ arguments: [String], killWhen: ((Double) -> Bool)? = nil
  ) throws -> MeasuredProcess {
    let start = Date()
    let pid = try spawn(program.path, arguments)
    var status: Int32 = 0
    var usage = rusage()
    var ended: pid_t = 0
    while let killWhen, ended == 0 {
      if killWhen(Date().timeIntervalSince(start)) {
        kill(pid, SIGKILL)
        break
      }
      usleep(200)
      ended = wait4(pid, &status, WNOHANG, &usage)
    }
    if ended == 0 { ended = wait4(pid, &status, 0, &usage) }
    guard ended == pid else { throw BenchmarkFailure("\(program.path): wait failed") }
    let signal = status & 0x7F
    return MeasuredProcess(
      status: signal == 0 ? (status >> 8) & 0xFF : -signal, seconds: Date().timeIntervalSince(start),
      cpuSeconds: Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime), peakBytes: Int(usage.ru_maxrss) * 1_024)
  }

  private static func spawn(_ path: String, _ arguments: [String]) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    var pointers = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var pid: pid_t = 0
    guard posix_spawn(&pid, path, &actions, nil, &pointers, environ) == 0 else {
      throw BenchmarkFailure("\(path): cannot be started; build it with `make build`")
    }
    return pid
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000
  }
}
