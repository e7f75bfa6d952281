import Accounts
import Digests
import Extract
import Load

/// What became of one file.
struct ProcessedSource: Sendable {
  /// A document of the file, ready to be written, with what is counted of it.
  struct Document: Sendable {
    var rendering: DocumentRendering
    var quarantine: QuarantineEntry?
    var isSetAside: Bool
  }

  /// Its place in the order of the inputs.
  var index: Int
  /// The file.
  var file: InputFile
  /// Its size; nil where it could not be read.
  var bytes: Int?
  /// Its hash; nil where it could not be read.
  var sha256: String?
  /// Its documents; none where an earlier file has the same bytes.
  var documents: [Document] = []
  /// What is counted of its documents.
  var counts = RunCounts()
  /// Reviewers' decisions about it that do not hold any more.
  var stale: [StaleDecision] = []
  /// Why it could not be read.
  var failure: StageFailure?
  /// Time spent on it.
  var timings = StageTimings()
}

/// Takes files through all stages, on whatever thread calls it.
struct SourceProcessor: Sendable {
  let stages: StageRunner
  /// How documents are rendered.
  var style = DocumentRendering.Style.files
  /// What reviewers decided.
  var book = DecisionBook()
  /// How much the documents of a source may take.
  var outputLimit = OutputLimit()
  /// Called as each stage begins.
  var onStage: @Sendable (StageFailure.Stage) -> Void = { _ in }
  /// Tells which of several files with the same bytes gives documents; nil where all do.
  var duplicates: DuplicateRegister? = DuplicateRegister()

  /// Reads, understands and renders one file.
  func process(_ index: Int, _ file: InputFile) -> ProcessedSource {
    var source = ProcessedSource(index: index, file: file)
    onStage(.extract)
    do {
      let bytes = try source.timings.measure(\.extract) { () throws(StageFailure) in try stages.read(file) }
      source.bytes = bytes.count
      understand(bytes, into: &source)
    } catch {
      source.failure = error
    }
    return source
  }

  /// What becomes of a file that could not be read for `failure`: a row of `documents` where its bytes can be.
  func fail(_ index: Int, _ file: InputFile, _ failure: StageFailure) -> ProcessedSource {
    var source = ProcessedSource(index: index, file: file)
    source.failure = failure
    guard let bytes = try? stages.read(file) else { return source }
    let record = Self.record(of: bytes, file: file)
    source.bytes = bytes.count
    source.sha256 = record.sha256
    if isFirst(record.sha256, index) { add(Self.quarantined(record, for: failure), to: &source) }
    return source
  }

  /// Whether no file before the one at `index` has these bytes, as far as is known by now.
  func isFirst(_ sha256: String, _ index: Int) -> Bool {
    duplicates?.claim(sha256, for: index) ?? true
  }

  private func understand(_ bytes: [UInt8], into source: inout ProcessedSource) {
    var timings = source.timings
    defer { source.timings = timings }
    do throws(StageFailure) {
      let extracted = try timings.measure(\.extract) { () throws(StageFailure) in
        try stages.extract(bytes, of: source.file)
      }
      source.sha256 = extracted.source.sha256
      guard isFirst(extracted.source.sha256, source.index) else { return }
      onStage(.clean)
      var room = outputLimit.bytes(ofSource: bytes.count)
      for cleaned in timings.measure(\.clean, { stages.clean(extracted) }) {
        onStage(.transform)
        var disclosure = timings.measure(\.transform) { stages.transform(cleaned) }
        source.stale += book.apply(to: &disclosure)
        onStage(.load)
        timings.measure(\.render) { add(disclosure, to: &source) }
        room -= source.documents.last?.rendering.contents.reduce(0) { $0 + $1.count } ?? 0
        if room < 0 { throw tooMuchOutput(of: source.file, bytes: bytes.count) }
      }
    } catch {
      (source.documents, source.counts, source.stale) = ([], RunCounts(), [])
      source.failure = error
      let record = Self.record(of: bytes, file: source.file)
      source.sha256 = record.sha256
      guard isFirst(record.sha256, source.index) else { return }
      timings.measure(\.render) { add(Self.quarantined(record, for: error), to: &source) }
    }
  }

  private func tooMuchOutput(of file: InputFile, bytes: Int) -> StageFailure {
    StageFailure(
      stage: .load, document: file.name, reason: "output-limit",
      message:
        "A source of \(bytes) bytes may give \(outputLimit.bytes(ofSource: bytes)) bytes of a release, and it would "
        + "give more.")
  }

  private func add(_ disclosure: Disclosure, to source: inout ProcessedSource) {
    let isFailure = source.failure != nil
    source.counts.add(disclosure)
    source.documents.append(
      ProcessedSource.Document(
        rendering: DocumentRendering(disclosure, style: style),
        quarantine: disclosure.outcome == .quarantined && !isFailure ? QuarantineEntry(disclosure) : nil,
        isSetAside: disclosure.isSetAside))
  }

  /// The row of a file whose bytes were read but not understood.
  private static func quarantined(_ record: SourceRecord, for failure: StageFailure) -> Disclosure {
    var disclosure = Disclosure(source: record)
    disclosure.outcome = .quarantined
    disclosure.findings = [Finding(.quarantined, message: failure.message, sourceLine: failure.line)]
    return disclosure
  }

  private static func record(of bytes: [UInt8], file: InputFile) -> SourceRecord {
    let isHTML = ["html", "htm", "xhtml"].contains(file.path.fileExtension)
    return SourceRecord(
      path: file.name, sha256: SHA256.hexadecimal(of: bytes), bytes: bytes.count,
      format: isHTML ? .html : .text, layout: isHTML ? .html : .spaces, encoding: "")
  }
}
