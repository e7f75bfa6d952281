/// Time spent in each stage, summed over all workers.
public struct StageTimings: Sendable {
  /// Reading files and extracting.
  public var extract: Duration = .zero
  /// Cleaning.
  public var clean: Duration = .zero
  /// Transforming.
  public var transform: Duration = .zero
  /// Rendering rows and documents.
  public var render: Duration = .zero

  /// Adds the times of another worker.
  static func += (left: inout StageTimings, right: StageTimings) {
    left.extract += right.extract
    left.clean += right.clean
    left.transform += right.transform
    left.render += right.render
  }

  /// Runs `body` and adds its time to `field`.
  mutating func measure<Result, Failure: Error>(
    _ field: WritableKeyPath<StageTimings, Duration>, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start = ContinuousClock.now
    defer { self[keyPath: field] += ContinuousClock.now - start }
    return try body()
  }
}

extension Duration {
  /// The duration in seconds, to the millisecond.
  var seconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) + Double(attoseconds / 1_000_000_000_000_000) / 1_000
  }
}
