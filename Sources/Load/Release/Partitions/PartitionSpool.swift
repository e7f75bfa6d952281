import Digests

/// The documents that a run has read of one partition, as the spool hands them over.
struct SpooledPartition: Sendable {
  /// A file that is already written, with its size and hash, or the bytes of one that is not.
  enum Part: Sendable {
    case written(path: String, WrittenPart)
    case pending([UInt8])

    /// Where its bytes are.
    var source: PartSource {
      switch self {
      case .written(let path, _): .file(path)
      case .pending(let bytes): .memory(bytes)
      }
    }
  }

  /// Its parts in the order of `PartKind.all`.
  var parts: [Part]
}

/// The files of partitions while documents arrive in the order of their sources, and so partition by partition mixed.
///
/// Each document goes to the end of the files of its partition. What is not yet written stands for all of them together
/// in one buffer that is taken once and never grows; no file stays open. So neither memory nor descriptors grow with the
/// archive. What a night reads mostly fits, and then no file is written at all.
final class PartitionSpool {
  private struct Part {
    /// Where its bytes that are not written stand in the buffer.
    var pending: [Range<Int>] = []
    var bytes = 0
    /// The hash of what is written; nil where nothing is.
    var hash: SHA256?
  }

  private static let pieceSize = 1 << 17

  private let folder: String
  private let disk: any Disk
  /// Bytes held before they are written.
  private let capacity: Int
  private let kinds = PartKind.all
  private var parts: [Partition: [Part]] = [:]
  private var buffer: [UInt8] = []
  private var hasFlushed = false

  /// Starts in the directory `folder`, which is there and empty.
  init(_ folder: String, on disk: any Disk, capacity: Int) {
    self.folder = folder
    self.disk = disk
    self.capacity = capacity
  }

  /// Appends a document to the files of its partition.
  func append(_ rendering: DocumentRendering) throws(DiskError) {
    let size = kinds.reduce(0) { $0 + $1.header.count + $1.content(rendering).count }
    if !buffer.isEmpty, buffer.count + size > capacity { try flush() }
    if buffer.isEmpty { buffer.reserveCapacity(capacity) }
    let partition = rendering.partition
    var taken = parts.removeValue(forKey: partition) ?? kinds.map { Part(pending: [hold($0.header)]) }
    for (index, kind) in kinds.enumerated() where !kind.content(rendering).isEmpty {
      taken[index].pending.append(hold(kind.content(rendering)))
    }
    parts[partition] = taken
    if buffer.count > capacity { try flush() }
  }

  /// Ends the appending: what is read is in files, unless all of it fits into memory.
  func finish() throws(DiskError) {
    guard hasFlushed else { return }
    try flush()
    buffer = []
  }

  /// Hands over a partition, once the appending has ended; nil where no document of it was given.
  func take(_ partition: Partition) -> SpooledPartition? {
    guard let taken = parts.removeValue(forKey: partition) else { return nil }
    return SpooledPartition(
      parts: zip(kinds, taken).map { kind, part in
        guard let hash = part.hash else { return .pending(pendingBytes(of: part)) }
        let written = WrittenPart(
          kind: kind.name, partition: partition, bytes: part.bytes, sha256: hash.hexadecimal())
        return .written(path: path(of: kind, in: partition), written)
      })
  }

  /// All its files stand in one directory: making one for each would take longer than writing them.
  private func path(of kind: PartKind, in partition: Partition) -> String {
    "\(folder)/\(kind.name) \(partition.folder.split(separator: "/").joined(separator: " "))"
  }

  /// Puts bytes at the end of the buffer.
  private func hold(_ bytes: [UInt8]) -> Range<Int> {
    let start = buffer.count
    buffer.append(contentsOf: bytes)
    return start..<buffer.count
  }

  private func pendingBytes(of part: Part) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(part.pending.reduce(0) { $0 + $1.count })
    for range in part.pending { bytes.append(contentsOf: buffer[range]) }
    return bytes
  }

  private func flush() throws(DiskError) {
    for partition in parts.keys.sorted() {
      for index in kinds.indices { try flush(partition, index) }
    }
    buffer.removeAll(keepingCapacity: buffer.capacity <= 2 * capacity)
    hasFlushed = true
  }

  private func flush(_ partition: Partition, _ index: Int) throws(DiskError) {
    guard var part = parts[partition]?[index], !part.pending.isEmpty else { return }
    let kind = kinds[index]
    let path = path(of: kind, in: partition)
    let file = try part.hash == nil ? disk.create(path) : disk.append(path)
    do throws(DiskError) {
      try write(&part, to: file)
    } catch {
      try? disk.close(file)
      throw error
    }
    try disk.close(file)
    parts[partition]?[index] = part
  }

  /// Writes what is pending of a part, in large pieces.
  private func write(_ part: inout Part, to file: DiskFile) throws(DiskError) {
    let hash = part.hash ?? SHA256()
    var piece: [UInt8] = []
    for (index, range) in part.pending.enumerated() {
      piece.append(contentsOf: buffer[range])
      if piece.count < Self.pieceSize, index < part.pending.count - 1 { continue }
      try disk.write(all: piece, to: file)
      piece.withUnsafeBytes(hash.update)
      part.bytes += piece.count
      piece.removeAll(keepingCapacity: true)
    }
    part.hash = hash
    part.pending = []
  }
}
