import Accounts
import Clean
import Extract
import Foundation
import Synthesis
import Transform

/// Measures what the joint decision over one disclosure's forms takes, beside all of its reading.
struct ReconciliationBenchmark {
  /// How many damaged disclosures to generate.
  let documents: Int

  /// Prints the CPU time of the median and of the worst document, and returns what is above 3 ms and 50 ms.
  func run() throws -> [String] {
    let plan = SynthesisPlan(documents: documents, seed: 1, damage: .random)
    var decisions: [Double] = []
    var whole: [Double] = []
    for index in 0..<documents {
      let document = plan.document(at: index)
      let bytes = document.bytes
      var cleaned: [CleanedDocument] = []
      let read = try Self.milliseconds {
        cleaned = Cleaner.clean(try Extractor.extract(bytes, path: document.fileName))
        for part in cleaned { _ = Transformer.transform(part) }
      }
      // The lesser of two: the first may wait for memory.
      let decide = cleaned.map { Transformer.reconciliation(of: $0) }
      let run = { Self.milliseconds { for part in decide { _ = part() } } }
      decisions.append(min(run(), run()))
      whole.append(read)
    }
    decisions.sort()
    whole.sort()
    let (median, worst) = (decisions[documents / 2], decisions[documents - 1])
    print(
      String(
        format: """
          %d damaged documents (generated), CPU per document
          reconciliation   median %.3f ms   worst %.3f ms   ratio of the medians to extract, clean and transform %.3f
          """, documents, median, worst, median / whole[documents / 2]))
    return [("median", median, 3.0), ("worst", worst, 50.0)].compactMap { name, time, most in
      time > most ? String(format: "benchmark: reconciliation, %@: %.3f ms, more than %.0f ms", name, time, most) : nil
    }
  }

  /// The CPU time of this thread that some work takes.
  private static func milliseconds(_ work: () throws -> Void) rethrows -> Double {
    let start = threadSeconds()
    try work()
    return (threadSeconds() - start) * 1_000
  }

  private static func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
  }
}
