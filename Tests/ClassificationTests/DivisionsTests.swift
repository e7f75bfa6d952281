import Accounts
import Classification
import Testing

@Suite struct DivisionsTests {
  @Test func aCountyIsFoundByItsFullName() throws {
    let counties = Divisions.counties
    #expect(counties.count > 2_800)
    for index in stride(from: 0, to: counties.count, by: 50) {
      let name = Divisions.fullName(of: counties[index])
      #expect(Divisions.division(inUnitName: name + "水网调度局") == counties[index], "\(name)")
    }
  }

  @Test func aFullNameNamesAllDivisionsAbove() throws {
    let district = try #require(Divisions.division(inUnitName: "武汉市江汉区水网调度局"))
    #expect(Divisions.fullName(of: district) == "湖北省武汉市江汉区")
  }

  @Test(arguments: [
    ("武汉市江汉区人民政府办公室", "420103"),
    ("中国共产党武汉市汉阳区委员会办公室本级", "420105"),
    ("上海市普陀区规划和自然资源局", "310107"),
    ("武汉市教育局", "420100"),
    ("湖北省财政厅", "420000"),
    ("湖北省武汉市中级人民法院", "420100"),
    ("湖北省秭归县水利局", "420527"),
    ("仙桃市卫生健康局", "429004"),
    ("重庆市城口县教育委员会", "500229"),
    ("北京市朝阳区人民法院", "110105"),
    ("武汉市东西湖区人民检察院", "420112"),
    ("杭州市西湖区文化和旅游局", "330106"),
    ("吉林省吉林市船营区教育局", "220204"),
    ("新疆维吾尔自治区伊犁哈萨克自治州伊宁市人民法院", "654002"),
    ("内蒙古自治区锡林郭勒盟苏尼特左旗教育局", "152523"),
    ("黔东南苗族侗族自治州民政局", "522600"),
    ("沛县教育局", "320322"),
    ("深圳市南山区人民法院", "440305"),
  ])
  func theLowestDivisionNamedIsFound(name: String, code: String) {
    #expect(Divisions.division(inUnitName: name)?.code == code)
  }

  @Test(arguments: [
    ("武汉江汉区统计局", "420103"),
    ("湖北财政厅", "420000"),
    ("武汉大学", "420100"),
    ("上海普陀区教育局", "310107"),
    ("恩施州教育局", "422800"),
    ("长阳县人民医院", "420528"),
    ("广西财政厅", "450000"),
    ("内蒙古体育局", "150000"),
    ("湖北黄石港区民政局", "420202"),
  ])
  func shortNamesAreUnderstood(name: String, code: String) {
    #expect(Divisions.division(inUnitName: name)?.code == code)
  }

  @Test(arguments: [
    ("中共武汉市委组织部", "420100"),
    ("共青团武汉市江汉区委员会", "420103"),
    ("中国民主同盟湖北省委员会", "420000"),
    ("中国人民政治协商会议沛县委员会", "320322"),
    ("国家税务总局武汉市江汉区税务局", "420103"),
    ("政协沛县委员会办公室", "320322"),
    ("民革上海市委员会", "310000"),
  ])
  func organisationsBeforeThePlaceAreSkipped(name: String, code: String) {
    #expect(Divisions.division(inUnitName: name)?.code == code)
  }

  @Test(arguments: [
    ("武汉市公安局江汉区分局", "420103"),
    ("武汉经济技术开发区（汉南区）教育局", "420113"),
    ("湖北省人民检察院武汉铁路运输分院", "420000"),
  ])
  func aDivisionBehindOtherWordsCountsByItsFullName(name: String, code: String) {
    #expect(Divisions.division(inUnitName: name)?.code == code)
  }

  @Test(arguments: [
    ("武汉东湖新技术开发区管理委员会", "420100"),
    ("苏州工业园区教育局", "320500"),
    ("湖北省红安经济开发区管理委员会", "420000"),
  ])
  func developmentZonesFallBackToTheDivisionAbove(name: String, code: String) {
    #expect(Divisions.division(inUnitName: name)?.code == code)
  }

  @Test func aUniqueCountyNeedsNoCity() {
    #expect(Divisions.division(inUnitName: "新洲区人民政府办公室")?.code == "420117")
  }

  @Test func aSharedNameAloneIsUndecided() {
    #expect(Divisions.division(inUnitName: "朝阳区教育局") == nil)
    #expect(Divisions.division(inUnitName: "鼓楼区教育局", context: ["本部门无下属单位"]) == nil)
  }

  @Test func theSurroundingsDecideASharedName() {
    #expect(Divisions.division(inUnitName: "朝阳区教育局", context: ["长春市朝阳区教育局概况"])?.code == "220104")
    #expect(Divisions.division(inUnitName: "鼓楼区教育局", context: ["中共福州市委"])?.code == "350102")
  }

  @Test func mentionsDecideASharedNameAndNothingElse() {
    let mentions = ["全年组织贵阳市考试三次。", "赴北京市学习。"]
    #expect(Divisions.division(inUnitName: "白云区教育局", mentions: mentions)?.code == "520113")
    #expect(Divisions.division(inUnitName: "第一中学", mentions: mentions) == nil)
  }

  @Test func aUnitWithoutADivisionTakesTheOneThatItsSurroundingsAgreeOn() {
    #expect(
      Divisions.division(inUnitName: "第一中学", context: ["沛县教育局主管", "江苏省重点中学"])?.code == "320322")
    #expect(Divisions.division(inUnitName: "第一中学", context: ["沛县教育局", "长沙市教育局"]) == nil)
    #expect(Divisions.division(inUnitName: "第一中学") == nil)
  }

  @Test(arguments: [("北京市崇文区教育局", "110103"), ("彬县教育局", "610427"), ("襄樊市襄阳区教育局", "420607")])
  func aFormerNameGivesItsFormerCode(name: String, code: String) {
    #expect(Divisions.division(inUnitName: name)?.code == code)
  }

  @Test func streetsAndSchoolsAreNoCities() {
    #expect(Divisions.division(inUnitName: "南昌路小学") == nil)
    #expect(Divisions.division(inUnitName: "武汉市安康医院")?.code == "420100")
    #expect(Divisions.division(inUnitName: "") == nil)
  }

  @Test func theParentIsTheDivisionAbove() throws {
    let county = try #require(Divisions.division(inUnitName: "武汉市江汉区人民法院"))
    #expect(county.name == "江汉区")
    #expect(county.level == .county)
    #expect(Divisions.parent(of: county)?.name == "武汉市")
    let district = try #require(Divisions.division(inUnitName: "上海市普陀区人民法院"))
    #expect(Divisions.parent(of: district)?.code == "310000")
  }
}
