import Testing

@testable import Commands

@Suite struct ProgressBarTests {
  @Test func theBarFillsWithTheFilesDone() {
    #expect(ProgressBar.text(done: 1, total: 4, seconds: 0) == "[##########..............................] 1/4")
    #expect(ProgressBar.text(done: 4, total: 4, seconds: 0).contains(".") == false)
  }

  @Test func theRateTellsHowLongTheRestTakes() {
    #expect(ProgressBar.text(done: 100, total: 850, seconds: 10).hasSuffix(" 100/850  10.0/s  1:15 left"))
    #expect(ProgressBar.text(done: 0, total: 850, seconds: 10).hasSuffix(" 0/850"))
  }
}
