import Accounts

/// Finds headers and footers that stand on every page.
enum RunningHeads {
  /// Indices of the lines whose text stands at three page breaks or more; what the first page begins with is kept.
  ///
  /// A page breaks at a form feed or at a page number. Headers and titles of tables repeat on every page too: the table
  /// reader needs them, so anything with the words of a table stays.
  static func indices(in lines: [SourceLine], reduced: [ReducedLine], isPageNumber: [Bool]) -> Set<Int> {
    var places: [NormalText: [Int]] = [:]
    for index in lines.indices where isAtPageBreak(index, in: lines, isPageNumber: isPageNumber) {
      let line = lines[index]
      guard line.table == nil, line.width == 1, line.cells.count == 1, line.cells[0].text.utf8.count <= 150,
        !isPageNumber[index]
      else { continue }
      let normal = reduced[index].normal
      guard normal.count > 3, !tableWords.stand(in: normal), !hasSentence(normal) else { continue }
      places[normal, default: []].append(index)
    }
    var found: Set<Int> = []
    for indices in places.values where indices.count > 2 {
      found.formUnion(indices.dropFirst(indices[0] < 3 ? 1 : 0))
    }
    return found
  }

  private static func isAtPageBreak(_ index: Int, in lines: [SourceLine], isPageNumber: [Bool]) -> Bool {
    index == 0 || lines[index].followsPageBreak || isPageNumber[index - 1]
      || index + 1 < lines.count && (lines[index + 1].followsPageBreak || isPageNumber[index + 1])
  }

  private static func hasSentence(_ normal: NormalText) -> Bool {
    normal.units.contains { $0 == 0x3002 || $0 == 0x3B }
  }

  private static let tableWords: Words = [
    "单位:", "部门:", "万元", "合计", "栏次", "项目", "科目", "编码", "公开", "类款项", "决算数", "预算数", "金额", "续表", "行次",
    "小计", "支出", "收入", "指标", "注:",
  ]
}
