import Accounts
import Testing

@testable import Transform

@Suite struct NarrativeSumsTests {
  private func stories(_ text: String, _ title: String) -> [String] {
    NarrativeSums.findings(Ledger(crossChecked([], title, text))).map(\.story)
  }

  @Test func partsThatDoNotMakeTheirWholeAreFound() {
    let title = "六、基本支出决算情况说明"
    #expect(stories("基本支出90.00万元，其中：人员经费70.00万元，公用经费20.00万元。", title).isEmpty)
    #expect(
      stories("基本支出90.00万元，其中：人员经费70.00万元，公用经费21.00万元。", title)
        == ["narrative-sum-differs 900000.00 -> 910000.00"])
  }

  @Test func aPartThatIsNotStatedMayBeTheRest() {
    let title = "十一、政府采购支出说明"
    #expect(stories("政府采购支出总额40.00万元，其中：政府采购货物支出10.00万元。", title).isEmpty)
    #expect(stories("政府采购支出总额40.00万元，其中：政府采购货物支出50.00万元。", title).count == 1)
  }

  @Test func kindsOfVehiclesAreAtMostAllVehicles() {
    let title = "十二、国有资产占用情况说明"
    #expect(stories("共有车辆3辆，其中，机要通信用车1辆、应急保障用车2辆。", title).isEmpty)
    #expect(
      stories("共有车辆3辆，其中，机要通信用车2辆、应急保障用车2辆。", title) == ["narrative-sum-differs 3 -> 4"])
  }
}
