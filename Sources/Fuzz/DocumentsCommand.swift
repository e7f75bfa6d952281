import ArgumentParser
import Foundation
import Synthesis

/// `Fuzz documents`: mutated disclosures through the real program, batch by batch.
struct DocumentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "documents", abstract: "Runs mutated disclosures through the whole program.",
    discussion: """
      Each batch is run with one, two and four jobs, from folders that were filled in different orders. It holds if \
      every run ends by itself with 0 or 1, no document was cut off or crashed, all releases have the same bytes, and \
      `juesuan check --input` finds nothing. With --thorough-every 8, seven of eight batches are run only once. The \
      documents of a batch that does not hold are tried alone, and those that fail are kept.
      """)

  @Option(help: "How many documents to try; 0 for no end.")
  var documents = 1_000

  @Option(help: "Documents per batch.")
  var batch = 250

  @Option(help: "The seed of the first document; the others count up from it.")
  var seed: UInt64 = 1

  @Option(help: "Changes per document, at most.")
  var mutations = 6

  @Option(help: "The program to try (default: the one beside this one).")
  var program: String?

  @Flag(inversion: .prefixedNo, help: "Whether `juesuan check` must find nothing in what was made of the documents.")
  var check = true

  @Option(help: "Compares runs and checks the release in every batch of this number; the others are run once.")
  var thoroughEvery = 1

  @Option(help: "Where documents that fail are kept.")
  var failures = "fuzz-failures"

  func validate() throws {
    if documents < 0 || batch < 1 || mutations < 1 || thoroughEvery < 1 {
      throw ValidationError("Counts must be positive.")
    }
  }

  func run() throws {
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let program = program ?? beside.appendingPathComponent("juesuan").path
    let trial = try DocumentTrial(program: program, checks: check)
    defer { trial.remove() }
    var (tried, failed, batches) = (0, 0, 0)
    let start = Date()
    while documents == 0 || tried < documents {
      let count = documents == 0 ? batch : min(batch, documents - tried)
      let batch = (0..<count).map { document(at: UInt64(tried + $0)) }
      let isThorough = batches % thoroughEvery == 0
      if let complaint = try trial.complaint(about: batch, thoroughly: isThorough) {
        print("seeds from \(seed &+ UInt64(tried)): \(complaint)")
        failed += try keepFailures(of: batch, trial)
      }
      tried += count
      batches += 1
      print("\(tried) documents in \(Int(-start.timeIntervalSinceNow)) s, \(failed) failed")
      fflush(nil)
    }
    if failed > 0 { throw ExitCode(1) }
  }

  /// A document of its own seed, whatever the batch it is tried in.
  private func document(at index: UInt64) -> MutatedFile {
    let seed = seed &+ index
    let mutations = 1 + Int(seed % UInt64(mutations))
    let layouts = Layout.allCases
    let layout = layouts[Int(seed / UInt64(self.mutations) % UInt64(layouts.count))]
    let plan = SynthesisPlan(documents: 1, seed: seed, damage: .random, layouts: [layout], mutations: mutations)
    let document = plan.document(at: 0)
    return MutatedFile(name: "\(seed)-\(document.fileName)", bytes: document.bytes)
  }

  /// Tries each document of a batch alone and keeps those that fail; at least one, as the batch has failed.
  private func keepFailures(of batch: [MutatedFile], _ trial: DocumentTrial) throws -> Int {
    let folder = URL(fileURLWithPath: failures)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var count = 0
    for file in batch {
      guard let complaint = try trial.complaint(about: [file]) else { continue }
      count += 1
      try Data(file.bytes).write(to: folder.appendingPathComponent(file.name))
      print("  \(failures)/\(file.name): \(complaint)")
    }
    if count == 0 { print("  no document of the batch fails alone") }
    return max(1, count)
  }
}

/// A document to try.
struct MutatedFile {
  /// Its file's name, which tells its seed.
  var name: String
  /// What it holds.
  var bytes: [UInt8]
}
