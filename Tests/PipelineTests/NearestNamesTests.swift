import Testing

@testable import Pipeline

@Suite struct NearestNamesTests {
  @Test func theNameWithTheFewestEditsComesFirst() {
    #expect(NearestNames.nearest(to: "input", in: ["output", "jobs", "inputs"]) == ["inputs"])
  }

  @Test func moreThanOneNameCanBeAskedFor() {
    let known = ["gk05//201/basic", "gk03//201/basic", "gk09//total/actual_total"]
    #expect(NearestNames.nearest(to: "gk05//201/basik", in: known, limit: 2) == ["gk05//201/basic", "gk03//201/basic"])
  }

  @Test func distanceCountsInsertionsDeletionsAndSubstitutions() {
    #expect(NearestNames.distance(Array("kitten".utf8), Array("sitting".utf8)) == 3)
    #expect(NearestNames.distance([], Array("abc".utf8)) == 3)
  }
}
