import ArgumentParser
import Testing

@testable import Commands

@Suite struct LookupTests {
  @Test func formsNamesAllNineWithTheirMeasures() {
    let lines = FormsCommand.text.split(separator: "\n")
    #expect(lines.count == 18)
    #expect(lines.first == "gk01  收入支出决算总表")
    #expect(lines.last?.hasSuffix("actual_reception") == true)
  }

  @Test(arguments: [
    ["run", "--jobs", "0"], ["run", "--max-file-bytes", "0"], ["inspect", "x.txt", "--stage", "load"],
    ["explain", "out"],
  ])
  func argumentsThatMakeNoSenseAreUsageErrors(arguments: [String]) throws {
    let error = try #require(throws: (any Error).self) { try Juesuan.parseAsRoot(arguments) }
    #expect(Juesuan.exitCode(for: error).rawValue == 64)
  }
}
