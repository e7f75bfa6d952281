import Synchronization
import Testing

@testable import Pipeline

@Suite struct OrderedFanOutTests {
  @Test func resultsComeInTheOrderOfTheInputs() async throws {
    var delivered: [Int] = []
    try await OrderedFanOut(jobs: 8, lookAhead: 16).run(Array(0..<500)) { _, input in
      // Work of very different length, so that tasks end out of order.
      (0..<((input * 7919) % 5_000)).reduce(input) { sum, _ in sum }
    } deliver: {
      delivered.append($0)
    }
    #expect(delivered == Array(0..<500))
  }

  @Test func nothingIsBegunBeyondTheLookAhead() async throws {
    let begun = Mutex(0)
    var delivered = 0
    var furthest = 0
    try await OrderedFanOut(jobs: 4, lookAhead: 6).run(Array(0..<200)) { index, _ in
      begun.withLock { $0 = max($0, index + 1) }
    } deliver: {
      furthest = max(furthest, begun.withLock { $0 } - delivered)
      delivered += 1
    }
    #expect(delivered == 200)
    #expect(furthest <= 6)
  }

  @Test func noMoreThanTheJobsRunAtOnce() async throws {
    let running = Mutex((now: 0, most: 0))
    try await OrderedFanOut(jobs: 1, lookAhead: 8).run(Array(0..<100)) { _, _ in
      running.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
      running.withLock { $0.now -= 1 }
    } deliver: { _ in
    }
    #expect(running.withLock { $0.most } == 1)
  }

  @Test func anErrorOfTheConsumerEndsTheRun() async {
    var delivered = 0
    await #expect(throws: RunError.self) {
      try await OrderedFanOut(jobs: 2, lookAhead: 4).run(Array(0..<50)) { _, input in
        input
      } deliver: { input in
        delivered += 1
        if input == 3 { throw RunError(.inputOutput, "full") }
      }
    }
    #expect(delivered == 4)
  }
}
