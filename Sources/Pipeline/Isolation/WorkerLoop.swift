import Accounts
import Dispatch
import Glibc

/// A process that works for a run: reads files that it is told of on standard input, and tells on standard output what
/// became of them, until there are no more.
public enum WorkerLoop {
  /// Works until the run hangs up.
  public static func run(maxFileBytes: Int, isPartitioned: Bool, decisions: String?) throws(RunError) {
    // The run decides when to stop; a terminal would tell its whole group.
    signal(SIGINT, SIG_IGN)
    signal(SIGTERM, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
    let watch = exitWithParent()
    defer { watch.cancel() }
    var processor = SourceProcessor(
      stages: StageRunner(maxFileBytes: maxFileBytes), style: isPartitioned ? .lines : .files, duplicates: nil)
    if let decisions { processor.book = try DecisionFile.read(folder: decisions) }
    processor.onStage = { write(.stage, Array($0.rawValue.utf8)) }
    while let head = read(WorkerFrame.headSize), let (kind, length) = WorkerFrame.parse(head), kind == .file {
      guard let contents = read(length), let file = WorkerFrame.file(contents) else { return }
      write(.result, WorkerResult.contents(of: processor.process(0, file)))
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
  private static func exitWithParent() -> any DispatchSourceTimer {
    let parent = getppid()
    let timer = DispatchSource.makeTimerSource(queue: .global())
    timer.schedule(deadline: .now() + 1, repeating: 1)
    timer.setEventHandler { if getppid() != parent { _exit(1) } }
    timer.resume()
    return timer
  }

  private static func read(_ count: Int) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = Glibc.read(STDIN_FILENO, buffer.baseAddress?.advanced(by: filled), count - filled)
        if got < 0, errno == EINTR { continue }
        if got <= 0 { return }
        filled += got
      }
    }
    return bytes.count == count ? bytes : nil
  }

  private static func write(_ kind: WorkerFrame.Kind, _ contents: [UInt8]) {
    var rest = (WorkerFrame.head(kind, length: contents.count) + contents)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      if written <= 0 { _exit(1) }
      rest = rest.dropFirst(written)
    }
  }
}
