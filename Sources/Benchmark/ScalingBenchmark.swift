import Accounts
import Clean
import Extract
import Foundation
import Load
import Synthesis
import Transform

/// Measures how the cost of a document grows with its size, for each kind of input that could make it grow faster.
struct ScalingBenchmark {
  /// The sizes of what is added to a disclosure, in bytes.
  private static let sizes = [50_000, 100_000, 200_000, 400_000]
  /// The greatest exponent that passes, of time over size.
  private static let mostExponent = 1.15
  /// Kinds that take less time at the largest size, in seconds, are too quick for their exponent to mean anything.
  private static let leastTime = 0.15
  /// Only kinds whose name begins so.
  let prefix: String

  /// What one document costs.
  private struct Cost {
    var bytes: Int
    var seconds: Double
    var written: Int
  }

  /// Prints a line for each kind, and returns what grows faster than it may.
  func run() throws -> [String] {
    let names = Self.sizes.map { String(format: "%9d KB", $0 / 1_000) }.joined()
    print("kind".padding(toLength: 34, withPad: " ", startingAt: 0) + names + "  exponent  written/read")
    var missed: [String] = []
    for kind in HostileKind.all where kind.name.hasPrefix(prefix) {
      let costs = try Self.sizes.map { try Self.cost(of: kind.document(bytes: $0), path: kind.fileName) }
      let exponent = Self.exponent(costs)
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

  /// Takes a document through all stages, up to the bytes that a release holds of it.
  private static func cost(of bytes: [UInt8], path: String) throws -> Cost {
    let start = threadSeconds()
    var written = 0
    for cleaned in Cleaner.clean(try Extractor.extract(bytes, path: path)) {
      written += DocumentRendering(Transformer.transform(cleaned)).byteCount
    }
    return Cost(bytes: bytes.count, seconds: threadSeconds() - start, written: written)
  }

  /// The slope of the logarithm of time over that of size, by least squares.
  private static func exponent(_ costs: [Cost]) -> Double {
    let points = costs.map { (x: log(Double($0.bytes)), y: log(max($0.seconds, 1e-6))) }
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
