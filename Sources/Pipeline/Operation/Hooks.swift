import Glibc

/// Commands that are run when a run has ended.
public struct Hooks: Equatable, Sendable {
  /// Run after a run without any warning.
  public var onSuccess: String?
  /// Run after a run that published nothing because it failed.
  public var onFailure: String?
  /// Run after a run that quarantined documents or warned.
  public var onWarning: String?

  /// No commands.
  public init() {}

  /// Runs the command for an end, if there is one, with the shell; gives its exit code where it failed.
  ///
  /// It finds in its environment `JUESUAN_RUN_ID`, `JUESUAN_RUN_OUTPUT`, `JUESUAN_RUN_RELEASE`, `JUESUAN_RUN_END`,
  /// `JUESUAN_RUN_EXIT_CODE`, `JUESUAN_RUN_MESSAGE`, and of the run's own environment what `inherited` names: secrets
  /// that others left there are none of its business.
  func run(_ end: RunEnd, output: String) -> Int32? {
    let command =
      switch end.kind {
      case .success: onSuccess
      case .warning: onWarning
      case .failure: onFailure
      }
    guard let command else { return nil }
    let variables = [
      "JUESUAN_RUN_ID": end.runID, "JUESUAN_RUN_OUTPUT": output, "JUESUAN_RUN_RELEASE": end.release ?? "",
      "JUESUAN_RUN_END": end.kind.rawValue, "JUESUAN_RUN_EXIT_CODE": "\(end.status.rawValue)",
      "JUESUAN_RUN_MESSAGE": end.error ?? end.warnings.joined(separator: "; "),
    ]
    return Self.shell(command, variables)
  }

  /// The variables of the run that a command finds too.
  static let inherited = ["PATH", "HOME", "LANG", "LC_ALL", "TZ"]

  private static func shell(_ command: String, _ variables: [String: String]) -> Int32? {
    let own = inherited.compactMap { name in getenv(name).map { (key: name, value: String(cString: $0)) } }
    var environment = (own + variables).map { strdup("\($0.key)=\($0.value)") } + [nil]
    let words: [String] = ["/bin/sh", "-c", command]
    var arguments = words.map { strdup($0) } + [nil]
    defer { for pointer in environment + arguments { free(pointer) } }
    // What the command prints must not be taken for the summary of the run.
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO)
    var pid: pid_t = 0
    guard posix_spawn(&pid, "/bin/sh", &actions, nil, &arguments, &environment) == 0 else { return 127 }
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    return code == 0 ? nil : code
  }
}
