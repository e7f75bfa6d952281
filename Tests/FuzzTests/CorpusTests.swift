import Foundation
import Testing

@testable import Fuzz

/// What fuzzing found once stays mended: each corpus is read again.
@Suite struct CorpusTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Corpora")

  private static func corpus(_ reader: Reader) -> [URL] {
    let folder = folder.appendingPathComponent(reader.rawValue)
    let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).sorted { $0.path < $1.path }
  }

  @Test(arguments: Reader.allCases)
  func aReaderEndsOnEveryInputOfItsCorpus(reader: Reader) throws {
    let files = Self.corpus(reader)
    #expect(!files.isEmpty, "Tests/FuzzTests/Corpora/\(reader.rawValue) holds no input")
    for file in files {
      let bytes = Array(try Data(contentsOf: file))
      reader.read(bytes)
      // Cut anywhere, as a transfer that broke off would be.
      for part in 0..<8 { reader.read(Array(bytes.prefix(bytes.count * part / 8))) }
    }
  }
}
