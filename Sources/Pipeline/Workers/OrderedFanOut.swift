/// Works on many inputs at once and hands the results on in the order of the inputs.
///
/// At most `jobs` inputs are worked on at a time, and none is begun that lies `lookAhead` or more behind the first
/// result still awaited, so memory is bounded by `lookAhead` results however long one input takes.
struct OrderedFanOut {
  var jobs: Int
  var lookAhead: Int

  /// Calls `work` for every input, concurrently, and `deliver` with each result, in order.
  ///
  /// - Throws: what `deliver` throws, and `CancellationError` when the task is cancelled; work begun is then awaited.
  func run<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], work: @escaping @Sendable (Int, Input) -> Output, deliver: (Output) throws -> Void
  ) async throws {
    try await run(inputs, prepare: { $0 }, work: work, deliver: deliver)
  }

  /// Calls `prepare` for every input, in order, `work` for what that gives, concurrently, and `deliver` with each
  /// result, in order; `prepare` and `deliver` are never called at the same time.
  ///
  /// - Throws: what `prepare` and `deliver` throw, and `CancellationError` when the task is cancelled; work begun is then
  ///   awaited.
  func run<Input, Job: Sendable, Output: Sendable>(
    _ inputs: [Input], prepare: (Input) throws -> Job, work: @escaping @Sendable (Int, Job) -> Output,
    deliver: (Output) throws -> Void
  ) async throws {
    try await run(inputs.count, prepare: { try prepare(inputs[$0]) }, work: work, deliver: deliver)
  }

  /// The same for `count` inputs that are known by their number alone.
  func run<Job: Sendable, Output: Sendable>(
    _ count: Int, prepare: (Int) throws -> Job, work: @escaping @Sendable (Int, Job) -> Output,
    deliver: (Output) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (Int, Output).self) { group in
      var begun = 0
      var delivered = 0
      var running = 0
      var waiting: [Int: Output] = [:]
      while delivered < count {
        while running < jobs, begun < min(count, delivered + lookAhead) {
          let (index, job) = (begun, try prepare(begun))
          group.addTask { (index, work(index, job)) }
          begun += 1
          running += 1
        }
        // Behind the next inputs, so that a worker that ends meanwhile finds one.
        if let ready = waiting.removeValue(forKey: delivered) {
          try deliver(ready)
          delivered += 1
          continue
        }
        guard let (index, output) = try await group.next() else { return }
        try Task.checkCancellation()
        running -= 1
        waiting[index] = output
      }
    }
  }
}
