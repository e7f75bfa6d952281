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
    /// The process is killed: nothing happens any more.
    case killed
    /// The power fails: nothing happens any more, and what was not waited for is gone.
    case powerLost
  }

  private static let takingSpace: Set<String> = ["createDirectory", "create", "write", "link", "hardLink", "sync"]
  private let fault: Fault
  private let operation: Int
  private let done = Mutex(0)

  /// Lets the operation at that place fail, counted from 1.
  public init(_ fault: Fault, at operation: Int) {
    self.fault = fault
    self.operation = operation
  }

  /// How many operations have begun.
  public var count: Int { done.withLock { $0 } }
  /// Whether the chosen operation was reached.
  public var hasStruck: Bool { count >= operation }

  /// A disk on which the plan is carried out.
  public func disk(on disk: any Disk) -> FaultyDisk {
    FaultyDisk(on: disk) { (operation, path) throws(DiskError) in
      if self.fault == .noSpace, !Self.takingSpace.contains(operation) { return }
      let place = self.done.withLock { done in
        done += 1
        return done
      }
      let isEnd = self.fault == .killed || self.fault == .powerLost
      guard place == self.operation || isEnd && place > self.operation else { return }
      throw DiskError(operation: operation, path: path, code: self.fault == .noSpace ? ENOSPC : EIO)
    }
  }
}
