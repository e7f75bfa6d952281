import FoundationEssentials
import Load
import Pipeline
import Synthesis

/// The folder that `synthesize` writes: inputs, and the truth about them, one document at a time.
struct SynthesisFolder {
  private let path: String
  private let disk = POSIXDisk()
  private let documents: DiskFile
  private let amounts: DiskFile
  private let facts: DiskFile
  private let damages: DiskFile

  /// Starts a folder; one that holds anything but an earlier synthesis is refused.
  static func create(at path: String) throws(RunError) -> SynthesisFolder {
    let disk = POSIXDisk()
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      let names = try disk.names(in: path)
      let isSynthesis = try names == ["inputs", "truth"] && disk.names(in: path + "/truth").contains("documents.csv")
      if !names.isEmpty, !isSynthesis {
        throw RunError(
          .usage, "\(path) is not empty and holds no earlier synthesis: \(names.prefix(3).joined(separator: ", ")).")
      }
      for name in names { try FileManager.default.removeItem(atPath: path + "/" + name) }
      return try SynthesisFolder(path: path)
    } catch let error as RunError {
      throw error
    } catch {
      throw failure(error, path)
    }
  }

  private init(path: String) throws {
    self.path = path
    try disk.createDirectory(path + "/truth")
    documents = try disk.create(path + "/truth/documents.csv")
    amounts = try disk.create(path + "/truth/amounts.csv")
    facts = try disk.create(path + "/truth/facts.csv")
    damages = try disk.create(path + "/truth/damages.csv")
    try disk.createDirectory(path + "/inputs")
    try write(TruthTables.documentsHeader, to: documents)
    try write(TruthTables.amountsHeader, to: amounts)
    try write(TruthTables.factsHeader, to: facts)
    try write(TruthTables.damagesHeader, to: damages)
  }

  /// Writes a document and what is known of it.
  func add(_ document: SynthesizedDocument) throws(RunError) {
    do {
      let file = try disk.create("\(path)/inputs/\(document.fileName)")
      try document.bytes.withUnsafeBytes { try disk.write($0, to: file) }
      try disk.close(file)
      try write(TruthTables.documentsRow(document), to: documents)
      try write(TruthTables.amountsRows(document), to: amounts)
      try write(TruthTables.factsRows(document), to: facts)
      try write(TruthTables.damagesRows(document), to: damages)
    } catch {
      throw Self.failure(error, path)
    }
  }

  /// Closes the files of the truth.
  func close() throws(RunError) {
    do {
      for file in [documents, amounts, facts, damages] { try disk.close(file) }
    } catch {
      throw Self.failure(error, path)
    }
  }

  private func write(_ text: String, to file: DiskFile) throws {
    try Array(text.utf8).withUnsafeBytes { try disk.write($0, to: file) }
  }

  private static func failure(_ error: any Error, _ path: String) -> RunError {
    RunError(.inputOutput, "\(path) cannot be written: \(error)")
  }
}
