import Foundation
import Testing

@testable import Load

@Suite struct PartReaderTests {
  private let scratch: ScratchDirectory

  init() throws {
    scratch = try ScratchDirectory()
  }

  /// A file, written to disk or left in memory.
  private func source(_ text: String, inMemory: Bool) throws -> PartSource {
    if inMemory { return .memory(Array(text.utf8)) }
    let path = "\(scratch.path)/part"
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    return .file(path)
  }

  /// The documents of a file with their records.
  private func documents(in text: String, _ kind: PartKind, inMemory: Bool) throws -> [[String]] {
    let reader = try PartReader(source(text, inMemory: inMemory), kind: kind, on: POSIXDisk())
    var documents: [[String]] = []
    while let id = reader.nextDocument {
      documents.append([id, String(decoding: try reader.takeWhole(), as: UTF8.self)])
    }
    return documents
  }

  @Test(arguments: [false, true])
  func aLineFeedWithinQuotesEndsNoRow(inMemory: Bool) throws {
    let rows = ["a,\"one\n\"\"two\"\"\n\",\"\"\n", "b,\",\n\"\n", "b,plain\n"]
    let documents = try documents(in: "document_id,text\n" + rows.joined(), .documents, inMemory: inMemory)
    #expect(documents == [["a", rows[0]], ["b", rows[1] + rows[2]]])
  }

  @Test func documentsAreWholeThatAreLargerThanAPiece() throws {
    let long = String(repeating: "字\n\"\"", count: 100_000)
    let rows = ["a,\"\(long)\"\n", "b,1\n", "b,\"\(long)\"\n", "c,\n"]
    let documents = try documents(in: "document_id,text\n" + rows.joined(), .documents, inMemory: false)
    #expect(documents == [["a", rows[0]], ["b", rows[1] + rows[2]], ["c", rows[3]]])
  }

  @Test func rowsOfADocumentGoOnBehindAPiece() throws {
    let rows = (0..<40_000).map { "a,\($0)\n" }.joined()
    let more = (0..<40_000).map { "a-2,\($0)\n" }.joined()
    let documents = try documents(in: "document_id,number\n" + rows + more, .documents, inMemory: false)
    #expect(documents == [["a", rows], ["a-2", more]])
  }

  @Test(arguments: [false, true])
  func linesOfJSONBelongToTheDocumentThatTheyName(inMemory: Bool) throws {
    let lines = ["a", "a", "ab", "b"].enumerated().map { "{\"document_id\": \"\($1)\", \"text\": \"\($0)\\\"\"}\n" }
    let documents = try documents(in: lines.joined(), .provenance, inMemory: inMemory)
    #expect(documents == [["a", lines[0] + lines[1]], ["ab", lines[2]], ["b", lines[3]]])
  }

  @Test(arguments: [false, true])
  func aFileWithoutDocumentsHasNone(inMemory: Bool) throws {
    #expect(try documents(in: "document_id,text\n", .documents, inMemory: inMemory).isEmpty)
    #expect(try documents(in: "", .provenance, inMemory: inMemory).isEmpty)
  }
}
