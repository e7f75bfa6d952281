/// One performance indicator of a self-evaluation form: a row of the dataset `indicators`.
public struct Indicator: Hashable, Sendable {
  /// 整体 for the whole unit, else the project's name as its form prints it.
  public var scope: String
  /// The number of the 年度目标 that it stands under; empty where goals are not numbered.
  public var goal = ""
  /// 一级指标, filled from above where merged or blank.
  public var level1 = ""
  /// 二级指标, filled from above.
  public var level2 = ""
  /// 三级指标 without its own prefix 指标1：.
  public var name: String
  /// 绩效基本型指标 and the like, where the form tells kinds apart.
  public var kind = ""
  /// 权重 or 分值, as printed.
  public var weight = ""
  /// 年初目标值, as printed.
  public var target = ""
  /// 实际完成值, as printed.
  public var actual = ""
  /// 得分, as printed.
  public var score = ""
  /// How it came to be.
  public var status = Status.reported
  /// How likely its cells belong together.
  public var confidence = Confidence(thousandths: 990)
  /// Where its name stands.
  public var span: SourceSpan
  /// The cells that it was read from.
  public var sources: [ValueSource] = []

  /// Makes an indicator without values.
  public init(scope: String, name: String, span: SourceSpan) {
    self.scope = scope
    self.name = name
    self.span = span
  }
}
