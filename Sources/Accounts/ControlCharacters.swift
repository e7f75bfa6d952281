extension Unicode.Scalar {
  /// Whether it commands a terminal or an editor instead of being shown: control characters (C0, DEL, C1), separators of
  /// lines, and what changes the direction of text.
  public var isControl: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

extension String {
  /// The text with each control character, but for those kept, as the bytes that it is written with: `\x1B`.
  public func escapingControls(keeping kept: Set<Unicode.Scalar> = []) -> String {
    replacingControls(keeping: kept) { scalar in
      String(scalar).utf8.map { "\\x" + String($0, radix: 16, uppercase: true).paddedToTwo }.joined()
    }
  }

  /// JSON text with each control character, but for line feeds, as an escape of JSON: `\u009b`. Within JSON they stand
  /// in strings only, so that the values stay what they are.
  public var escapingControlsInJSON: String {
    replacingControls(keeping: ["\n"]) { scalar in
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
  }

  private func replacingControls(keeping kept: Set<Unicode.Scalar>, by escape: (Unicode.Scalar) -> String) -> String {
    guard unicodeScalars.contains(where: { $0.isControl && !kept.contains($0) }) else { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      if scalar.isControl, !kept.contains(scalar) {
        text += escape(scalar)
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }

  /// One hexadecimal digit as two.
  var paddedToTwo: String { utf8.count < 2 ? "0" + self : self }
}
