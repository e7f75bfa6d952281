import Accounts
import Dispatch
import Glibc

/// A process that works for a run: reads files that it is told of on a socket, its standard input, and tells there what
/// became of them, until there are no more.
public enum WorkerLoop {
  /// Works until the run hangs up.
  public static func run(_ settings: WorkerSettings) throws(RunError) {
    // The run decides when to stop; a terminal would tell its whole group.
    signal(SIGINT, SIG_IGN)
    signal(SIGTERM, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
    var processor = SourceProcessor(
      stages: StageRunner(maxFileBytes: settings.maxFileBytes), style: settings.isPartitioned ? .lines : .files,
      duplicates: nil)
    if let decisions = settings.decisions { processor.book = try DecisionFile.read(folder: decisions) }
    let channel = WorkerChannel(descriptor: STDIN_FILENO)
    processor.onStage = { send(.stage, Array($0.rawValue.utf8), over: channel) }
    WorkerConfinement.enter(memory: settings.memory)
    exitWithRun(channel)
    send(.ready, [], over: channel)
    while let (kind, contents) = try? channel.receive(by: nil), kind == .file, let file = WorkerFrame.file(contents) {
      if let seconds = settings.seconds { WorkerConfinement.allow(seconds: seconds) }
      send(.result, WorkerResult.contents(of: processor.process(0, file)), over: channel)
    }
  }

  /// Reads bytes as everything that a run and its workers send each other, for tests of what a broken peer can do.
  package static func readFrames(_ bytes: [UInt8]) {
    _ = WorkerFrame.parse(Array(bytes.prefix(WorkerFrame.headSize)))
    let contents = Array(bytes.dropFirst(WorkerFrame.headSize))
    let path = FilePath("a.txt")
    let file = WorkerFrame.file(contents) ?? InputFile(root: "", relativePath: path, path: path)
    _ = WorkerResult.source(contents, index: 0, file: file)
  }

  /// Ends the process when the run is gone, even in the midst of a document.
  ///
  /// `PR_SET_PDEATHSIG` would not do: it waits for the end of the thread that started the process, and threads of a pool
  /// end long before the run.
  private static func exitWithRun(_ channel: WorkerChannel) {
    DispatchQueue.global().async {
      var entry = pollfd(fd: channel.descriptor, events: 0, revents: 0)
      while poll(&entry, 1, -1) <= 0 {}
      _exit(1)
    }
  }

  private static func send(_ kind: WorkerFrame.Kind, _ contents: [UInt8], over channel: WorkerChannel) {
    do {
      try channel.send(kind, contents, by: nil)
    } catch {
      _exit(1)
    }
  }
}
