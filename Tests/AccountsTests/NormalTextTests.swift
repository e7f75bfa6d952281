import Accounts
import Testing

@Suite struct NormalTextTests {
  @Test(arguments: [
    (" 部门 决算\u{3000}表\n", "部门决算表"), ("１，０２７．２１", "1,027.21"), ("（类）〔款〕【项】", "(类)(款)(项)"), ("“三公”—费", "三公-费"),
    ("é¿𠮷", "é¿𠮷"), ("", ""), ("\u{FEFF}甲\u{A0}乙", "甲乙"),
    ("238\u{FE0F}.70", "238.70"), ("1\u{200B}0\u{2060}2\u{AD}7", "1027"), ("葛\u{E0100}城\u{2066}区", "葛城区"),
    ("٧٢٧٥٫٠٣万元", "7275.03万元"), ("行\u{332}政", "行政"),
  ])
  func whatCarriesNoIdentityIsDropped(text: String, normal: String) {
    #expect(NormalText(text).description == normal)
    #expect(NormalText(text[...]) == NormalText(text))
  }

  @Test func aPartIsFoundWhereItStands() {
    let text: NormalText = "支出决算表"
    #expect(text.firstIndex(of: "决算") == 2)
    #expect(text.firstIndex(of: "决算", from: 3) == nil)
    #expect(text.hasPrefix("支出"))
    #expect(text.hasSuffix("表"))
    #expect(!text.contains("预算"))
  }
}
