import Foundation

/// Measures what the operation of a large archive costs: memory, a night with little to do, one with nothing.
struct OperationsBenchmark {
  let binary: URL
  let scratch: URL
  let documents: Int

  /// Prints the measures, and returns what does not hold.
  func run() throws -> [String] {
    let small = try measured(
      "full run of \(documents / 10)", OperationsArchive(folder("small"), documents: documents / 10))
    let archive = try OperationsArchive(folder("large"), documents: documents)
    let full = try measured("full run of \(documents)", archive)
    // Sources younger than the clock's tick are hashed once more: this run takes that out of the measures.
    _ = try measured("the run after it", archive)
    let idle = try measured("nothing changed", archive)
    try archive.change(100, spread: false, mark: "second")
    let night = try measuredNight("100 changed, side by side", archive)
    try archive.change(100, spread: true, mark: "third")
    let spread = try measuredNight("100 changed, all over the country", archive)

    var missed: [String] = []
    func demand(_ holds: Bool, _ message: String) {
      print((holds ? "holds:  " : "MISSED: ") + message)
      if !holds { missed.append(message) }
    }
    demand(full.peakBytes <= 300 << 20, "peak memory \(full.peakBytes >> 20) MiB, at most 300 MiB")
    let growth = Double(full.peakBytes) / Double(small.peakBytes)
    demand(growth <= 1.1, "peak memory is \(Self.text(growth)) times that of a tenth of the documents, at most 1.1")
    let share = { (part: MeasuredProcess) in part.seconds / full.seconds * 100 }
    for (night, place) in [(night, "side by side"), (spread, "all over the country")] {
      demand(share(night) <= 3, "100 changed \(place) cost \(Self.text(share(night))) % of the full run, at most 3 %")
    }
    demand(share(idle) <= 1, "nothing changed costs \(Self.text(share(idle))) % of the full run, at most 1 %")
    return missed
  }

  private func folder(_ name: String) -> URL { scratch.appendingPathComponent(name) }

  private func measured(_ name: String, _ archive: OperationsArchive) throws -> MeasuredProcess {
    let result = try MeasuredProcess.run(binary, ["run", archive.pipeline.path, "--log-level", "error"])
    guard result.status == 0 else { throw BenchmarkFailure("\(name): ended with \(result.status)") }
    print(
      "\(name): \(Self.text(result.seconds)) s, CPU \(Self.text(result.cpuSeconds)) s, peak \(result.peakBytes >> 20) MiB"
    )
    fflush(nil)  // it takes long, and may be watched through a pipe
    return result
  }

  private func measuredNight(_ name: String, _ archive: OperationsArchive) throws -> MeasuredProcess {
    let result = try measured(name, archive)
    let (written, all) = try archive.partitionsWritten()
    print("  \(written) of \(all) partitions were written anew")
    return result
  }

  private static func text(_ number: Double) -> String { String(format: "%.2f", number) }
}
