import Foundation

/// Kills the real program at many points of a night: readers see the old release or the new one, and the next run gives
/// the bytes of a run that nothing has disturbed.
struct KillTest {
  let binary: URL
  let scratch: URL
  let points: Int

  /// Prints what was seen, and returns what does not hold.
  ///
  /// The phases of a night take turns, since some are short, and each is hit all along its length.
  func run() throws -> [String] {
    let night = try KilledNight(binary: binary, scratch: scratch)
    let phases = KillPhase.allCases.dropLast()
    var runs: [KilledRun] = []
    for point in 0..<points {
      if point > 0, point.isMultiple(of: 50) {
        print("\(point) of \(points) kill points, \(runs.reduce(0) { $0 + $1.failures.count }) failures")
        fflush(nil)  // it takes long, and may be watched through a pipe
      }
      let turn = point / phases.count
      // Multiples of the golden ratio fill a range evenly, whatever their number.
      let place = (Double(turn) * 0.618_034).truncatingRemainder(dividingBy: 1)
      runs.append(try night.kill(in: phases[point % phases.count], at: place))
    }
    return report(runs, night)
  }

  private func report(_ runs: [KilledRun], _ night: KilledNight) -> [String] {
    let counts = Dictionary(grouping: runs, by: \.phase).mapValues(\.count)
    print("\(points) nights of \(String(format: "%.3f", night.seconds)) s killed:")
    for phase in KillPhase.allCases { print("  \(counts[phase] ?? 0) \(phase.text)") }
    let failures = runs.flatMap { run in run.failures.map { "killed \(run.phase.text): \($0)" } }
    let new = runs.count { $0.showsNew }
    print("readers saw \(runs.count - new) times the old release, \(new) times the new one; \(failures.count) failures")
    return failures
      + [KillPhase.reading, .writing, .publishing].filter { (counts[$0] ?? 0) < points / 10 }
      .map { "too few runs were killed \($0.text)" }
  }
}

/// How far a run has come, by what it has left on disk.
enum KillPhase: Int, CaseIterable {
  case starting, reading, writing, publishing, committing, ended

  /// When that is, in words.
  var text: String {
    switch self {
    case .starting: "before it wrote anything"
    case .reading: "while it read"
    case .writing: "while it wrote partitions"
    case .publishing: "while it published"
    case .committing: "between publication and its end"
    case .ended: "after its end"
    }
  }
}

/// What a night that was killed showed.
struct KilledRun {
  var phase: KillPhase
  /// Whether `current` showed the new release.
  var showsNew: Bool
  /// What did not hold.
  var failures: [String]
}
