import Digests

/// The SHA-256 with which a JSON document of a release ends, `content_sha256`: of all its bytes before the digits.
///
/// Much of the canonical JSON, and of the run record, stands nowhere else in a release: this tells that it was altered.
public enum ContentDigest {
  /// The name of the member that holds it.
  static let member: StaticString = "content_sha256"
  /// What stands in its place until it is known.
  static let placeholder = String(repeating: "0", count: length)

  private static let length = 64

  /// The document with its digest, which is its last member; as it is where it has none.
  public static func renewed(_ json: [UInt8]) -> [UInt8] {
    guard let end = json.lastIndex(of: UInt8(ascii: "\"")), end >= length else { return json }
    let start = end - length
    let name = json[max(0, start - member.utf8CodeUnitCount - 8)..<start].split(separator: UInt8(ascii: "\""))
    let isLast = name.contains {
      $0.elementsEqual(UnsafeBufferPointer(start: member.utf8Start, count: member.utf8CodeUnitCount))
    }
    guard isLast else { return json }
    var renewed = json
    renewed.replaceSubrange(start..<end, with: SHA256.hexadecimal(of: json[..<start]).utf8)
    return renewed
  }

  /// The run record, as indented JSON that ends in a line feed, with its digest as its last member.
  public static func closed(_ json: [UInt8]) -> [UInt8] {
    guard let brace = json.lastIndex(of: UInt8(ascii: "}")) else { return json }
    let head = json[..<brace].reversed().drop { $0 <= 0x20 }.reversed()
    return renewed(Array(head) + Array(",\n  \"\(member)\" : \"\(placeholder)\"\n}\n".utf8))
  }
}
