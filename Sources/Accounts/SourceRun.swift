/// A stretch of a text whose scalars stand one behind the other in the source, each on a column of its own.
///
/// A text is a chain of runs: a new one begins where the source has markup, white space or a line end that the text
/// leaves out, and where one scalar stands for several of the source, such as `&#x7b2c;` or a box to tick.
public struct SourceRun: Hashable, Sendable {
  /// The scalar of the text with which it begins.
  public var offset: Int
  /// Where its first scalar stands; those behind it follow on the same line.
  public var span: SourceSpan

  /// Makes a run.
  public init(offset: Int, span: SourceSpan) {
    self.offset = offset
    self.span = span
  }
}

extension [SourceRun] {
  /// Where a stretch of the text, in Unicode scalars, stands; an empty one is taken for the scalar that it stands before.
  public func span(of range: Range<Int>) -> SourceSpan? {
    guard let first = place(of: range.lowerBound),
      let last = place(of: Swift.max(range.lowerBound, range.upperBound - 1))
    else { return nil }
    return SourceSpan(
      line: first.line, column: first.column, lineEnd: last.lineEnd, columnEnd: last.columnEnd, path: first.path)
  }

  /// The runs of a text whose first `count` scalars are left out.
  public func behindFirst(_ count: Int) -> [SourceRun] {
    guard count > 0, let start = span(of: count..<(count + 1)) else { return self }
    return [SourceRun(offset: 0, span: start)]
      + filter { $0.offset > count }.map { SourceRun(offset: $0.offset - count, span: $0.span) }
  }

  private func place(of offset: Int) -> SourceSpan? {
    // Runs stand in order, and there may be thousands.
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    guard let run = low > 0 ? self[low - 1] : first else { return nil }
    guard offset > run.offset else { return run.span }
    return SourceSpan(line: run.span.line, column: run.span.column + offset - run.offset, path: run.span.path)
  }
}

/// A stretch of one text that another one keeps.
public struct KeptStretch: Hashable, Sendable {
  /// The scalar of the new text with which it begins.
  public var offset: Int
  /// The scalar of the old text with which it begins.
  public var source: Int
  /// How many scalars of the old text its first scalar stands for; those behind it stand for one each.
  public var width: Int

  /// Makes a stretch.
  public init(offset: Int, source: Int, width: Int = 1) {
    self.offset = offset
    self.source = source
    self.width = width
  }
}
