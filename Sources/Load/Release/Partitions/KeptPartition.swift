/// The taking over of one partition from the last release, apart from all others: it can be done on any thread.
public struct KeptPartition: Sendable {
  let disk: any Disk
  /// Its files.
  let parts: [WrittenPart]
  /// The folder of the last release.
  let base: String
  /// The folder of the release that is written.
  let staging: String

  /// Gives its files a second name in the new release, and returns them.
  public func link() throws(DiskError) -> [WrittenPart] {
    for part in parts {
      try disk.createDirectories("\(staging)/\(part.kind)/\(part.partition.folder)")
      try disk.hardLink("\(base)/\(part.path)", to: "\(staging)/\(part.path)")
    }
    return parts
  }
}
