import Testing

@testable import Commands

@Suite struct ProgressBarTests {
  @Test func theBarFillsWithTheFilesDone() {
    #expect(ProgressBar.text(done: 1, total: 4) == "[##########..............................] 1/4")
    #expect(ProgressBar.text(done: 4, total: 4).contains(".") == false)
  }
}
