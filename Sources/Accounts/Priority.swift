/// One matter of 重点工作完成情况: a row of the dataset `priorities`.
public struct Priority: Hashable, Sendable {
  /// 序号 as printed.
  public var sequence: String
  /// 重要事项.
  public var item: String
  /// 工作内容及目标, joined over page ends.
  public var content: String
  /// 完成情况.
  public var completion: String
  /// Where it stands.
  public var span: SourceSpan
  /// The cells that it was read from.
  public var sources: [ValueSource] = []

  /// Makes a priority.
  public init(sequence: String, item: String, content: String, completion: String, span: SourceSpan) {
    self.sequence = sequence
    self.item = item
    self.content = content
    self.completion = completion
    self.span = span
  }
}
