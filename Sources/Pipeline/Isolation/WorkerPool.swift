import Accounts
import Synchronization

/// Reads documents in processes of their own, so that one that hangs, swells or crashes harms no other.
final class WorkerPool: Sendable {
  private let idle = Mutex<[WorkerProcess]>([])
  private let processor: SourceProcessor
  private let seconds: Double?
  private let memory: Int?
  private let decisions: String?

  /// Makes a pool without processes; they start as they are needed.
  ///
  /// - Parameters:
  ///   - processor: describes the files that no process could read, and knows of duplicates.
  ///   - decisions: the folder of reviewers' decisions.
  init(processor: SourceProcessor, seconds: Double?, memory: Int?, decisions: String?) {
    self.processor = processor
    self.seconds = seconds
    self.memory = memory
    self.decisions = decisions
  }

  deinit {
    for worker in idle.withLock({ $0 }) { worker.hangUp() }
  }

  /// Reads one file, on whatever thread calls it.
  func process(_ index: Int, _ file: InputFile) -> ProcessedSource {
    let waiting = idle.withLock { $0.popLast() }
    guard
      let worker = waiting
        ?? WorkerProcess(
          maxFileBytes: processor.stages.maxFileBytes, isPartitioned: processor.style == .lines, decisions: decisions)
    else {
      return processor.fail(
        index, file,
        StageFailure(
          stage: .extract, document: file.name, isTransient: true, reason: "no-worker",
          message: "The system does not let another process start."))
    }
    do throws(WorkerFailure) {
      let source = try read(index, file, in: worker)
      idle.withLock { $0.append(worker) }
      return source
    } catch {
      worker.cutOff()
      return processor.fail(
        index, file,
        StageFailure(stage: error.stage, document: file.name, reason: error.reason, message: error.message))
    }
  }

  private func read(
    _ index: Int, _ file: InputFile, in worker: WorkerProcess
  ) throws(WorkerFailure) -> ProcessedSource {
    let contents = try worker.read(file, seconds: seconds, memory: memory)
    guard var source = WorkerResult.source(contents, index: index, file: file) else {
      throw WorkerFailure(reason: "crashed", message: "The program gave a wrong answer for it.", stage: .load)
    }
    if let sha256 = source.sha256, !processor.isFirst(sha256, index) { source.documents = [] }
    return source
  }
}

extension SourceProcessor {
  /// How files are read: in this process, or in others where the configuration limits what a document may take.
  func isolated(_ configuration: PipelineConfiguration) -> @Sendable (Int, InputFile) -> ProcessedSource {
    let (seconds, memory) = (configuration.secondsPerDocument, configuration.memoryPerDocument)
    if seconds == nil, memory == nil { return process }
    return WorkerPool(processor: self, seconds: seconds, memory: memory, decisions: configuration.decisions).process
  }
}
