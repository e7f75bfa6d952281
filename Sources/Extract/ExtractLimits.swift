/// What one source may cost at most; everything beyond is refused or cut, with a failure or a finding that says so.
public struct ExtractLimits: Hashable, Sendable {
  /// The largest source, in bytes; a larger one is refused as `too-large`.
  public var maximumBytes: Int
  /// The deepest nesting of HTML elements whose structure is kept; deeper elements give only their text.
  public var maximumDepth: Int
  /// The largest number of cells of one document; what follows is left out.
  public var maximumCells: Int

  /// Makes limits; the defaults hold every disclosure seen so far many times over.
  public init(maximumBytes: Int = 64 << 20, maximumDepth: Int = 512, maximumCells: Int = 1_000_000) {
    self.maximumBytes = maximumBytes
    self.maximumDepth = maximumDepth
    self.maximumCells = maximumCells
  }
}
