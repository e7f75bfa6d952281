import Synthesis

/// A disclosure of a page that gives rows in every dataset, with figures of its own for each seed.
enum SmallDisclosure {
  static func text(seed: UInt64) -> String {
    var random = SplitMix64(seed: seed)
    func yuan(_ hundredths: Int64) -> String {
      "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
    }
    let (basic, project) = (random.integer(in: 11_000...99_999), random.integer(in: 1_100...9_999))
    let (total, change) = (yuan(basic + project), yuan(random.integer(in: 100...999)))
    // A letter for a digit gives a row of repairs.
    let misread = yuan(basic).replacing("0", with: "O", maxReplacements: 1)
    let printed = misread == yuan(basic) ? yuan(basic).replacing("1", with: "l", maxReplacements: 1) : misread
    let trees = random.integer(in: 20...90)
    return """
      武汉市江汉区古树名木保护局\(seed + 1)中心2024年度部门决算

      第二部分 2024年度部门决算表

      一般公共预算财政拨款支出决算表
      单位：万元
      科目编码\t科目名称\t小计\t基本支出\t项目支出
      合计\t\(total)\t\(yuan(basic))\t\(yuan(project))
      201\t一般公共服务支出\t\(total)\t\(yuan(basic))\t\(yuan(project))
      20103\t政府办公厅（室）及相关机构事务\t\(total)\t\(yuan(basic))\t\(yuan(project))
      2010301\t行政运行\t\(printed)\t\(yuan(basic))\t
      2010302\t一般行政管理事务\t\(yuan(project))\t\t\(yuan(project))

      第三部分 2024年度部门决算情况说明
      一、收入支出决算总体情况说明
      2024年度收、支总计均为\(total)万元。与2023年度相比，收、支总计各增加\(change)万元，增长9.29%。
      二、关于2024年度预算绩效情况的说明
      1.年度任务专项项目自评综述：项目全年预算数为\(yuan(project + 9))万元，执行数为\(yuan(project))万元，完成预算的99.80%。主要产出和效果：一是完成\(trees)项任务。

      第四部分 2024年重点工作完成情况
      重点工作完成情况
      序号\t重点工作事项\t工作内容及目标\t完成情况
      1\t古树普查\t普查\(trees)株\t完成\(trees + 1)株
      2\t养护\t养护30株\t完成\(trees)株

      第五部分 名词解释
      一、财政拨款收入：指单位从2024年度本级财政部门取得的财政拨款。
      二、基本支出：指为保障机构正常运转而发生的支出（301、302，第\(trees)号）。

      第六部分 附件
      项目自评表
      单位名称：武汉市江汉区古树名木保护局\t填报日期：2025-03-01
      项目名称\t年度任务专项
      预算执行情况（万元）\t预算数\t执行数\t执行率
      年度财政资金总额\t\(yuan(project + 9))\t\(yuan(project))\t99.80%
      一级指标\t二级指标\t三级指标\t年初目标值\t实际完成值\t得分
      产出指标\t数量指标\t办结事项\t≥95%\t97%\t40
      效益指标\t社会效益\t保护株数\t\(trees)株\t\(trees + 1)株\t30
      总分\t98.5

      """
  }
}
