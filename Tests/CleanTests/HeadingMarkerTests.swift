import Testing

@testable import Clean

@Suite struct HeadingMarkerTests {
  @Test(arguments: [
    ("第一部分 某局概况", HeadingMarker.Style.part, "第一部分", "某局概况"),
    ("第 二 部 分：决算表", .part, "第二部分", "决算表"),
    ("第3部分、说明", .part, "第3部分", "说明"),
    ("第四章 附件", .part, "第四章", "附件"),
    ("一、主要职责", .chinese, "一", "主要职责"),
    ("二十一、其他", .chinese, "二十一", "其他"),
    ("三．说明", .chinese, "三", "说明"),
    ("（一）机构", .bracketedChinese, "（一）", "机构"),
    ("(十二) 机构", .bracketedChinese, "(十二)", "机构"),
    ("1.执行率", .arabic, "1", "执行率"),
    ("12、其他", .arabic, "12", "其他"),
    ("（3）项目", .bracketedArabic, "（3）", "项目"),
    ("4）项目", .bracketedArabic, "4", "项目"),
    ("①项目", .circled, "①", "项目"),
  ])
  func aNumberIsTakenFromItsText(text: String, style: HeadingMarker.Style, number: String, rest: String) {
    let marker = HeadingMarker(text)
    #expect(marker?.style == style)
    #expect(marker?.number == number)
    #expect(marker?.rest == rest)
  }

  @Test(arguments: [
    "1.5 万元", "一般公共服务", "一是加强", "2024.5.1", "2024年", "（类）", "第一中学", "", "10,000.00", "十", "（见附件）", "3",
  ])
  func textThatOnlyLooksLikeANumberHasNone(text: String) {
    #expect(HeadingMarker(text) == nil)
  }
}
