import Foundation
import Synthesis
import Testing

/// Whatever numbers a document prints, it is published with its findings, and so is every other document.
@Suite struct AbsurdNumbersTests {
  /// Documents by what is absurd in them.
  static let documents: [String: String] = [
    "two-column-numbers-in-a-cell": """
    财政拨款“三公”经费支出决算表
    单位：万元
    预算数\t\t\t\t\t\t决算数\t\t\t\t\t
    合计\t因公出国（境）费\t公务用车购置及运行维护费\t\t\t公务接待费\t合计\t因公出国（境）费\t公务用车购置及运行维护费\t\t\t公务接待费
    \t\t小计\t公务用车购置费\t公务用车运行费\t\t\t\t小计\t公务用车购置费\t公务用车运行费\t
    1\t2\t3 4\t5\t6\t7\t8\t9\t10\t11\t12
    9.00\t1.50\t5.50\t3.00\t2.50\t2.00\t7.30\t1.20\t4.90\t2.70\t2.20\t1.20
    """,
    "rates-of-huge-amounts": """
    财政拨款“三公”经费支出决算表
    单位：万元
    预算数 决算数
    合计 因公出国（境）费 公务用车购置及运行维护费 公务接待费 合计 因公出国（境）费 公务用车购置及运行维护费 公务接待费
    9,300,000.00 9,300,000.00 9,300,000.00 9,300,000.00
    第三部分 某县统计局2022年度部门决算情况说明
    公务接待费支出决算为9,300,000.00万元，完成年初预算的100.0%。“三公”经费支出决算为930.00万元，完成年初预算的99999999999999999%。
    """,
    "sums-beyond-their-range": """
    一般公共预算财政拨款支出决算表
    单位：亿元
    科目编码\t科目名称\t合计\t基本支出\t项目支出
    合计\t\t900,000.00\t900,000.00\t
    """ + (1...60).map { "\n20105\($0 < 10 ? "0" : "")\($0)\t专项\($0)\t900,000.00\t900,000.00\t" }.joined(),
    "figures-of-any-length": """
    一般公共预算财政拨款支出决算表
    单位：万元
    科目编码\t科目名称\t合计\t基本支出\t项目支出
    合计\t\t1000000000000000000000000000000\t9223372036854775807\t-9223372036854775808
    2010501\t行政运行\t99999999999999999\t-99999999999999999\t0.0000000000000001
    2010507\t专项普查活动\t9,300,000.00\t\t9,300,000.00
    """,
    "line-numbers-of-any-length": """
    收入支出决算总表
    单位：万元
    项目\t行次\t金额\t项目\t行次\t金额
    一、一般公共预算财政拨款收入\t1\t12.00\t11111111111111111111、住房保障支出\t51\t12.00
    九九九九九九九九九九九九九九九九十十十十、其他收入\t8\t0.00\t99999999999999999999、其他支出\t54\t0.00
    """,
    "narrative": """
    第三部分 某县统计局2022年度部门决算情况说明
    一、政府采购支出说明
    政府采购支出总额189.30万元，其中：政府采购货物支出9999999999.00万元、政府采购工程支出9999999999.00万元、政府采购服务支出9999999999.00万元。
    二、国有资产占用情况说明
    共有车辆7辆，其中，机要通信用车99999999999999999辆、应急保障用车99999999999999999辆、特种专业技术用车999999999999999999辆。
    三、收入支出决算总体情况说明
    收、支总计99999999999999999999999999万元。与上年相比，收、支总计各减少9999999999.99万元，下降99999999999999999%。
    """,
    "performance": """
    我单位组织对本单位开展整体支出绩效自评，全年预算数为1615.57万元，执行数为3150.39万元，执行率为99999999999999999%，从评价情况来看，综合得分96分。
    2022年度普查项目自评表

    项目名称\t普查项目\t\t\t\t
    预算执行情况(万元)\t\t预算数(A)\t执行数(B)\t执行率(B/A)\t得分
    \t年度财政资金总额\t9999999999.99\t0.0000000001\t99999999999999999%\t99999999999999999
    一级指标\t二级指标\t三级指标\t年初目标值(A)\t实际完成值(B)\t得分
    产出指标\t数量指标\t入户次数\t≥99999999999999999次\t3次\t99999999999999999
    总分\t99999999999999999\t\t\t\t
    """,
  ]

  let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    try folder.write("in/healthy.txt", bytes: Renderer.render(SyntheticDisclosure(seed: 1), as: .tabs))
  }

  @Test(.timeLimit(.minutes(5))) func everyDocumentIsPublished() throws {
    for (name, text) in Self.documents {
      try folder.write("in/\(name).txt", "某县统计局2022年度部门决算\n第二部分 某县统计局2022年度部门决算表\n\(text)\n")
    }
    let result = try Program.run(
      ["run", "--input", "in", "--output", "out", "--jobs", "1"], in: folder.path)
    #expect([0, 1].contains(result.status), "\(result.errors)")
    let release = PublishedRelease(output: folder.path + "/out")
    let paths = try release.column("source_path", of: "documents")
    #expect(Set(paths) == Set(Self.documents.keys.map { $0 + ".txt" } + ["healthy.txt"]))
    let quarantined = try #require(try release.record()["quarantined"] as? [[String: Any]])
    #expect(!quarantined.contains { ["crashed", "time-limit", "memory-limit"].contains($0["reason"] as? String) })
    let outcome = try zip(paths, release.column("outcome", of: "documents")).first { $0.0 == "healthy.txt" }?.1
    #expect(outcome == "complete")
    let check = try Program.run(["check", "out/current", "--input", "in"], in: folder.path)
    #expect(check.status == 0, "\(check.output)\(check.errors)")
  }

  @Test func aFigureAboveAllThatAFigurePrintsIsAFinding() throws {
    let text = try #require(Self.documents["figures-of-any-length"])
    try folder.write("in/absurd.txt", "某县统计局2022年度部门决算\n第二部分 某县统计局2022年度部门决算表\n\(text)\n")
    _ = try Program.run(["run", "--input", "in/absurd.txt", "--output", "out"], in: folder.path)
    let findings = try String(contentsOfFile: folder.path + "/out/current/findings.csv", encoding: .utf8)
    for number in [
      "1000000000000000000000000000000", "9223372036854775807", "9223372036854775808", "99999999999999999",
    ] {
      #expect(findings.contains(number), "\(number)")
    }
  }
}
