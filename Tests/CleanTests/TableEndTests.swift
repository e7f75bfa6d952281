import Accounts
import Testing

@testable import Clean

@Suite struct TableEndTests {
  @Test(arguments: ["第三部分 某局2022年度部门决算情况说明", "第三部分", "第 六 部 分 附件"])
  func aPartEndsATable(text: String) {
    #expect(TableEnd.isPartHeading(NormalText(text)))
  }

  @Test(arguments: ["第二中学", "其他部分支出", "第一书记经费", "2010301"])
  func namesOfRowsAreNoParts(text: String) {
    #expect(!TableEnd.isPartHeading(NormalText(text)))
  }

  @Test(arguments: [
    "注：本表反映部门本年度的总收支情况。", "注:1.本表金额转换成万元时，因四舍五入可能存在尾差", "说明：本表为空表", "备注：无",
    "本表反映部门本年度取得的各项收入情况。", "27行＝（1＋2＋3）行；30行＝（27＋28＋29）行", "1栏各行＝（2＋3）栏各行。",
    "本单位没有使用政府性基金预算安排支出，故本表无数据。",
  ])
  func notesAndRulesStandUnderATable(text: String) {
    #expect(TableEnd.isNote(NormalText(text), isFirst: true))
  }

  @Test(arguments: ["合计 12.00 3.00", "一、一般公共服务支出", "行政运行", "2010301", "栏次"])
  func rowsAreNoNotes(text: String) {
    #expect(!TableEnd.isNote(NormalText(text), isFirst: true))
  }

  @Test(arguments: [
    "2022年度收入总计12.00万元，比上年增加1.00万元。", "一、收入支出决算总体情况说明", "（三）支出决算情况说明",
  ])
  func runningTextEndsATable(text: String) {
    #expect(TableEnd.isProse(NormalText(text)))
  }

  @Test(arguments: ["二十六、抗疫特别国债安排的支出 56", "巩固脱贫攻坚成果衔接乡村振兴 3.00", "国有土地使用权出让收入安排的支出", "机关事业单位基本养老保险缴费支出 1，027。21"])
  func rowsAreNoRunningText(text: String) {
    #expect(!TableEnd.isProse(NormalText(text)))
  }
}
