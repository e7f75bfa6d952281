import Accounts
import Glibc

/// A text without its white space, and where the stretches between that begin.
struct Stretches {
  private let bytes: [UInt8]
  /// The offsets at which stretches begin, and the end of the last one.
  private let bounds: [Int]

  /// Controls and characters of no width are no text.
  init(_ text: String) {
    var bytes: [UInt8] = []
    var bounds = [0]
    for stretch in Self.all(in: text) {
      bytes.append(contentsOf: String(String.UnicodeScalarView(stretch)).utf8)
      bounds.append(bytes.count)
    }
    self.bytes = bytes
    self.bounds = bounds
  }

  /// The stretches of a text.
  static func all(in text: String) -> [Substring.UnicodeScalarView] {
    text.unicodeScalars.split { scalar in
      if scalar.value < 0x7F { return scalar.value <= 0x20 }
      let category = scalar.properties.generalCategory
      return scalar.properties.isWhitespace || category == .control || category == .format
        || Characters.isInvisible(scalar)
    }
  }

  /// Whether some of the stretches, side by side, are what another text prints.
  func print(_ wanted: Stretches) -> Bool {
    guard !wanted.bytes.isEmpty else { return false }
    return bounds.contains { start in
      let end = start + wanted.bytes.count
      return isBound(end) && bytes[start..<end].elementsEqual(wanted.bytes)
    }
  }

  /// Whether what another text prints stands among them with nothing beside it that could belong to a number: the rest of
  /// a broken tag (`5.4pt'>119.52`) may.
  func printApart(_ wanted: Stretches) -> Bool {
    guard let first = wanted.bytes.first, wanted.bytes.count <= bytes.count else { return false }
    return (0...(bytes.count - wanted.bytes.count)).contains { start in
      let end = start + wanted.bytes.count
      return bytes[start] == first && bytes[start..<end].elementsEqual(wanted.bytes)
        && (isBound(start) || !Self.mayBelongToNumber(bytes[start - 1]))
        && (isBound(end) || !Self.mayBelongToNumber(bytes[end]))
    }
  }

  private static func mayBelongToNumber(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || byte >= 0x80 || [0x2C, 0x2D, 0x2E].contains(byte)
  }

  /// Whether what another text prints stands anywhere among them.
  func contain(_ wanted: Stretches) -> Bool {
    guard !wanted.bytes.isEmpty else { return true }
    // None of them holds a NUL, which is a control.
    return (bytes + [0]).withUnsafeBytes { text in
      (wanted.bytes + [0]).withUnsafeBytes { wanted in
        guard let text = text.bindMemory(to: CChar.self).baseAddress,
          let wanted = wanted.bindMemory(to: CChar.self).baseAddress
        else { return false }
        return strstr(text, wanted) != nil
      }
    }
  }

  /// Whether they end with the beginning of what another text prints.
  func endWithTheBeginning(of wanted: Stretches) -> Bool {
    guard let first = wanted.bytes.first else { return false }
    return (max(0, bytes.count - wanted.bytes.count)..<bytes.count).contains { start in
      bytes[start] == first && wanted.bytes.starts(with: bytes[start...])
    }
  }

  /// Whether stretches begin or end at an offset.
  private func isBound(_ offset: Int) -> Bool {
    var (low, high) = (0, bounds.count)
    while low < high {
      let middle = (low + high) / 2
      if bounds[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low < bounds.count && bounds[low] == offset
  }
}
