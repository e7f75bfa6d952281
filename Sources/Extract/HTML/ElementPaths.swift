/// The XPaths of elements, kept as a tree and written out only for what is handed on.
struct ElementPaths {
  /// One step of a path: an element, by its name and its position among the siblings of that name.
  private struct Step {
    var parent: Int32
    var tag: Int32
    /// 0 for the elements whose positions nobody writes: there is one html and one body.
    var position: Int32
  }

  private var steps: [Step] = []
  /// The path of `writtenParent`, which most calls share with the one before.
  private var written: [UInt8] = []
  private var writtenParent: Int32 = 0

  /// Adds the element at `position` below the path `parent`, 0 for the top, and gives its number, which is never 0.
  mutating func add(tag: Int, position: Int, below parent: Int32) -> Int32 {
    steps.append(
      Step(
        parent: parent, tag: Int32(truncatingIfNeeded: tag), position: Int32(truncatingIfNeeded: position)))
    return Int32(truncatingIfNeeded: steps.count)
  }

  /// The path with the number `path`, written with `names`, which are those of the tags; nil for 0.
  mutating func text(_ path: Int32, names: [String]) -> String? {
    guard path > 0 else { return nil }
    let parent = steps[Int(path) - 1].parent
    if parent != writtenParent {
      written.removeAll(keepingCapacity: true)
      write(upTo: parent, names: names)
      writtenParent = parent
    }
    let length = written.count
    write(step: steps[Int(path) - 1], names: names)
    let text = String(decoding: written, as: UTF8.self)
    written.removeLast(written.count - length)
    return text
  }

  private mutating func write(upTo path: Int32, names: [String]) {
    var chain: [Int32] = []
    var current = path
    while current > 0 {
      chain.append(current)
      current = steps[Int(current) - 1].parent
    }
    for number in chain.reversed() { write(step: steps[Int(number) - 1], names: names) }
  }

  private mutating func write(step: Step, names: [String]) {
    written.append(UInt8(ascii: "/"))
    written.append(contentsOf: names[Int(step.tag)].utf8)
    guard step.position > 0 else { return }
    written.append(UInt8(ascii: "["))
    var divisor: Int32 = 1
    while step.position / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      written.append(UInt8(ascii: "0") + UInt8(step.position / divisor % 10))
      divisor /= 10
    }
    written.append(UInt8(ascii: "]"))
  }
}
