import Accounts
import Synchronization

/// Reads documents in processes of their own, so that one that hangs, swells or crashes harms no other.
final class WorkerPool: Sendable {
  private struct Workers {
    var idle: [WorkerProcess] = []
    var busy: [WorkerProcess] = []
    var isStopped = false
  }

  private let workers = Mutex(Workers())
  private let program: String
  private let settings: WorkerSettings
  private let processor: SourceProcessor

  /// Makes a pool without processes; they start as they are needed.
  ///
  /// - Parameters:
  ///   - program: the program whose command `worker` reads documents.
  ///   - processor: describes the files that no process could read, and knows of duplicates.
  init(program: String, settings: WorkerSettings, processor: SourceProcessor) {
    (self.program, self.settings, self.processor) = (program, settings, processor)
  }

  /// Starts the first process.
  ///
  /// - Throws: a `RunError` where not even one starts: no document could be read then.
  func start() throws(RunError) {
    do throws(WorkerFailure) {
      release(try startWorker(), isWell: true)
    } catch {
      throw RunError(.inputOutput, "\(error.message) With 'isolation: none' documents are read without one.")
    }
  }

  /// Ends all processes, also those that read; what they read is given up.
  func stop() {
    let idle = workers.withLock { workers in
      workers.isStopped = true
      for worker in workers.busy { worker.interrupt() }
      defer { workers.idle = [] }
      return workers.idle
    }
    for worker in idle { worker.stop() }
  }

  /// Reads one file, on whatever thread calls it.
  ///
  /// What fails in a process that has read other documents before is tried once more in a fresh one, so that nothing
  /// depends on them; but for what took too long, since that would double the time.
  func process(_ index: Int, _ file: InputFile) -> ProcessedSource {
    do throws(WorkerFailure) {
      let worker = try take()
      let isFresh = worker.isFresh
      do throws(WorkerFailure) {
        return try read(index, file, in: worker)
      } catch {
        if isFresh || isStopped || error.reason == "time-limit" { throw error }
      }
      return try read(index, file, in: startWorker())
    } catch {
      return fail(index, file, error)
    }
  }

  private func fail(_ index: Int, _ file: InputFile, _ failure: WorkerFailure) -> ProcessedSource {
    let failure = failure.failure(of: file.name)
    if isStopped { return ProcessedSource(index: index, file: file, failure: failure) }
    return processor.fail(index, file, failure)
  }

  private var isStopped: Bool { workers.withLock { $0.isStopped } }

  /// A process that reads no other document.
  private func take() throws(WorkerFailure) -> WorkerProcess {
    let waiting = workers.withLock { workers in
      let waiting = workers.idle.popLast()
      if let waiting { workers.busy.append(waiting) }
      return waiting
    }
    return if let waiting { waiting } else { try startWorker() }
  }

  private func startWorker() throws(WorkerFailure) -> WorkerProcess {
    let worker = try WorkerProcess(program: program, settings: settings)
    workers.withLock { workers in
      workers.busy.append(worker)
      if workers.isStopped { worker.interrupt() }
    }
    do throws(WorkerFailure) {
      try worker.awaitReady()
      return worker
    } catch {
      release(worker, isWell: false)
      throw error
    }
  }

  private func read(
    _ index: Int, _ file: InputFile, in worker: WorkerProcess
  ) throws(WorkerFailure) -> ProcessedSource {
    var isWell = false
    defer { release(worker, isWell: isWell) }
    let contents = try worker.read(file)
    guard var source = WorkerResult.source(contents, index: index, file: file) else {
      throw WorkerFailure(.garbled, worker.stop(), in: .load, settings)
    }
    isWell = true
    if let sha256 = source.sha256, !processor.isFirst(sha256, index) { source.documents = [] }
    return source
  }

  /// Keeps a process for the next document, unless it has failed.
  private func release(_ worker: WorkerProcess, isWell: Bool) {
    workers.withLock { workers in
      workers.busy.removeAll { $0 === worker }
      if isWell, !workers.isStopped { workers.idle.append(worker) }
    }
  }
}
