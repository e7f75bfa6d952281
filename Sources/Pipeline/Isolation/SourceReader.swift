/// Reads files as the configuration says: in processes of their own, or in this one.
struct SourceReader: Sendable {
  private let processor: SourceProcessor
  private let pool: WorkerPool?

  /// Makes a reader.
  ///
  /// - Parameter program: the program whose command `worker` reads documents; nil to read them in this process.
  init(_ processor: SourceProcessor, _ configuration: PipelineConfiguration, program: String?) {
    self.processor = processor
    pool =
      if let program, configuration.isolation == .process {
        WorkerPool(program: program, settings: WorkerSettings(configuration), processor: processor)
      } else { nil }
  }

  /// Reads one file, on whatever thread calls it.
  func process(_ index: Int, _ file: InputFile) -> ProcessedSource {
    pool?.process(index, file) ?? processor.process(index, file)
  }

  /// Calls `body`, which has files read; when the task is cancelled, no document is waited for.
  ///
  /// - Throws: what `body` throws, and a `RunError` where documents are to be read in processes and none starts.
  func whileReading(_ body: () async throws -> Void) async throws {
    defer { pool?.stop() }
    try await withTaskCancellationHandler {
      do throws(RunError) {
        try pool?.start()
      } catch {
        try Task.checkCancellation()
        throw error
      }
      try await body()
    } onCancel: {
      pool?.stop()
    }
  }
}
