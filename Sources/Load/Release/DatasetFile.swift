import Digests

/// What `datapackage.json` says of a file that was written.
struct WrittenFile: Hashable, Sendable {
  /// Its size.
  var bytes: Int
  /// Lower-case hexadecimal SHA-256 of its bytes.
  var sha256: String
}

/// The file of one dataset while it grows: written in large pieces, counted and hashed on the way.
struct DatasetFile {
  /// Bytes gathered before they are written.
  static let pieceSize = 1 << 18

  private let disk: any Disk
  private let file: DiskFile
  private var pending: [UInt8] = []
  private let hash = SHA256()
  private var bytes = 0
  private var isOpen = true

  /// Opens a new file at `path`.
  init(_ path: String, on disk: any Disk) throws(DiskError) {
    self.disk = disk
    file = try disk.create(path)
    pending.reserveCapacity(Self.pieceSize)
  }

  /// Appends rows.
  mutating func append(_ rows: [UInt8]) throws(DiskError) {
    try rows.withUnsafeBufferPointer { (rows) throws(DiskError) in try append(UnsafeRawBufferPointer(rows)) }
  }

  /// Appends rows.
  mutating func append(_ rows: UnsafeRawBufferPointer) throws(DiskError) {
    if pending.count + rows.count > Self.pieceSize { try flush() }
    if rows.count > Self.pieceSize {
      try write(rows)
    } else {
      pending.append(contentsOf: rows)
    }
  }

  /// Writes what is left, waits until it is on the medium unless something else will, and closes the file.
  mutating func finish(syncing: Bool = true) throws(DiskError) -> WrittenFile {
    try flush()
    if syncing { try disk.sync(file) } else { disk.beginSync(file) }
    isOpen = false
    try disk.close(file)
    return WrittenFile(bytes: bytes, sha256: hash.hexadecimal())
  }

  /// Closes the file as it is, if it is open.
  mutating func abandon() {
    if isOpen { try? disk.close(file) }
    isOpen = false
  }

  private mutating func flush() throws(DiskError) {
    // Taken out and put back, so that it can be written while the rest of `self` changes.
    var piece: [UInt8] = []
    swap(&piece, &pending)
    try piece.withUnsafeBufferPointer { (piece) throws(DiskError) in try write(UnsafeRawBufferPointer(piece)) }
    piece.removeAll(keepingCapacity: true)
    pending = piece
  }

  private mutating func write(_ piece: UnsafeRawBufferPointer) throws(DiskError) {
    if piece.isEmpty { return }
    try disk.write(piece, to: file)
    hash.update(piece)
    bytes += piece.count
  }
}
