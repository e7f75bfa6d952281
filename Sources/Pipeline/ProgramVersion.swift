/// The version of juesuan.
public enum ProgramVersion {
  /// Semantic version; a new one may write other bytes for the same input.
  public static let current = "0.1.0"
}
