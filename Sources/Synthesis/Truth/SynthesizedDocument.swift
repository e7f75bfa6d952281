/// One generated document: a disclosure in the layout and the encoding in which it is exported.
public struct SynthesizedDocument: Sendable {
  /// Its place in its set, counted from one.
  public let number: Int
  /// What it says, damaged or not.
  public let disclosure: SyntheticDisclosure
  /// How it is exported.
  public let layout: Layout
  /// Its encoding.
  public let encoding: TextEncoding
  /// How many random changes its file takes, beyond what is known of it.
  public let mutations: Int

  /// Makes a document.
  public init(
    number: Int, disclosure: SyntheticDisclosure, layout: Layout, encoding: TextEncoding, mutations: Int = 0
  ) {
    self.number = number
    self.disclosure = disclosure
    self.layout = layout
    self.encoding = encoding
    self.mutations = mutations
  }

  /// Its key in the truth, and its file's name without the ending: `000017-spaces`.
  public var name: String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits + "-" + layout.rawValue
  }

  /// Its file's name: `000017-spaces.txt`.
  public var fileName: String { name + (layout.isHTML ? ".html" : ".txt") }

  /// The bytes of its file.
  public var bytes: [UInt8] {
    let bytes = Renderer.render(disclosure, as: layout, encoding: encoding)
    if mutations == 0 { return bytes }
    var mutator = Mutator(seed: disclosure.seed ^ 0x4D55_5441_5449_4F4E)
    return mutator.mutate(
      bytes, donor: { Renderer.render(SyntheticDisclosure(seed: disclosure.seed &+ 1), as: layout) },
      changes: mutations)
  }
}
