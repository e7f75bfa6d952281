import Accounts

/// What commands print. Texts from inputs pass through here, so control characters are escaped: none of a file's name or
/// contents commands a terminal.
enum StandardOutput {
  /// Prints lines of text or CSV.
  static func write(_ text: String, terminator: String = "\n") {
    print(text.escapingControls(keeping: ["\n", "\t"]), terminator: terminator)
  }

  /// Prints JSON.
  static func write(json: String) {
    print(json.escapingControlsInJSON)
  }
}
