/// The releases that stand side by side in an output directory.
public struct ReleaseHistory: Sendable {
  private let output: String
  private let disk: any Disk

  /// Looks into the directory `output`.
  public init(output: String, disk: any Disk = POSIXDisk()) {
    self.output = output
    self.disk = disk
  }

  /// The run ids of all whole releases, oldest first.
  public func releases() throws(DiskError) -> [String] {
    guard try disk.kind(of: "\(output)/releases") == .directory else { return [] }
    // Ids are times with -2, -3, ... behind those of the same second.
    return try disk.names(in: "\(output)/releases").filter { !$0.hasPrefix(".") }.sorted(by: Self.isEarlier)
  }

  /// The release that `current` points at; nil without one.
  public func current() throws(DiskError) -> String? {
    guard let target = try disk.target(of: "\(output)/current") else { return nil }
    return target.split(separator: "/").last.map(String.init)
  }

  /// Lets `current` point at the release of a run.
  public func switchCurrent(to runID: String) throws(DiskError) {
    let layout = ReleaseLayout(output: output, runID: runID)
    if try disk.kind(of: layout.nextCurrent) != .absent { try disk.remove(layout.nextCurrent) }
    try layout.switchCurrent(on: disk)
  }

  /// Removes all but the newest `count` releases; those in `kept` and the current one stay whatever their age.
  public func retain(_ count: Int, keeping kept: Set<String> = []) throws(DiskError) -> [String] {
    let current = try current()
    let old = try releases().dropLast(count).filter { $0 != current && !kept.contains($0) }
    for runID in old {
      // Under a name that a crash leaves to be removed: half a release must never look whole.
      let layout = ReleaseLayout(output: output, runID: runID)
      try disk.rename(layout.release, to: layout.staging)
      try disk.syncDirectory("\(output)/releases")
      try disk.syncDirectory(output)
      try disk.removeTree(layout.staging)
    }
    return Array(old)
  }

  /// Whether one run started before another, by their ids.
  public static func isEarlier(_ left: String, _ right: String) -> Bool {
    let (a, b) = (parts(left), parts(right))
    return a.stamp == b.stamp ? a.count < b.count : a.stamp < b.stamp
  }

  private static func parts(_ id: String) -> (stamp: Substring, count: Int) {
    guard let dash = id.lastIndex(of: "-"), let count = Int(id[id.index(after: dash)...]) else { return (id[...], 1) }
    return (id[..<dash], count)
  }
}
