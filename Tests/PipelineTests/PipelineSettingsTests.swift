import Testing

@testable import Pipeline

@Suite struct PipelineSettingsTests {
  @Test func flagsGoOverTheFile() throws {
    let flags = PipelineSettings(inputs: ["flag"], output: "flag-out", jobs: 1, maxFileBytes: 1)
    let file = PipelineSettings(inputs: ["file"], output: "file-out", jobs: 2, maxFileBytes: 2)
    #expect(
      try flags.configuration(over: file)
        == PipelineConfiguration(inputs: ["flag"], output: "flag-out", jobs: 1, maxFileBytes: 1))
  }

  @Test func theFileGoesOverTheDefaults() throws {
    let configuration = try PipelineSettings().configuration(over: PipelineSettings(inputs: ["file"], jobs: 7))
    #expect(configuration.inputs == ["file"])
    #expect(configuration.jobs == 7)
    #expect(configuration.output == PipelineConfiguration.defaultOutput)
    #expect(configuration.maxFileBytes == 64 * 1024 * 1024)
  }

  @Test func namingNoInputIsAUsageError() {
    let error = #expect(throws: RunError.self) { try PipelineSettings().configuration() }
    #expect(error?.status == .usage)
  }
}
