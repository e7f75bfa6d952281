import Testing

@testable import Pipeline

@Suite struct EnvironmentTests {
  @Test func theEnvironmentGoesOverTheFileAndUnderTheFlags() throws {
    let environment = try EnvironmentSettings.read(["JUESUAN_OUTPUT": "env", "JUESUAN_JOBS": "3", "PATH": "x"])
    let origins = [
      PipelineSettings(output: "flag"), environment, PipelineSettings(inputs: ["in"], output: "file", jobs: 2),
    ]
    let configuration = try PipelineSettings.configuration(origins)
    #expect(configuration.output == "flag")
    #expect(configuration.jobs == 3)
    #expect(configuration.inputs == ["in"])
  }

  @Test func aMisspeltVariableIsAnErrorWithTheNearestName() {
    let error = #expect(throws: RunError.self) { try EnvironmentSettings.read(["JUESUAN_OUPTUT": "x"]) }
    #expect(error?.status == .configuration)
    #expect(error?.message.contains("JUESUAN_OUTPUT") == true)
  }

  @Test func variablesOfOthersAreLeftAlone() throws {
    #expect(try EnvironmentSettings.read(["JUESUAN_RUN_MESSAGE": "x"]) == PipelineSettings())
  }

  @Test(arguments: [("JUESUAN_JOBS", "none"), ("JUESUAN_PARTITION", "year"), ("JUESUAN_NO_INPUT", "maybe")])
  func aValueOfTheWrongKindIsAnError(name: String, value: String) {
    let error = #expect(throws: RunError.self) { try EnvironmentSettings.read([name: value]) }
    #expect(error?.message.contains(name) == true)
  }

  @Test func theReportSaysWhereEachValueCameFrom() throws {
    let origins = [
      ("command line", PipelineSettings(output: "o")), ("environment", PipelineSettings(jobs: 3)),
      ("pipeline file", PipelineSettings(inputs: ["in"], output: "f")),
    ]
    let configuration = try PipelineSettings.configuration(origins.map(\.1))
    let report = ConfigurationReport(configuration, origins: origins.map { (name: $0.0, settings: $0.1) })
    let seen = Dictionary(uniqueKeysWithValues: report.lines.map { ($0.key, "\($0.value) \($0.origin)") })
    #expect(seen["output"] == "o command line")
    #expect(seen["jobs"] == "3 environment")
    #expect(seen["inputs"] == "in pipeline file")
    #expect(seen["partition"] == "none default")
  }

  @Test func gatesThatCompareNeedPartitions() {
    var settings = PipelineSettings(inputs: ["in"])
    settings.gates = Gates()
    settings.gates?.maxChangedValues = 0
    let error = #expect(throws: RunError.self) { try settings.configuration() }
    #expect(error?.status == .configuration)
  }

  @Test(arguments: [("36h", 129_600.0), ("90m", 5_400), ("2d", 172_800), ("5s", 5)])
  func agesAreNumbersWithAUnit(text: String, seconds: Double) {
    #expect(TimeText.seconds(text) == seconds)
  }

  @Test func timesAreDatesOrAges() {
    #expect(TimeText.time("1970-01-02")?.timeIntervalSince1970 == 86_400)
    #expect(TimeText.time("1970-01-01T01:00:00Z")?.timeIntervalSince1970 == 3_600)
    #expect(TimeText.time("yesterday") == nil)
  }

  @Test(arguments: ["9223372036854775807s", "1e300d", "infd", "106752000d", "0001-01-01", "9999-12-31"])
  func timesThatAreNoNumberOfNanosecondsAreNone(text: String) {
    #expect(TimeText.nanoseconds(text) == nil)
  }

  @Test func timesAreNanosecondsSince1970() {
    #expect(TimeText.nanoseconds("1970-01-02") == 86_400_000_000_000)
  }

  @Test(arguments: ["JUESUAN_JOBS", "JUESUAN_SECONDS_PER_DOCUMENT", "JUESUAN_MAX_FILE_BYTES"])
  func aNumberNearTheEndOfSixtyFourBitsIsAnError(name: String) {
    let error = #expect(throws: RunError.self) { try EnvironmentSettings.read([name: "9223372036854775807"]) }
    #expect(error?.status == .configuration)
  }

  @Test func moreJobsThanARunMayHaveAreAnErrorThatNamesTheRange() throws {
    let environment = try EnvironmentSettings.read(["JUESUAN_JOBS": "1000000", "JUESUAN_INPUTS": "in"])
    let error = #expect(throws: RunError.self) { try PipelineSettings.configuration([environment]) }
    #expect(error?.message == "'jobs' must be a whole number from 1 to 1024, not 1000000.")
  }
}
