import Testing

@testable import Clean

@Suite struct FlatLineTests {
  @Test func aLineMayHoldTheWordsThatBeginADetail() {
    #expect(FlatLine.isTable("一、财政拨款收入 1 9.00 一、外交支出 27 其中：政府性基金预算财政拨款 2 二、国防支出 28 总计 3 总计 29"))
  }

  @Test func manyWordsWithNumbersAmongThemAreATable() {
    #expect(FlatLine.isTable("科目编码 科目名称 合计 合计 12.00 201 一般公共服务支出 12.00 20105 统计信息事务 12.00 2010501 行政运行 9.00"))
  }

  @Test(arguments: [
    "2022年 收入 12.00 万元，比 上年 增加 3.00 万元 ， 增长 4.00 %， 主要 原因 是 人员 增加 经费 增加",
    "本部门 主要 职责 是 统计 调查 分析 预测 监督 检查 服务 管理 指导",
  ])
  func sentencesAndWordsWithoutNumbersAreNone(text: String) {
    #expect(!FlatLine.isTable(text))
  }
}
