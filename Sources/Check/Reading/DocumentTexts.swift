/// Reads the canonical JSON and the provenance of documents in their order: from a file each, or from the JSON Lines
/// of a partition.
struct DocumentTexts {
  private let shelf: ReleaseShelf
  /// Nil where documents have files of their own.
  private let lines: (canonical: DocumentLines, provenance: DocumentLines)?

  /// Starts with the first document of a shelf.
  init(_ shelf: ReleaseShelf, _ journal: inout Journal) {
    self.shelf = shelf
    if shelf.partition == nil {
      lines = nil
    } else {
      lines = (
        DocumentLines(shelf.release, shelf.canonicalPath(of: ""), &journal),
        DocumentLines(shelf.release, shelf.provenancePath(of: ""), &journal)
      )
    }
  }

  /// The canonical JSON of a document; nil, and reported, where there is none.
  ///
  /// - Parameter position: where documents stand in `documents`; nil for those that it does not list.
  func canonical(
    of document: String, position: (String) -> Int?, _ journal: inout Journal
  ) -> [UInt8]? {
    let path = shelf.canonicalPath(of: document)
    let bytes: [UInt8]?
    if let lines { bytes = lines.canonical.take(document, position, &journal) } else { bytes = file(path) }
    return reported(bytes, path, document, &journal)
  }

  /// The provenance of a document, one line for each value; nil, and reported, where its file is missing.
  ///
  /// - Parameter position: where documents stand in `documents`; nil for those that it does not list.
  func provenance(
    of document: String, position: (String) -> Int?, _ journal: inout Journal
  ) -> [UInt8]? {
    let path = shelf.provenancePath(of: document)
    let bytes: [UInt8]?
    if let lines {
      // A document without any value has no line in a partition.
      bytes = lines.provenance.take(document, position, &journal) ?? []
    } else {
      bytes = file(path)
    }
    return reported(bytes, path, document, &journal)
  }

  /// Reports what is left when all documents were taken.
  func finish(_ documents: [String: Int], _ journal: inout Journal) {
    guard let lines else { return DocumentFiles.check(shelf.release, documents: documents, &journal) }
    lines.canonical.finish(&journal)
    lines.provenance.finish(&journal)
  }

  private func file(_ path: String) -> [UInt8]? { ReleaseFiles.bytes(of: "\(shelf.release)/\(path)") }

  private func reported(
    _ bytes: [UInt8]?, _ path: String, _ document: String, _ journal: inout Journal
  ) -> [UInt8]? {
    if bytes == nil { journal.fail(.files, path, document, "the document is missing, or cannot be read") }
    return bytes
  }
}

/// JSON Lines of which each belongs to one document, those of a document together.
final class DocumentLines {
  private static let start = Array("{\"document_id\": \"".utf8)
  private let path: String
  private let stream: ByteStream?
  private var line: [UInt8] = []
  private var document: String?

  /// Opens a file of a release.
  init(_ release: String, _ path: String, _ journal: inout Journal) {
    self.path = path
    stream = ByteStream("\(release)/\(path)")
    if stream == nil { journal.fail(.files, path, "", "the file cannot be read") }
    advance()
  }

  /// The lines of a document; nil where it has none.
  func take(_ wanted: String, _ position: (String) -> Int?, _ journal: inout Journal) -> [UInt8]? {
    var bytes: [UInt8] = []
    while let next = document {
      if next == wanted {
        bytes += line
        advance()
      } else if let own = position(wanted), let other = position(next), other > own {
        break
      } else {
        reportStray(&journal)
      }
    }
    return bytes.isEmpty ? nil : bytes
  }

  /// Reports the lines that are left.
  func finish(_ journal: inout Journal) {
    journal.apply(.files)
    while document != nil { reportStray(&journal) }
  }

  private func reportStray(_ journal: inout Journal) {
    let name = document ?? ""
    journal.fail(.files, path, name, published: name, "documents has no such document at this place")
    while document == name { advance() }
  }

  /// Reads the next line.
  private func advance() {
    line.removeAll(keepingCapacity: true)
    document = nil
    while let byte = stream?.next() {
      line.append(byte)
      if byte == UInt8(ascii: "\n") { break }
    }
    guard !line.isEmpty else { return }
    let isMarked = line.starts(with: Self.start)
    document = isMarked ? String(decoding: line.dropFirst(Self.start.count).prefix { $0 != 0x22 }, as: UTF8.self) : ""
  }
}
