import Accounts

/// A growing run of bytes with one owner, so that appending needs no check whether it is shared.
///
/// Most pieces that the datasets append are a few bytes long; there an `Array` costs several times more.
struct ByteBuffer: ~Copyable {
  /// Bytes written so far.
  private(set) var count = 0
  private var capacity: Int
  private var storage: UnsafeMutablePointer<UInt8>

  /// Makes an empty buffer with room for `capacity` bytes.
  init(capacity: Int = 1_024) {
    self.capacity = max(capacity, 64)
    storage = .allocate(capacity: self.capacity)
  }

  deinit {
    storage.deallocate()
  }

  /// A copy of the bytes.
  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: storage, count: count)) }

  /// Makes room for `additional` further bytes.
  mutating func reserve(_ additional: Int) {
    if count + additional > capacity { grow(to: count + additional) }
  }

  /// Appends one byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == capacity { grow(to: count + 1) }
    storage[count] = byte
    count &+= 1
  }

  /// Appends a run of bytes.
  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    let added = bytes.count
    if count &+ added > capacity { grow(to: count + added) }
    let end = storage + count
    if added > 16 || added < 4 {
      end.update(from: start, count: added)
    } else if added >= 8 {
      Self.copyEnds(of: start, to: end, added, as: UInt64.self)
    } else {
      Self.copyEnds(of: start, to: end, added, as: UInt32.self)
    }
    count &+= added
  }

  /// Appends so many spaces.
  mutating func append(spaces: Int) {
    reserve(spaces)
    (storage + count).update(repeating: UInt8(ascii: " "), count: spaces)
    count &+= spaces
  }

  /// Appends the bytes of an array.
  mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  /// Appends a literal.
  @inline(__always)
  mutating func append(_ literal: StaticString) {
    literal.withUTF8Buffer { append($0) }
  }

  /// Copies a short run as its first and its last word, which may overlap: most pieces are that short, and a call of
  /// `memmove` costs more than the copy.
  @inline(__always)
  private static func copyEnds<Word: FixedWidthInteger>(
    of source: UnsafePointer<UInt8>, to target: UnsafeMutablePointer<UInt8>, _ count: Int, as word: Word.Type
  ) {
    let last = count &- MemoryLayout<Word>.size
    let first = UnsafeRawPointer(source).loadUnaligned(as: word)
    let second = UnsafeRawPointer(source + last).loadUnaligned(as: word)
    UnsafeMutableRawPointer(target).storeBytes(of: first, as: word)
    UnsafeMutableRawPointer(target + last).storeBytes(of: second, as: word)
  }

  private mutating func grow(to least: Int) {
    let larger = max(least, capacity * 2)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    moved.moveUpdate(from: storage, count: count)
    storage.deallocate()
    storage = moved
    capacity = larger
  }
}

/// Numbers appended without making a `String` first.
extension ByteBuffer {
  /// Appends `number` in decimal.
  mutating func append(decimal number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    append(magnitude: UInt64(number.magnitude), digits: 1)
  }

  /// Appends yuan with two decimals, a half cent rounded away from zero: the bytes of `Amount.description`.
  mutating func append(amount: Amount) {
    let cents = (amount.thousandths.magnitude + 5) / 10
    if amount.thousandths < 0 && cents != 0 { append(UInt8(ascii: "-")) }
    append(magnitude: cents / 100, digits: 1)
    append(UInt8(ascii: "."))
    append(magnitude: cents % 100, digits: 2)
  }

  /// Appends a number with the decimals that it was printed with.
  mutating func append(number: PrintedNumber) {
    guard number.decimals > 0 else { return append(decimal: Int(number.digits)) }
    if number.digits < 0 { append(UInt8(ascii: "-")) }
    let unit = (0..<min(number.decimals, 18)).reduce(UInt64(1)) { power, _ in power * 10 }
    append(magnitude: number.digits.magnitude / unit, digits: 1)
    append(UInt8(ascii: "."))
    append(magnitude: number.digits.magnitude % unit, digits: number.decimals)
  }

  /// Appends a confidence with three decimals.
  mutating func append(confidence: Confidence) {
    append(magnitude: UInt64(confidence.thousandths / 1_000), digits: 1)
    append(UInt8(ascii: "."))
    append(magnitude: UInt64(confidence.thousandths % 1_000), digits: 3)
  }

  private mutating func append(magnitude: UInt64, digits least: Int) {
    var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)  // 24 bytes: a 64-bit number has at most 20 digits
    withUnsafeMutableBytes(of: &digits) { raw in
      let buffer = raw.bindMemory(to: UInt8.self)
      var start = buffer.count
      var rest = magnitude
      while rest != 0 || buffer.count - start < least {
        start -= 1
        buffer[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      append(UnsafeBufferPointer(rebasing: buffer[start...]))
    }
  }
}
