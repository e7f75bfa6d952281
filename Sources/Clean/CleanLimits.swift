/// What cleaning one document may cost at most; where a limit is reached, a finding says what was left out.
enum CleanLimits {
  /// How often the search for contents lists may look at a line, for each line of the document.
  ///
  /// A list is looked at three times, and most lines begin none. Lines that all look like the first entry of a list
  /// without an end would each be followed to the end of the document.
  static let contentsLooks = 40
  /// The longest cell that is cut into tokens, in bytes: a form on one line has some ten thousand.
  static let longestCell = 1 << 18
}
