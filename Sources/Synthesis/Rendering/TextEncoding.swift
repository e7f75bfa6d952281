import Glibc

/// How the characters of an export become bytes.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf8WithMark = "UTF-8 with BOM"
  case gb18030 = "GB18030"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"

  /// What a page in this encoding declares: GB18030 goes by the name of its oldest part, as it mostly does in the wild.
  var declared: String {
    switch self {
    case .utf8, .utf8WithMark: "utf-8"
    case .gb18030: "gb2312"
    case .utf16LittleEndian, .utf16BigEndian: "utf-16"
    }
  }

  /// The bytes of `text`, with a byte order mark where the encoding is used with one.
  public func bytes(of text: String) -> [UInt8] {
    switch self {
    case .utf8: Array(text.utf8)
    case .utf8WithMark: [0xEF, 0xBB, 0xBF] + text.utf8
    case .utf16LittleEndian: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .gb18030: Self.gb18030Bytes(of: text)
    }
  }

  /// GB18030 encodes all of Unicode, so that the conversion cannot fail on text.
  private static func gb18030Bytes(of text: String) -> [UInt8] {
    guard let converter = iconv_open("GB18030", "UTF-8"), Int(bitPattern: converter) != -1 else {
      preconditionFailure("the C library lacks GB18030")
    }
    defer { iconv_close(converter) }
    var source = text.utf8.map { CChar(bitPattern: $0) }
    let capacity = source.count * 2 + 4
    return [UInt8](unsafeUninitializedCapacity: capacity) { target, count in
      source.withUnsafeMutableBufferPointer { source in
        var input = source.baseAddress
        var inputLeft = source.count
        target.withMemoryRebound(to: CChar.self) { target in
          var output = target.baseAddress
          var outputLeft = capacity
          let result = iconv(converter, &input, &inputLeft, &output, &outputLeft)
          precondition(result != Int.max && inputLeft == 0, "text that GB18030 cannot hold")
          count = capacity - outputLeft
        }
      }
    }
  }
}
