import Accounts
import Classification
import Testing

@Suite struct SubjectTableTests {
  let current = SubjectTable.functional(in: FiscalYear(2024))

  @Test func aSubjectIsFoundByItsCode() {
    #expect(current["2010301"]?.name == "行政运行")
    #expect(current["2010301"]?.level == .item)
    #expect(current["201"]?.name == "一般公共服务支出")
    #expect(SubjectTable.economic(in: FiscalYear(2024))["30201"]?.name == "办公费")
  }

  @Test func anythingButACodeOfTheClassificationIsNotFound() {
    for code in ["", "2", "2010", "20103010", "2９1", "abc", "999"] {
      #expect(current[code] == nil)
    }
  }

  @Test func theNameIsTheOneOfTheYear() {
    #expect(SubjectTable.functional(in: FiscalYear(2018))["210"]?.name == "医疗卫生与计划生育支出")
    #expect(SubjectTable.functional(in: FiscalYear(2013))["210"]?.name == "医疗卫生")
    #expect(current["210"]?.name == "卫生健康支出")
    #expect(SubjectTable.functional(in: nil)["210"]?.name == "卫生健康支出")
    #expect(SubjectTable.economic(in: FiscalYear(2016))["30307"]?.name == "医疗费")
    #expect(SubjectTable.economic(in: FiscalYear(2024))["30307"]?.name == "医疗费补助")
  }

  @Test func eachCodeStandsOnceAndInOrder() {
    for table in [current, SubjectTable.economic(in: nil), SubjectTable.functional(in: FiscalYear(2010))] {
      let codes = table.subjects.map(\.code)
      #expect(codes == codes.sorted())
      #expect(Set(codes).count == codes.count)
    }
  }

  @Test func aPrefixSelectsTheSubjectsBelowIt() {
    #expect(current.subjects(withPrefix: "20103").first?.code == "20103")
    #expect(current.subjects(withPrefix: "20103").allSatisfy { $0.code.hasPrefix("20103") })
    #expect(current.subjects(withPrefix: "2010").first?.code == "20101")
    #expect(current.subjects(withPrefix: "99").isEmpty)
    #expect(current.subjects(withPrefix: "x").isEmpty)
    #expect(current.subjects(withPrefix: "2").count == current.subjects.count)
  }

  @Test func allNamesOfACodeStandNewestFirst() {
    #expect(current.names(of: "210").map(\.name) == ["卫生健康支出", "医疗卫生与计划生育支出", "医疗卫生"])
    #expect(current.names(of: "999").isEmpty)
  }

  @Test func namesOfEveryCodeStandNewestFirst() {
    for subject in current.subjects {
      let ends = current.names(of: subject.code).map { $0.validTo?.year ?? .max }
      #expect(ends == ends.sorted(by: >))
    }
  }

  @Test func aClassGoesByItsNameWithOrWithoutExpenditure() {
    #expect(current.isName("教育", of: "205"))
    #expect(current.isName("教育支出", of: "205"))
    #expect(current.isName("文化旅游体育与传媒", of: "207"))
    #expect(!current.isName("教育", of: "206"))
    #expect(!current.isName("行政运行支出", of: "2010301"))
  }

  @Test func codesAreFoundByAnyNameThatTheyHad() {
    #expect(current.codes(named: "医疗卫生与计划生育", level: .class) == ["210"])
    #expect(current.codes(named: "教育", level: .class) == ["205"])
    #expect(current.codes(named: "教育", level: .item).isEmpty)
    #expect(current.codes(named: "提租补贴", level: .item) == ["2210202"])
  }

  @Test func everyCodeIsFoundByItsNames() {
    for subject in current.subjects {
      #expect(current.isName(subject.normalName, of: subject.code))
      #expect(current.codes(named: subject.normalName, level: subject.level).contains(subject.code))
    }
  }

  @Test func childrenAreOneLevelBelow() {
    #expect(current.children(of: "201").allSatisfy { $0.level == .section && $0.code.hasPrefix("201") })
    #expect(current.children(of: "20103").contains { $0.code == "2010301" })
    #expect(current.children(of: "2010301").isEmpty)
  }

  @Test func theParentOfACodeIsTwoDigitsShorter() {
    #expect(SubjectTable.parentCode(of: "2010301") == "20103")
    #expect(SubjectTable.parentCode(of: "20103") == "201")
    #expect(SubjectTable.parentCode(of: "201") == nil)
  }

  @Test func theBudgetOfASubjectIsKnown() {
    #expect(current["21208"]?.budget == .governmentFund)
    #expect(current["223"]?.budget == .stateCapital)
    #expect(current["205"]?.budget == .generalPublic)
  }
}
