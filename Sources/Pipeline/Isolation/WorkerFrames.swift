import Accounts
import FoundationEssentials
import Load

/// What passes between a run and the processes that work for it: frames of a kind, a length and bytes.
enum WorkerFrame {
  /// The kinds of frames, by their first byte.
  enum Kind: UInt8 {
    /// A file to read.
    case file = 1
    /// The stage that begins.
    case stage = 2
    /// What became of the file.
    case result = 3
    /// The worker waits for files.
    case ready = 4

    /// The most bytes that the contents of such a frame may have: who announces more is not believed.
    var maximumLength: Int {
      switch self {
      case .file: 1 << 20
      case .stage: 16
      case .result: 1 << 30
      case .ready: 0
      }
    }
  }

  /// Bytes before the contents: the kind, and the length as eight bytes, lowest first.
  static let headSize = 9

  static func head(_ kind: Kind, length: Int) -> [UInt8] {
    [kind.rawValue] + (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
  }

  /// The kind and the length that a head gives; nil for other bytes.
  static func parse(_ head: [UInt8]) -> (kind: Kind, length: Int)? {
    guard head.count == headSize, let kind = Kind(rawValue: head[0]) else { return nil }
    let length = head.dropFirst().reversed().reduce(0) { $0 << 8 | Int($1) }
    return length < 0 ? nil : (kind, length)
  }

  /// A file as the contents of a frame.
  static func contents(of file: InputFile) -> [UInt8] {
    [Array(file.root.utf8), file.relativePath.bytes, file.path.bytes].flatMap { bytes in
      head(.file, length: bytes.count) + bytes
    }
  }

  /// The file that the contents of a frame give; nil for other bytes.
  static func file(_ contents: [UInt8]) -> InputFile? {
    guard let pieces = pieces(contents[...], count: 3) else { return nil }
    return InputFile(
      root: String(decoding: pieces[0], as: UTF8.self), relativePath: FilePath(bytes: pieces[1]),
      path: FilePath(bytes: pieces[2]))
  }

  /// So many pieces of bytes, each behind a head; nil where they are not there.
  static func pieces(_ bytes: ArraySlice<UInt8>, count: Int) -> [ArraySlice<UInt8>]? {
    var rest = bytes
    var pieces: [ArraySlice<UInt8>] = []
    for _ in 0..<count {
      guard let (_, length) = parse(Array(rest.prefix(headSize))), length <= rest.count - headSize else { return nil }
      rest = rest.dropFirst(headSize)
      pieces.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return pieces
  }
}

/// What became of a file, as one process tells another.
struct WorkerResult: Codable {
  private struct Document: Codable {
    var rendering: RenderingParts
    var quarantine: QuarantineEntry?
    var isSetAside: Bool
  }

  private struct Failure: Codable {
    var stage: String
    var document: String
    var line: Int?
    var isTransient: Bool
    var reason: String
    var message: String
  }

  private var bytes: Int?
  private var sha256: String?
  private var documents: [Document]
  private var counts: RunCounts
  private var failure: Failure?
  private var stale: [StaleDecision]
  private var timings: [Int64]

  /// A source as the contents of a frame: a description in JSON, then the bytes of its documents.
  static func contents(of source: ProcessedSource) -> [UInt8] {
    let result = WorkerResult(source)
    guard let description = try? JSONEncoder().encode(result) else { return [] }
    var contents = WorkerFrame.head(.result, length: description.count) + description
    for piece in source.documents.lazy.flatMap(\.rendering.contents) {
      contents += WorkerFrame.head(.result, length: piece.count)
      contents += piece
    }
    return contents
  }

  /// The source that the contents of a frame describe; nil for other bytes.
  static func source(_ contents: [UInt8], index: Int, file: InputFile) -> ProcessedSource? {
    guard let description = WorkerFrame.pieces(contents[...], count: 1)?.first,
      let result = try? JSONDecoder().decode(WorkerResult.self, from: Data(description))
    else { return nil }
    let perDocument = Dataset.all.count + 2
    let rest = contents.dropFirst(WorkerFrame.headSize + description.count)
    guard let pieces = WorkerFrame.pieces(rest, count: perDocument * result.documents.count) else { return nil }
    return result.source(pieces: pieces.map(Array.init), perDocument: perDocument, index: index, file: file)
  }

  private init(_ source: ProcessedSource) {
    bytes = source.bytes
    sha256 = source.sha256
    counts = source.counts
    stale = source.stale
    documents = source.documents.map {
      Document(rendering: RenderingParts($0.rendering), quarantine: $0.quarantine, isSetAside: $0.isSetAside)
    }
    failure = source.failure.map {
      Failure(
        stage: $0.stage.rawValue, document: $0.document, line: $0.line, isTransient: $0.isTransient,
        reason: $0.reason, message: $0.message)
    }
    let spent = source.timings
    timings = [spent.extract, spent.clean, spent.transform, spent.render].map {
      $0.components.seconds * 1_000_000_000 + $0.components.attoseconds / 1_000_000_000
    }
  }

  private func source(pieces: [[UInt8]], perDocument: Int, index: Int, file: InputFile) -> ProcessedSource? {
    var source = ProcessedSource(index: index, file: file, bytes: bytes, sha256: sha256, counts: counts, stale: stale)
    for (number, document) in documents.enumerated() {
      let contents = Array(pieces[(number * perDocument)..<((number + 1) * perDocument)])
      guard let rendering = document.rendering.rendering(contents: contents) else { return nil }
      source.documents.append(
        ProcessedSource.Document(
          rendering: rendering, quarantine: document.quarantine, isSetAside: document.isSetAside))
    }
    if let failure, let stage = StageFailure.Stage(rawValue: failure.stage) {
      source.failure = StageFailure(
        stage: stage, document: failure.document, line: failure.line, isTransient: failure.isTransient,
        reason: failure.reason, message: failure.message)
    }
    if timings.count == 4 {
      let spent = timings.map { Duration.nanoseconds($0) }
      source.timings = StageTimings(extract: spent[0], clean: spent[1], transform: spent[2], render: spent[3])
    }
    return source
  }
}
