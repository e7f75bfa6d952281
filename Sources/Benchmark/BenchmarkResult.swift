import Foundation

/// CPU seconds of every run.
struct BenchmarkSamples {
  /// juesuan on text.
  var text: [Double] = []
  /// The Python program on the same text.
  var python: [Double] = []
  /// juesuan on HTML.
  var html: [Double] = []
  /// The DOM parse of the same HTML.
  var parse: [Double] = []
}

/// Medians per document, and how they compare.
struct BenchmarkResult {
  private let origin: String
  private let documents: Int
  private let kilobytesText: Int
  private let kilobytesHTML: Int
  /// Milliseconds per document.
  private let text, python, html, parse: Double

  init(inputs: BenchmarkInputs, samples: BenchmarkSamples) {
    origin = inputs.origin
    documents = inputs.documents
    kilobytesText = inputs.textBytes / inputs.documents / 1_000
    kilobytesHTML = inputs.htmlBytes / inputs.documents / 1_000
    let perDocument = { (seconds: [Double]) in Self.median(seconds) * 1_000 / Double(inputs.documents) }
    text = perDocument(samples.text)
    python = perDocument(samples.python)
    html = perDocument(samples.html)
    parse = perDocument(samples.parse)
  }

  private var pythonRatio: Double { text / python }
  private var parseRatio: Double { html / parse }

  /// A table for people.
  var summary: String {
    """
    \(documents) documents (\(origin)), medians of CPU per document
    text, \(kilobytesText) KB   juesuan \(Self.rounded(text)) ms   plain Python \(Self.rounded(python)) ms   ratio \(Self.rounded(pythonRatio))
    HTML, \(kilobytesHTML) KB   juesuan \(Self.rounded(html)) ms   libxml2 DOM  \(Self.rounded(parse)) ms   ratio \(Self.rounded(parseRatio))
    """
  }

  /// One JSON object.
  var json: String {
    """
    {"origin": "\(origin)", "documents": \(documents), \
    "text": {"kilobytes": \(kilobytesText), "juesuan_ms": \(Self.rounded(text)), "python_ms": \(Self.rounded(python)), \
    "ratio": \(Self.rounded(pythonRatio))}, \
    "html": {"kilobytes": \(kilobytesHTML), "juesuan_ms": \(Self.rounded(html)), "parse_ms": \(Self.rounded(parse)), \
    "ratio": \(Self.rounded(parseRatio))}}
    """
  }

  /// What is said where a ratio is above the greatest that the options allow.
  func missedGates(_ options: BenchmarkOptions) -> [String] {
    [
      Self.missed("plain Python", pythonRatio, options.maximumPython),
      Self.missed("libxml2's DOM parse", parseRatio, options.maximumParse),
    ].compactMap { $0 }
  }

  private static func missed(_ yardstick: String, _ ratio: Double, _ maximum: Double?) -> String? {
    guard let maximum, ratio > maximum else { return nil }
    return "benchmark: \(rounded(ratio)) times \(yardstick), more than \(rounded(maximum))"
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  private static func rounded(_ value: Double) -> String { String(format: "%.3f", value) }
}
