import Glibc
import Load
import Synchronization

/// Which operation of a disk fails, and how.
public final class FaultPlan: Sendable {
  /// What happens at the chosen operation.
  public enum Fault: String, Sendable, CaseIterable {
    /// It finds no space; a write writes half. Counted are only operations that take space.
    case noSpace
    /// The medium does not answer; the program goes on.
    case inputOutputError
    /// The process is killed: nothing happens any more. Counted are only operations that change something, since dying
    /// before any other leaves what dying before the next of these leaves.
    case killed
    /// The power fails: nothing happens any more, and what was not waited for is gone. Counted are operations that change
    /// something, or wait for it.
    case powerLost
  }

  private static let takingSpace: Set<String> = ["createDirectory", "create", "write", "link", "hardLink", "sync"]
  private static let changing: Set<String> = [
    "createDirectory", "create", "write", "rename", "link", "hardLink", "remove", "removeDirectory",
  ]
  private static let waiting: Set<String> = ["sync", "syncDirectory", "syncFileSystem"]

  private let fault: Fault
  private let operation: Int
  private let part: String
  private let done = Mutex(0)

  /// Lets the operation at that place fail, counted from 1 among those whose path contains `part`; all where it is empty.
  public init(_ fault: Fault, at operation: Int, in part: String = "") {
    self.fault = fault
    self.operation = operation
    self.part = part
  }

  /// How many operations have begun.
  public var count: Int { done.withLock { $0 } }
  /// Whether the chosen operation was reached.
  public var hasStruck: Bool { count >= operation }

  /// A disk on which the plan is carried out.
  public func disk(on disk: any Disk) -> FaultyDisk {
    FaultyDisk(on: disk) { (operation, path) throws(DiskError) in
      let counts = self.counts(operation) && (self.part.isEmpty || path.contains(self.part))
      let place = self.done.withLock { done in
        done += counts ? 1 : 0
        return done
      }
      let isOver = (self.fault == .killed || self.fault == .powerLost) && place >= self.operation
      guard isOver || counts && place == self.operation else { return }
      throw DiskError(operation: operation, path: path, code: self.fault == .noSpace ? ENOSPC : EIO)
    }
  }

  /// Whether the fault may strike at an operation.
  private func counts(_ operation: String) -> Bool {
    switch fault {
    case .noSpace: Self.takingSpace.contains(operation)
    case .inputOutputError: true
    case .killed: Self.changing.contains(operation)
    case .powerLost: Self.changing.contains(operation) || Self.waiting.contains(operation)
    }
  }
}
