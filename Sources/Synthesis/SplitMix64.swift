/// A small random generator with the same numbers on every machine and in every version.
///
/// After Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014). The draws below do not use the
/// standard library's algorithms, which may change: a seed means the same disclosure for ever.
public struct SplitMix64: Sendable {
  private var state: UInt64

  /// Starts at a seed.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number of `range`, each as likely.
  public mutating func integer(in range: ClosedRange<Int64>) -> Int64 {
    let width = UInt64(range.upperBound - range.lowerBound) + 1
    return range.lowerBound + Int64(next().multipliedFullWidth(by: width).high)
  }

  /// An index or a count of `range`, each as likely.
  public mutating func index(in range: ClosedRange<Int>) -> Int {
    Int(integer(in: Int64(range.lowerBound)...Int64(range.upperBound)))
  }

  /// True so many times in a hundred.
  public mutating func chance(_ percent: Int64) -> Bool {
    integer(in: 0...99) < percent
  }

  /// One of the elements; there must be one.
  public mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[index(in: 0...(elements.count - 1))]
  }

  /// At most `count` of the elements, each at most once, in their own order.
  public mutating func sample<Element>(_ elements: [Element], count: Int) -> [Element] {
    var indices = Array(elements.indices)
    while indices.count > count {
      indices.remove(at: index(in: 0...(indices.count - 1)))
    }
    return indices.map { elements[$0] }
  }

  /// Cuts `total` into `count` parts that add up to it, none of them zero where `total` allows it.
  public mutating func parts(of total: Int64, count: Int) -> [Int64] {
    var rest = total
    var parts: [Int64] = []
    for open in stride(from: Int64(count), to: 1, by: -1) {
      let most = max(0, rest - (open - 1))
      let part = most == 0 ? 0 : min(most, max(1, integer(in: 1...max(1, rest * 2 / open))))
      parts.append(part)
      rest -= part
    }
    return count > 0 ? parts + [rest] : []
  }
}
