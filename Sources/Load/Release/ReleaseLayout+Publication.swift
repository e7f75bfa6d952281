import Glibc

/// The steps on disk that every way of writing a release shares.
extension ReleaseLayout {
  /// Makes the folder of releases and removes what crashed runs left in the output.
  ///
  /// Throws a `DiskError` where the directory cannot be written, or a release of that run is there already.
  func prepare(on disk: any Disk) throws(DiskError) {
    try disk.createDirectories(releases)
    if try disk.kind(of: release) != .absent {
      throw DiskError(operation: "create release", path: release, code: EEXIST)
    }
    for name in try disk.names(in: output)
    where name.hasPrefix(Self.stagingPrefix) || name.hasPrefix(Self.nextCurrentPrefix) {
      try disk.removeAll("\(output)/\(name)")
    }
  }

  /// Makes what is staged visible: all bytes on the medium first, then one rename, then the link `current`.
  func publish(on disk: any Disk) throws(DiskError) {
    // One call for all files and their directories: syncing each would cost far more than writing it.
    try disk.syncFileSystem(staging)
    try disk.rename(staging, to: release)
    try disk.syncDirectory(releases)
    try switchCurrent(on: disk)
  }

  /// Lets `current` point at the release, in one step.
  func switchCurrent(on disk: any Disk) throws(DiskError) {
    try disk.link(nextCurrent, to: "releases/\(runID)")
    try disk.rename(nextCurrent, to: current)
    try disk.syncDirectory(output)
  }
}
