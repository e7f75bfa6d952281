import Accounts
import Extract
import Glibc
import Testing

/// Extracts text given as UTF-8.
func extract(_ text: String, limits: ExtractLimits = ExtractLimits()) throws -> ExtractedDocument {
  try Extractor.extract(Array(text.utf8), path: "a.txt", limits: limits)
}

/// Extracts a page whose body is `body`.
func extractPage(_ body: String, limits: ExtractLimits = ExtractLimits()) throws -> ExtractedDocument {
  try extract("<html><body>\(body)</body></html>", limits: limits)
}

/// The failure that extracting `bytes` throws, or nil.
func failure(of bytes: [UInt8], limits: ExtractLimits = ExtractLimits()) -> StageFailure? {
  do throws(StageFailure) {
    _ = try Extractor.extract(bytes, path: "a.txt", limits: limits)
    return nil
  } catch {
    return error
  }
}

/// The bytes of `text` in an encoding that iconv knows.
func encoded(_ text: String, as encoding: String) throws -> [UInt8] {
  let descriptor = try #require(iconv_open(encoding, "UTF-8"))
  defer { iconv_close(descriptor) }
  var source = text.utf8.map { CChar(bitPattern: $0) }
  var output = [CChar](repeating: 0, count: source.count * 4 + 16)
  let written = source.withUnsafeMutableBufferPointer { source in
    output.withUnsafeMutableBufferPointer { output in
      var input = source.baseAddress
      var inputLeft = source.count
      var target = output.baseAddress
      var targetLeft = output.count
      _ = iconv(descriptor, &input, &inputLeft, &target, &targetLeft)
      return output.count - targetLeft
    }
  }
  return output[..<written].map { UInt8(bitPattern: $0) }
}

extension ExtractedDocument {
  /// The texts of all lines.
  var texts: [String] { lines.map(\.text) }

  /// The rules of all findings.
  var rules: [FindingRule] { findings.map(\.rule) }
}

extension SourceLine {
  /// `column:text` of every cell.
  var grid: [String] { cells.map { "\($0.column):\($0.text)" } }
}
