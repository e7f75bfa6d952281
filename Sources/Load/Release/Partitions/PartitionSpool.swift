import Crypto

/// The files of partitions while documents arrive in the order of their sources, and so partition by partition mixed.
///
/// Each document goes to the end of the files of its partition. What is not yet written is bounded for all of them
/// together, and no file stays open, so that neither memory nor descriptors grow with the archive.
final class PartitionSpool {
  private struct Part {
    var pending: [UInt8] = []
    var bytes = 0
    var hash = SHA256()
    var isCreated = false
  }

  /// Bytes held before they are written.
  static let capacity = 24 << 20

  private let folder: String
  private let disk: any Disk
  private let kinds = PartKind.all
  private var parts: [Partition: [Part]] = [:]
  private var pending = 0

  /// Starts in the directory `folder`, which is there and empty.
  init(_ folder: String, on disk: any Disk) {
    self.folder = folder
    self.disk = disk
  }

  /// The partitions that documents have been given for.
  var partitions: [Partition] { parts.keys.sorted() }

  /// Whether documents of a partition have been given.
  func holds(_ partition: Partition) -> Bool { parts[partition] != nil }

  /// Where a file of a partition is.
  func path(of kind: PartKind, in partition: Partition) -> String { "\(folder)/\(kind.path(in: partition))" }

  /// Appends a document to the files of its partition.
  func append(_ rendering: DocumentRendering) throws(DiskError) {
    let partition = rendering.partition
    if parts[partition] == nil { try begin(partition) }
    for (index, kind) in kinds.enumerated() {
      let bytes = kind.content(rendering)
      parts[partition]?[index].pending.append(contentsOf: bytes)
      pending += bytes.count
    }
    if pending > Self.capacity { try flush() }
  }

  /// Writes all that is pending.
  func flush() throws(DiskError) {
    for partition in partitions {
      for index in kinds.indices { try flush(partition, index) }
    }
    pending = 0
  }

  /// What was written of a file of a partition, once all is flushed.
  func written(_ index: Int, in partition: Partition) -> WrittenPart? {
    guard let part = parts[partition]?[index] else { return nil }
    return WrittenPart(
      kind: kinds[index].name, partition: partition, bytes: part.bytes,
      sha256: Hexadecimal.text(of: part.hash.finalize()))
  }

  /// Forgets a partition whose files have been taken.
  func forget(_ partition: Partition) {
    parts[partition] = nil
  }

  private func begin(_ partition: Partition) throws(DiskError) {
    for kind in kinds { try disk.createDirectories("\(folder)/\(kind.name)/\(partition.folder)") }
    parts[partition] = kinds.map { Part(pending: $0.header) }
  }

  private func flush(_ partition: Partition, _ index: Int) throws(DiskError) {
    // Taken out and put back, so that no copy of the bytes is made.
    guard var part = parts[partition]?[index] else { return }
    parts[partition]?[index].pending = []
    if part.pending.isEmpty && part.isCreated { return }
    let path = path(of: kinds[index], in: partition)
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
