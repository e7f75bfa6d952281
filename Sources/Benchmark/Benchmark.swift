import Foundation

/// Measures the pipeline beside two yardsticks: a plain Python program, and libxml2's DOM parse alone.
@main enum Benchmark {
  /// Runs the benchmark; exits with 1 on errors and where a gate is missed.
  static func main() {
    do {
      let options = try BenchmarkOptions(Array(CommandLine.arguments.dropFirst()))
      if options.wantsHelp {
        print(BenchmarkOptions.help)
        return
      }
      if options.operations != nil || options.killPoints != nil {
        let missed = try measureOperations(options)
        for message in missed { report(message) }
        exit(missed.isEmpty ? 0 : 1)
      }
      if let prefix = options.scaling {
        let missed = try measureScaling(prefix, options)
        for message in missed { report(message) }
        exit(missed.isEmpty ? 0 : 1)
      }
      if let documents = options.reconciliation {
        let missed = try ReconciliationBenchmark(documents: documents).run()
        for message in missed { report(message) }
        exit(missed.isEmpty ? 0 : 1)
      }
      let result = try measure(options)
      print(options.isJSON ? result.json : result.summary)
      let missed = result.missedGates(options)
      for message in missed { report(message) }
      exit(missed.isEmpty ? 0 : 1)
    } catch {
      report("\(error)")
      exit(1)
    }
  }

  private static func measureOperations(_ options: BenchmarkOptions) throws -> [String] {
    let scratch = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    var missed: [String] = []
    if let points = options.killPoints {
      missed += try KillTest(binary: options.binary, scratch: scratch, points: points).run()
    }
    if let documents = options.operations {
      missed += try OperationsBenchmark(binary: options.binary, scratch: scratch, documents: documents).run()
    }
    return missed
  }

  private static func measureScaling(_ prefix: String, _ options: BenchmarkOptions) throws -> [String] {
    let scratch = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    return try ScalingBenchmark(
      prefix: prefix, largest: options.largest, isOfCheck: options.isOfCheck, binary: options.binary, scratch: scratch
    ).run()
  }

  private static func scratchFolder() throws -> URL {
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("juesuan-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    return scratch
  }

  private static func measure(_ options: BenchmarkOptions) throws -> BenchmarkResult {
    let scratch = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    let inputs = try BenchmarkInputs(options, scratch: scratch)
    let python = try PythonYardstick(scratch: scratch)
    let pipeline = PipelineRun(binary: options.binary, scratch: scratch)
    var samples = BenchmarkSamples()
    // Interleaved, so that whatever else the machine does slows all of them alike.
    for round in 1...options.rounds {
      if !options.isJSON { report("round \(round) of \(options.rounds)") }
      samples.text.append(try pipeline.run(on: inputs.textDirectory))
      samples.python.append(try python.run(on: inputs.textDirectory))
      samples.html.append(try pipeline.run(on: inputs.htmlDirectory))
      samples.parse.append(try ParseYardstick.run(on: inputs.pages))
    }
    return BenchmarkResult(inputs: inputs, samples: samples)
  }

  private static func report(_ message: String) {
    FileHandle.standardError.write(Data((message + "\n").utf8))
  }
}

/// Why the benchmark could not be run; the text says it to people.
struct BenchmarkFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = "benchmark: " + description
  }
}
