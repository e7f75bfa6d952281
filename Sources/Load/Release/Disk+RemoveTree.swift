import Dispatch
import Synchronization

extension Disk {
  /// Removes a directory with all that is in it, each folder that stands in it on a thread of its own.
  ///
  /// An old release has a directory for each dataset of each partition. Nobody has looked at them for days, so that its
  /// removal is mostly waiting for the medium, which answers many questions at once in the time of one.
  func removeTree(_ path: String) throws(DiskError) {
    let failure = Mutex<DiskError?>(nil)
    let group = DispatchGroup()
    for name in try names(in: path) {
      // A serial queue has a thread of its own; those of a concurrent one are as many as there are processors.
      DispatchQueue(label: "remove \(name)").async(group: group) {
        do throws(DiskError) {
          try removeAll("\(path)/\(name)")
        } catch {
          failure.withLock { $0 = $0 ?? error }
        }
      }
    }
    group.wait()
    if let error = failure.withLock({ $0 }) { throw error }
    try removeDirectory(path)
  }
}
