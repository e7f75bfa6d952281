import Foundation

/// The documents of a release as a comparison needs them: where each says where its values came from.
struct ReleaseIndex {
  /// A document, and the bytes that hold its provenance.
  struct Entry {
    var id: String
    /// Path of its source, with the number of the document within it behind a `#`.
    var place: String
    var file: Int
    var range: Range<Int>
  }

  /// The documents in the order of their files.
  private(set) var documents: [Entry] = []
  /// The provenance files.
  private(set) var files: [String] = []
  /// Lines of provenance files that are the same file in the other release.
  private(set) var sharedValues = 0

  private let release: String

  /// Lists the documents of a release that are not in files which `other` shares.
  init(_ release: String, other: String) throws(ReleaseReaderError) {
    self.release = release
    let folder = "\(release)/provenance"
    guard let names = FileManager.default.enumerator(atPath: folder)?.compactMap({ $0 as? String }).sorted() else {
      throw .unreadable(path: folder, reason: "there is no such folder")
    }
    for name in names where name.hasSuffix(".jsonl") {
      let isPart = name.hasSuffix("/part.jsonl")
      if Self.number("\(folder)/\(name)") == Self.number("\(other)/provenance/\(name)") {
        sharedValues += try Self.contents("\(folder)/\(name)").reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
      } else if isPart {
        try addPart("\(folder)/\(name)", documents: "\(release)/documents/\(name.dropLast(6))" + ".csv")
      } else {
        files.append("\(folder)/\(name)")
      }
    }
    if !files.isEmpty, documents.isEmpty { try addFiles() }
  }

  /// The lines of provenance of a document.
  func lines(of entry: Entry) throws(ReleaseReaderError) -> Data {
    let contents = try Self.contents(files[entry.file])
    return entry.range.isEmpty ? contents : contents[entry.range]
  }

  /// Adds the documents of one partition.
  private mutating func addPart(_ path: String, documents table: String) throws(ReleaseReaderError) {
    let places = try Self.places(table)
    let contents = try Self.contents(path)
    var starts: [String: Range<Int>] = [:]
    contents.withUnsafeBytes { buffer in
      let bytes = buffer.bindMemory(to: UInt8.self)
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
        // {"document_id": "0123456789abcdef", ...
        let id = String(decoding: bytes[start..<end].dropFirst(17).prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
        starts[id] = (starts[id]?.lowerBound ?? start)..<end
        start = end
      }
    }
    files.append(path)
    for (id, place) in places {
      documents.append(Entry(id: id, place: place, file: files.count - 1, range: starts[id] ?? 0..<0))
    }
  }

  /// Adds the documents of a release that has one file of provenance for each.
  private mutating func addFiles() throws(ReleaseReaderError) {
    let places = Dictionary(try Self.places("\(release)/documents.csv")) { first, _ in first }
    for (index, file) in files.enumerated() {
      let id = String(file.split(separator: "/").last?.dropLast(6) ?? "")
      guard let place = places[id] else { continue }
      documents.append(Entry(id: id, place: place, file: index, range: 0..<0))
    }
  }

  /// The ids in a table of documents, with the places of their sources.
  private static func places(_ path: String) throws(ReleaseReaderError) -> [(String, String)] {
    try contents(path).withUnsafeBytes { buffer in
      var csv = CSVReader(buffer.bindMemory(to: UInt8.self))
      let columns = csv.next() ?? []
      var places: [(String, String)] = []
      while let values = csv.next() {
        let row = DatasetRow(columns: columns, values: values)
        let number = row["document_id"].split(separator: "-").dropFirst().first ?? "1"
        places.append((row["document_id"], "\(row["source_path"])#\(number)"))
      }
      return places
    }
  }

  private static func number(_ path: String) -> UInt64? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.systemFileNumber] as? NSNumber)?.uint64Value
  }

  private static func contents(_ path: String) throws(ReleaseReaderError) -> Data {
    try RegularFile.contents(path, options: .alwaysMapped)
  }
}
