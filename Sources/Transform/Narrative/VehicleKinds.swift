import Accounts

/// The kinds of vehicles that 国有资产占用情况 counts.
enum VehicleKinds {
  /// The kind whose count a figure is: what stands between the last pause and the figure, where it names cars.
  static func kind(in text: NarrativeText, before statement: StatedFigure) -> String? {
    let normal = text.normal
    var start = statement.gap.lowerBound
    for index in statement.gap where pauses.contains(normal.units[index]) { start = index + 1 }
    // `其中机要通信用车`, `按用途分为机要通信用车`, `拥有车辆`.
    for word in openings {
      if let index = normal.lastIndex(of: word, in: start..<statement.gap.upperBound) { start = index + word.count }
    }
    let range = start..<statement.gap.upperBound
    // `共有公务用车5辆` counts all of them.
    guard range.count >= 3, range.count <= 16,
      normal.lastIndex(of: "共", in: max(0, start - 2)..<range.upperBound) == nil,
      endings.contains(where: { normal.holds($0, at: range.upperBound - $0.count) })
    else { return nil }
    let isGeneral = wholes.contains { $0.count == range.count && normal.holds($0, at: start) }
    return isGeneral && !isPart(normal, before: start) ? nil : text.printed(range)
  }

  /// Whether the sentence lists parts before a place.
  private static func isPart(_ text: NormalText, before end: Int) -> Bool {
    // What stands farther away lists the parts of something else.
    let near = max(0, end - farthest)
    let start = text.units[near..<end].lastIndex(of: 0x3002) ?? near
    return ["其中", "包括", "分为"].contains { text.lastIndex(of: $0, in: start..<end) != nil }
  }

  private static let farthest = 1_000
  private static let pauses: [UInt16] = [0x2C, 0x3001, 0x3A, 0x3B, 0x3002]
  private static let openings: [NormalText] = ["其中", "包括", "含", "为", "是", "有"]
  /// Words for all vehicles, which are a kind only where parts are listed.
  private static let wholes: [NormalText] = ["公务用车", "机动车辆", "各类车辆", "公务车辆"]
  private static let endings: [NormalText] = ["用车", "车辆"]
}
