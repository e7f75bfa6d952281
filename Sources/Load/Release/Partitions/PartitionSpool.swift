import Crypto

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
/// Each document goes to the end of the files of its partition. What is not yet written is bounded for all of them
/// together, and no file stays open, so that neither memory nor descriptors grow with the archive. What a night reads
/// mostly fits, and then no file is written at all.
final class PartitionSpool {
  private struct Part {
    var pending: [UInt8] = []
    var bytes = 0
    var hash = SHA256()
    var isCreated = false
  }

  private let folder: String
  private let disk: any Disk
  /// Bytes held before they are written.
  private let capacity: Int
  private let kinds = PartKind.all
  private var parts: [Partition: [Part]] = [:]
  private var pending = 0
  private var hasFlushed = false

  /// Starts in the directory `folder`, which is there and empty.
  init(_ folder: String, on disk: any Disk, capacity: Int) {
    self.folder = folder
    self.disk = disk
    self.capacity = capacity
  }

  /// The partitions that documents have been given for.
  var partitions: [Partition] { parts.keys.sorted() }

  /// Appends a document to the files of its partition.
  func append(_ rendering: DocumentRendering) throws(DiskError) {
    let partition = rendering.partition
    if parts[partition] == nil { parts[partition] = kinds.map { Part(pending: $0.header) } }
    for (index, kind) in kinds.enumerated() {
      let bytes = kind.content(rendering)
      parts[partition]?[index].pending.append(contentsOf: bytes)
      pending += bytes.count
    }
    if pending > capacity { try flush() }
  }

  /// Ends the appending: what is read is in files, unless all of it fits into memory.
  func finish() throws(DiskError) {
    if hasFlushed { try flush() }
  }

  /// Hands over a partition, once the appending has ended; nil where no document of it was given.
  func take(_ partition: Partition) -> SpooledPartition? {
    guard let taken = parts.removeValue(forKey: partition) else { return nil }
    return SpooledPartition(
      parts: zip(kinds, taken).map { kind, part in
        if !part.isCreated { return .pending(part.pending) }
        let written = WrittenPart(
          kind: kind.name, partition: partition, bytes: part.bytes, sha256: Hexadecimal.text(of: part.hash.finalize()))
        return .written(path: path(of: kind, in: partition), written)
      })
  }

  private func path(of kind: PartKind, in partition: Partition) -> String { "\(folder)/\(kind.path(in: partition))" }

  private func flush() throws(DiskError) {
    for partition in partitions {
      for index in kinds.indices { try flush(partition, index) }
    }
    pending = 0
    hasFlushed = true
  }

  private func flush(_ partition: Partition, _ index: Int) throws(DiskError) {
    // Taken out and put back, so that no copy of the bytes is made.
    guard var part = parts[partition]?[index] else { return }
    parts[partition]?[index].pending = []
    if part.pending.isEmpty && part.isCreated { return }
    let kind = kinds[index]
    if !part.isCreated { try disk.createDirectories("\(folder)/\(kind.name)/\(partition.folder)") }
    let path = path(of: kind, in: partition)
    let file = try part.isCreated ? disk.append(path) : disk.create(path)
    do throws(DiskError) {
      try disk.write(all: part.pending, to: file)
    } catch {
      try? disk.close(file)
      throw error
    }
    try disk.close(file)
    part.isCreated = true
    part.bytes += part.pending.count
    part.pending.withUnsafeBytes { part.hash.update(bufferPointer: $0) }
    part.pending = []
    parts[partition]?[index] = part
  }
}
