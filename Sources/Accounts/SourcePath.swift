/// The text by which outputs name a file, such as `source_path`: another one for each name, printable and harmless
/// whatever bytes the name is made of.
///
/// Bytes that are no UTF-8, control characters and the backslash itself are written as `\x` and two digits for each
/// byte. `./` stands before a name that a spreadsheet would take for a formula; it is the same file.
public enum SourcePath {
  /// What spreadsheets take for the start of a formula; the wide forms too, in East Asian editions.
  private static let formulaStarts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]

  /// The text of a relative path.
  public static func text(_ path: [UInt8]) -> String {
    var text = ""
    if let first = scalar(at: path[...]), formulaStarts.contains(first) { text = "./" }
    var rest = path[...]
    while !rest.isEmpty {
      let scalar = scalar(at: rest)
      let length = scalar.map { String($0).utf8.count } ?? 1
      if let scalar, scalar != "\\", !scalar.isControl {
        text.unicodeScalars.append(scalar)
      } else {
        for byte in rest.prefix(length) { text += "\\x" + String(byte, radix: 16, uppercase: true).paddedToTwo }
      }
      rest = rest.dropFirst(length)
    }
    return text
  }

  /// The path that a text names.
  public static func bytes(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"), rest.first == UInt8(ascii: "x"), rest.count >= 3,
        let escaped = UInt8(String(decoding: rest.dropFirst().prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(escaped)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  /// The character that bytes start with; nil where they start with no UTF-8.
  private static func scalar(at bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard let lead = bytes.first else { return nil }
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    return String(validating: bytes.prefix(length), as: UTF8.self)?.unicodeScalars.first
  }
}
