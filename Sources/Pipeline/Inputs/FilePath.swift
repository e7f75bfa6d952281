import Accounts

/// A path as the file system holds it: bytes, since archives name files in encodings of their own.
public struct FilePath: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The bytes, without the terminating zero.
  public var bytes: [UInt8]

  /// Makes a path of bytes.
  public init(bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
  }

  /// Makes a path of text.
  public init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// Makes the path that a `source_path` names.
  public init(source text: String) {
    bytes = SourcePath.bytes(text)
  }

  /// The path of `name` within this folder.
  public func appending(_ name: FilePath) -> FilePath {
    if bytes.isEmpty { return name }
    return FilePath(bytes: bytes.last == Self.slash ? bytes + name.bytes : bytes + [Self.slash] + name.bytes)
  }

  /// The folder that it stands in (`.` without one), and its own name.
  public var split: (folder: FilePath, name: FilePath) {
    guard let slash = bytes.lastIndex(of: Self.slash) else { return (FilePath("."), self) }
    let folder = slash == 0 ? bytes[...slash] : bytes[..<slash]
    return (FilePath(bytes: folder), FilePath(bytes: bytes[(slash + 1)...]))
  }

  /// Whether its name starts with a dot.
  public var isHidden: Bool { split.name.bytes.first == UInt8(ascii: ".") }

  /// What stands behind the last dot of its name, in lower case; empty without one.
  public var fileExtension: String {
    let name = split.name.bytes
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return "" }
    return String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
  }

  /// Orders by bytes, the same in every locale.
  public static func < (left: FilePath, right: FilePath) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }

  /// The path as text, as outputs name it: see `SourcePath`.
  public var description: String { SourcePath.text(bytes) }

  /// Calls a C function with the zero-terminated path.
  func withCPath<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (bytes.map(CChar.init(bitPattern:)) + [0]).withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map(body) ?? body("")
    }
  }

  static let slash = UInt8(ascii: "/")
}
