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
    guard range.count >= 3, range.count <= 16, normal.lastIndex(of: "共", in: range) == nil,
      endings.contains(where: { normal.holds($0, at: range.upperBound - $0.count) })
    else { return nil }
    return text.printed(range)
  }

  private static let pauses: [UInt16] = [0x2C, 0x3001, 0x3A, 0x3B, 0x3002]
  private static let openings: [NormalText] = ["其中", "包括", "含", "为", "是", "有"]
  private static let endings: [NormalText] = ["用车", "车辆"]
}
