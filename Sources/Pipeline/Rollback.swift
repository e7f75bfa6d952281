import Load

/// Lets `current` of an output folder point at an earlier release.
public struct Rollback {
  private let output: String

  /// Makes a rollback in an output folder.
  public init(output: String) {
    self.output = output
  }

  /// Switches, and gives the run id of the release that is current now.
  ///
  /// - Parameter runID: the release to go to; nil for the one before the current one.
  /// - Throws: a `RunError` of status `inputMissing` where there is no such release, `locked` or `inputOutput`.
  public func execute(to runID: String?) throws(RunError) -> String {
    let history = ReleaseHistory(output: output)
    // Looking comes first, so that a misspelt output is not made.
    if try reading({ () throws(DiskError) in try history.releases() }).isEmpty {
      throw RunError(.inputMissing, "There is no release in \(output).")
    }
    let lock = try OutputLock(output: output)
    defer { lock.release() }
    let releases = try reading { () throws(DiskError) in try history.releases() }
    let current = try reading { () throws(DiskError) in try history.current() }
    let target: String
    if let runID {
      guard releases.contains(runID) else {
        let nearest = NearestNames.nearest(to: runID, in: releases, limit: 3).joined(separator: ", ")
        throw RunError(.inputMissing, "There is no release \(runID) in \(output). Nearest: \(nearest)")
      }
      target = runID
    } else {
      guard let current, let place = releases.firstIndex(of: current), place > 0 else {
        throw RunError(.inputMissing, "There is no release before the current one in \(output).")
      }
      target = releases[place - 1]
    }
    try reading { () throws(DiskError) in try history.switchCurrent(to: target) }
    return target
  }

  private func reading<Result>(_ body: () throws(DiskError) -> Result) throws(RunError) -> Result {
    do {
      return try body()
    } catch {
      throw RunError(.inputOutput, "The releases cannot be read or switched: \(error).")
    }
  }
}
