import Accounts
import Clean
import Extract
import Transform

/// Takes one file through the stages, as far as asked.
public struct StageRunner: Sendable {
  /// Files with more bytes are failures.
  public var maxFileBytes: Int

  /// Makes a runner within a limit.
  public init(maxFileBytes: Int = PipelineConfiguration.defaultMaxFileBytes) {
    self.maxFileBytes = maxFileBytes
  }

  /// Reads a file that is named on its own; its name is the path of the document.
  public func extract(_ path: FilePath) throws(StageFailure) -> ExtractedDocument {
    let file = InputFile(root: path.description, relativePath: path.split.name, path: path)
    return try extract(read(file), of: file)
  }

  /// Extracts what was read of a file.
  func extract(_ bytes: [UInt8], of file: InputFile) throws(StageFailure) -> ExtractedDocument {
    try Extractor.extract(bytes, path: file.name, limits: ExtractLimits(maximumBytes: maxFileBytes))
  }

  /// Cleans what extract hands on.
  public func clean(_ extracted: ExtractedDocument) -> [CleanedDocument] {
    Cleaner.clean(extracted)
  }

  /// Transforms what clean hands on; a disclosure without any form is quarantined.
  public func transform(_ cleaned: CleanedDocument) -> Disclosure {
    var disclosure = Transformer.transform(cleaned)
    if disclosure.formsFound.isEmpty, disclosure.outcome != .quarantined {
      disclosure.outcome = .quarantined
      disclosure.findings.append(
        Finding(.quarantined, message: "None of the nine forms of a final account was found in the document."))
    }
    return disclosure
  }

  /// The bytes of an input.
  func read(_ file: InputFile) throws(StageFailure) -> [UInt8] {
    do {
      return try FileReader(maxBytes: maxFileBytes).read(file.path)
    } catch {
      throw error.failure(of: file.name)
    }
  }
}
