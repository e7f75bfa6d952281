import Foundation

/// Kills the real program at many points of a night: readers see the old release or the new one, and the next run gives
/// the bytes of a run that nothing has disturbed.
struct KillTest {
  let binary: URL
  let scratch: URL
  let points: Int

  /// Prints what was seen, and returns what does not hold.
  func run() throws -> [String] {
    let night = try KilledNight(binary: binary, scratch: scratch)
    var tally = KillTally(duration: night.seconds)
    for point in 0..<points {
      if point > 0, point.isMultiple(of: 50) {
        print("\(point) of \(points) kill points, \(tally.failures.count) failures")
        fflush(nil)  // it takes long, and may be watched through a pipe
      }
      let delay = tally.delay(of: point, among: points)
      tally.add(try night.kill(after: delay), after: delay)
    }
    print(tally.summary)
    return tally.failures + tally.missedPhases(among: points)
  }
}

/// How far a run had come when it was killed, by what it left on disk.
enum KillPhase: String, CaseIterable {
  case starting = "before it wrote anything"
  case reading = "while it read"
  case writing = "while it wrote partitions"
  case publishing = "while it published"
  case committing = "between publication and its end"
  case ended = "after its end"
}

/// What a night that was killed showed.
struct KilledRun {
  var phase: KillPhase
  /// Whether `current` showed the new release.
  var showsNew: Bool
  /// What did not hold.
  var failures: [String]
}

/// Counts what was seen, and chooses where to kill next.
struct KillTally {
  /// Seconds that an undisturbed run takes.
  let duration: Double
  private(set) var failures: [String] = []
  private var delays: [KillPhase: [Double]] = [:]
  private var seenNew = 0

  init(duration: Double) {
    self.duration = duration
  }

  /// When to kill: every other time at a place in an even spread over the run; else within the phase that was hit least.
  func delay(of point: Int, among points: Int) -> Double {
    let even = duration * 1.1 * Double(point) / Double(points)
    let hit = [KillPhase.reading, .writing, .publishing, .committing].compactMap { delays[$0] }
    guard point.isMultiple(of: 2), let rarest = hit.min(by: { $0.count < $1.count }),
      let first = rarest.min(), let last = rarest.max()
    else { return even }
    // Multiples of the golden ratio fill a range evenly, whatever their number.
    let place = (Double(point) * 0.618_034).truncatingRemainder(dividingBy: 1)
    return max(0, first - 0.002 + (last - first + 0.004) * place)
  }

  mutating func add(_ run: KilledRun, after delay: Double) {
    delays[run.phase, default: []].append(delay)
    if run.showsNew { seenNew += 1 }
    failures += run.failures.map { "killed after \(delay) s, \(run.phase.rawValue): \($0)" }
  }

  /// How many runs were killed, and when.
  var summary: String {
    let all = delays.values.reduce(0) { $0 + $1.count }
    let phases = KillPhase.allCases.map { "  \(delays[$0]?.count ?? 0) \($0.rawValue)" }
    return """
      \(all) nights of \(String(format: "%.3f", duration)) s killed:
      \(phases.joined(separator: "\n"))
      \(all - seenNew) times readers saw the old release, \(seenNew) times the new one; \(failures.count) failures
      """
  }

  /// The phases that too few kills have hit for anything to be proven.
  func missedPhases(among points: Int) -> [String] {
    [KillPhase.reading, .writing, .publishing].filter { (delays[$0]?.count ?? 0) < points / 20 }
      .map { "too few runs were killed \($0.rawValue)" }
  }
}
