import Accounts
import Clean
import Extract
import Foundation
import Load
import Synthesis
import Transform

/// Measures how the cost of a document grows with its size, for each kind of input that could make it grow faster.
struct ScalingBenchmark {
  /// How often each document is measured; the least time counts, since whatever else the machine does only adds to it.
  private static let rounds = 3
  /// The greatest exponent that passes, of time over size.
  private static let mostExponent = 1.15
  /// Kinds that take less time at the largest size, in seconds, are too quick for their exponent to mean anything.
  private static let leastTime = 0.15
  /// Only kinds whose name begins so.
  let prefix: String
  /// The largest of the four sizes of what is added to a disclosure, in bytes.
  let largest: Int
  /// Whether `juesuan check` of a release of each document is measured, instead of the stages that make it.
  let isOfCheck: Bool
  /// The juesuan that makes and checks releases, and where.
  let binary: URL
  let scratch: URL

  private var sizes: [Int] { [largest / 8, largest / 4, largest / 2, largest] }

  /// What one document costs.
  private struct Cost {
    var bytes: Int
    var seconds: Double
    var written: Int
  }

  /// Prints a line for each kind, and returns what grows faster than it may.
  func run() throws -> [String] {
    let names = sizes.map { String(format: "%9d KB", $0 / 1_000) }.joined()
    print("kind".padding(toLength: 34, withPad: " ", startingAt: 0) + names + "  exponent  written/read")
    var missed: [String] = []
    for kind in HostileKind.all where kind.name.hasPrefix(prefix) {
      let bare = try cost(of: kind, bytes: 0)
      let costs = try sizes.map { try cost(of: kind, bytes: $0) }
      let exponent = Self.exponent(costs, above: bare)
      let times = costs.map { String(format: "%10.3f s", $0.seconds) }.joined()
      let last = costs[costs.count - 1]
      print(
        kind.name.padding(toLength: 34, withPad: " ", startingAt: 0) + times
          + String(format: "%10.2f%14.1f", exponent, Double(last.written) / Double(last.bytes)))
      if exponent > Self.mostExponent, last.seconds > Self.leastTime {
        missed.append(String(format: "benchmark: scaling, %@: exponent %.2f", kind.name, exponent))
      }
    }
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    print("Peak memory of all: \(usage.ru_maxrss / 1_024) MB")
    return missed
  }

  /// The least cost of a document of a kind.
  private func cost(of kind: HostileKind, bytes: Int) throws -> Cost {
    let document = kind.document(bytes: bytes)
    if isOfCheck { return try costOfCheck(of: document, path: kind.fileName) }
    var least = try Self.cost(of: document, path: kind.fileName)
    for _ in 1..<Self.rounds {
      least.seconds = min(least.seconds, try Self.cost(of: document, path: kind.fileName).seconds)
    }
    return least
  }

  /// Checks a release of a document with its source.
  private func costOfCheck(of document: [UInt8], path: String) throws -> Cost {
    let folder = scratch.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (input, output) = (folder.appendingPathComponent("in"), folder.appendingPathComponent("out"))
    try FileManager.default.createDirectory(at: input, withIntermediateDirectories: true)
    try Data(document).write(to: input.appendingPathComponent(path))
    _ = try ChildProcess.cpuSeconds(
      of: binary, ["run", "--input", input.path, "--output", output.path, "--isolation", "none"], accepting: [0, 1])
    var least = Double.infinity
    for _ in 0..<Self.rounds {
      least = min(
        least, try ChildProcess.cpuSeconds(of: binary, ["check", output.path, "--input", input.path], accepting: [0]))
    }
    let release = output.appendingPathComponent("current").resolvingSymlinksInPath()
    let files = FileManager.default.enumerator(at: release, includingPropertiesForKeys: [.fileSizeKey])
    let written = (files?.allObjects as? [URL] ?? []).reduce(0) { sum, file in
      sum + ((try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0)
    }
    return Cost(bytes: document.count, seconds: least, written: written)
  }

  /// Takes a document through all stages, up to the bytes that a release holds of it.
  private static func cost(of bytes: [UInt8], path: String) throws -> Cost {
    let start = threadSeconds()
    var written = 0
    for cleaned in Cleaner.clean(try Extractor.extract(bytes, path: path)) {
      written += DocumentRendering(Transformer.transform(cleaned)).byteCount
    }
    return Cost(bytes: bytes.count, seconds: threadSeconds() - start, written: written)
  }

  /// The slope of the logarithm of time over that of size, by least squares; both above those of the disclosure to which
  /// something is added, since a byte of that costs more or less than one of what is added.
  private static func exponent(_ costs: [Cost], above bare: Cost) -> Double {
    let points = costs.map { cost in
      (x: log(Double(cost.bytes - bare.bytes)), y: log(max(cost.seconds - bare.seconds, 1e-4)))
    }
    let count = Double(points.count)
    let x = points.reduce(0) { $0 + $1.x } / count
    let y = points.reduce(0) { $0 + $1.y } / count
    let above = points.reduce(0) { $0 + ($1.x - x) * ($1.y - y) }
    return above / points.reduce(0) { $0 + ($1.x - x) * ($1.x - x) }
  }

  private static func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
  }
}
