import DiskFaults
import Foundation
import Load
import Testing

@testable import Pipeline

/// Every operation of the disk fails once in every way: readers see the old release or the new one, and the next run
/// gives the bytes of a run that nothing has disturbed.
@Suite struct CrashTests {
  /// Where a night holds what it has read until it writes the partitions.
  enum Spool: CaseIterable {
    case memory, files

    var bytes: Int { self == .memory ? 1 << 20 : 0 }
    /// Which operations are let fail, by their paths: the others are the same as those with a spool in memory.
    var part: String { self == .memory ? "" : "-spool" }
  }

  @Test(.timeLimit(.minutes(40)), arguments: FaultPlan.Fault.allCases, Spool.allCases)
  func anyOperationMayFail(fault: FaultPlan.Fault, spool: Spool) async throws {
    let night = try Night()
    let template = night.folder.path + "/template"
    for (index, name) in ["a.txt", "b.txt", "c.txt"].enumerated() {
      try night.write(name, year: 2021 + index, figure: 1)
    }
    _ = try await night.run(output: template).execute()
    let old = try night.current(template)
    // One partition stays, one gets a document beside its own, one is gone, and two are new.
    try night.write("c.txt", year: 2022, figure: 2)
    try night.write("d.txt", year: 2024, figure: 2)
    try night.write("e.txt", year: 2020, figure: 2)
    let new = try await night.afresh()

    var operation = 1
    while true {
      let plan = FaultPlan(fault, at: operation, in: spool.part)
      try await strike(plan, fault, spool, night, template, old: old, new: new)
      if !plan.hasStruck { break }
      operation += 1
    }
    #expect(operation > 50)
  }

  private func strike(
    _ plan: FaultPlan, _ fault: FaultPlan.Fault, _ spool: Spool, _ night: Night, _ template: String,
    old: [String: Data], new: [String: Data]
  ) async throws {
    let files = FileManager.default
    let output = night.folder.path + "/out"
    let graveyards = ["/first", "/second"].map { night.folder.path + $0 }
    for folder in [output] + graveyards where files.fileExists(atPath: folder) { try files.removeItem(atPath: folder) }
    try files.copyItem(atPath: template, toPath: output)
    for folder in graveyards { try files.createDirectory(atPath: folder, withIntermediateDirectories: true) }

    let machine = ForgetfulDisk(graveyard: graveyards[0])
    var struck = night.run(disk: plan.disk(on: machine)) { $0.releasesKept = 1 }
    struck.spooledBytes = spool.bytes
    _ = try? await struck.execute()
    if fault == .powerLost { machine.losePower() }
    let seen = try night.current()
    #expect(seen == old || seen == new, "after operation \(plan.count)")

    _ = try await night.run(disk: ForgetfulDisk(graveyard: graveyards[1])) { $0.releasesKept = 1 }.execute()
    #expect(try night.current() == new, "again after operation \(plan.count)")
    let left = try files.contentsOfDirectory(atPath: output).filter { $0.hasPrefix(".") && $0 != ".lock" }
    #expect(left.isEmpty, "after operation \(plan.count)")
  }
}
