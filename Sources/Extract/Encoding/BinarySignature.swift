/// Files that are plainly no text, known by their first bytes.
enum BinarySignature {
  /// What kind of file begins with `bytes`, in words; nil for what may be text.
  static func kind(of bytes: ByteBuffer) -> String? {
    for (signature, kind) in signatures where bytes.starts(with: signature) { return kind }
    return nil
  }

  private static let signatures: [(signature: [UInt8], kind: String)] = [
    (Array("%PDF-".utf8), "a PDF document"),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or an Office document (docx, xlsx)"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Office document (doc, xls)"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "a PNG image"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image"),
    (Array("GIF8".utf8), "a GIF image"),
    ([0x1F, 0x8B, 0x08], "a gzip archive"),
    (Array("Rar!".utf8), "a RAR archive"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive"),
    ([0x7F, 0x45, 0x4C, 0x46], "an executable"),
    (Array("{\\rtf".utf8), "an RTF document"),
  ]
}
