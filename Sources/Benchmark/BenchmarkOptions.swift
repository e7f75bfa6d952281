import Foundation

/// What the command line asks for.
struct BenchmarkOptions {
  /// The release binary to measure.
  var binary: URL
  /// The folder whose text exports are copied; generated disclosures where nil.
  var seeds: URL?
  /// Copies of each export.
  var copies = 60
  /// Runs of each program; the medians count.
  var rounds = 5
  /// Whether to print JSON.
  var isJSON = false
  /// The greatest ratio to the Python program that passes.
  var maximumPython: Double?
  /// The greatest ratio to the DOM parse that passes.
  var maximumParse: Double?
  /// Damaged documents on which the joint decision is measured; nil to measure something else.
  var reconciliation: Int?
  /// The beginning of the names of the kinds of input whose growth is measured; nil to measure something else.
  var scaling: String?
  /// The largest size at which it is measured, in bytes.
  var largest = 400_000
  /// Whether the growth of `juesuan check` is measured instead.
  var isOfCheck = false
  /// Documents of the archive on which operations are measured; nil to measure the speed of reading instead.
  var operations: Int?
  /// How often a night is killed.
  var killPoints: Int?
  /// Whether only the help is wanted.
  var wantsHelp = false

  static let help = """
    Measures CPU per document of juesuan beside a plain Python program (text) and libxml2's DOM parse (HTML).

    usage: Benchmark [--binary FILE] [--seeds DIR] [--copies N] [--rounds N] [--json] [--max-python R] [--max-parse R]
           Benchmark --reconciliation N
           Benchmark [--binary FILE] --scaling KIND [--largest BYTES] [--check]
           Benchmark [--binary FILE] --operations N [--kill-points N]

      --binary FILE    the juesuan to measure (default: beside this program)
      --seeds DIR      text exports to copy (default: ../shared/seeds; generated disclosures where it is absent)
      --copies N       copies of each export (default: 60)
      --rounds N       interleaved runs, of which the medians count (default: 5)
      --json           print JSON
      --max-python R   exit with 1 where juesuan takes more than R times the CPU of the Python program
      --max-parse R    exit with 1 where juesuan takes more than R times the CPU of the DOM parse
      --reconciliation N  measure instead the joint decision over the forms of N damaged disclosures
      --scaling KIND   measure instead how cost grows with size, for the kinds of input that begin so; `all` for all
      --largest BYTES  the largest size of what is measured so (default: 400000)
      --check          measure so what it costs to check a release of such an input
      --operations N   measure instead what it costs to run a partitioned pipeline over N documents again and again
      --kill-points N  kill so many nights at points spread over their length, and look what readers see
    """

  init(_ arguments: [String]) throws {
    let program = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    binary = program.deletingLastPathComponent().appendingPathComponent("juesuan")
    let shared = URL(fileURLWithPath: FileManager.default.currentDirectoryPath).deletingLastPathComponent()
      .appendingPathComponent("shared/seeds")
    seeds = FileManager.default.fileExists(atPath: shared.path) ? shared : nil
    var rest = arguments[...]
    while let option = rest.popFirst() {
      switch option {
      case "--json": isJSON = true
      case "--check": isOfCheck = true
      case "--help", "-h": wantsHelp = true
      default:
        guard let value = rest.popFirst(), try set(option, to: value) else {
          throw BenchmarkFailure("\(option): unknown option, or a value is missing or wrong; see --help")
        }
      }
    }
  }

  /// Sets an option that takes a value; false where there is none of the name or the value does not fit.
  private mutating func set(_ option: String, to value: String) throws -> Bool {
    let count = Int(value).flatMap { $0 > 0 ? $0 : nil }
    switch option {
    case "--binary": binary = URL(fileURLWithPath: value)
    case "--seeds": seeds = URL(fileURLWithPath: value)
    case "--copies": copies = count ?? copies
    case "--rounds": rounds = count ?? rounds
    case "--reconciliation": reconciliation = count
    case "--largest": largest = count ?? largest
    case "--scaling": scaling = value == "all" ? "" : value
    case "--operations": operations = count
    case "--kill-points": killPoints = count
    case "--max-python": maximumPython = Double(value)
    case "--max-parse": maximumParse = Double(value)
    default: return false
    }
    switch option {
    case "--copies", "--rounds", "--reconciliation", "--operations", "--kill-points", "--largest": return count != nil
    case "--max-python", "--max-parse": return Double(value) != nil
    default: return true
    }
  }
}
