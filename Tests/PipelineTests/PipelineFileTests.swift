import Classification
import Testing

@testable import Pipeline

@Suite struct PipelineFileTests {
  @Test func everyKeyIsRead() throws {
    let yaml = "inputs: [a, /b/*.txt]\noutput: out\njobs: 3\nlimits:\n  max_file_bytes: 1000\n"
    #expect(
      try PipelineFile.parse(yaml, path: "/p/x.yaml")
        == PipelineSettings(inputs: ["/p/a", "/b/*.txt"], output: "/p/out", jobs: 3, maxFileBytes: 1000))
  }

  @Test func documentsAreReadApartAndWithinLimitsUnlessTheFileSaysOtherwise() throws {
    func configuration(_ yaml: String) throws -> PipelineConfiguration {
      try PipelineFile.parse("inputs: a\n\(yaml)\n", path: "/p/x.yaml").configuration()
    }
    let usual = try configuration("jobs: 1")
    #expect(usual.isolation == .process && usual.secondsPerDocument == 60 && usual.memoryPerDocument == 2 << 30)
    let unlimited = try configuration("limits: {seconds_per_document: none, memory_per_document: none}")
    #expect(unlimited.isolation == .process)
    #expect(unlimited.secondsPerDocument == nil && unlimited.memoryPerDocument == nil)
    let together = try configuration("isolation: none\nlimits: {seconds_per_document: 5}")
    #expect(together.isolation == .none && together.secondsPerDocument == nil)
    #expect(throws: RunError.self) { try configuration("isolation: some") }
  }

  @Test func theKeysOfNightsAreRead() throws {
    let yaml = """
      inputs: a
      partition: fiscal_year/division_code
      retention: {releases: 5}
      limits: {seconds_per_document: 60, memory_per_document: 1000}
      no_input: warning
      no_change: failure
      decisions: d
      metrics: m.prom
      openlineage: l.jsonl
      on_failure: mail me
      gates: {min_documents: 1, max_documents: 2, min_complete: 0.5, min_fill: {gk01: 1}, max_unresolved_rise: 0.1}
      """
    let settings = try PipelineFile.parse(yaml, path: "/p/x.yaml")
    #expect(settings.partitioning == .yearAndDivision)
    #expect(settings.releasesKept == 5)
    #expect(settings.secondsPerDocument == .most(60) && settings.memoryPerDocument == .most(1_000))
    #expect(settings.noInput == .warning && settings.noChange == .failure)
    #expect(settings.decisions == "/p/d" && settings.metrics == "/p/m.prom" && settings.lineage == "/p/l.jsonl")
    #expect(settings.hooks.onFailure == "mail me")
    #expect(settings.gates?.minFill == [.gk01: 1])
    #expect(settings.gates?.maxUnresolvedRise == 0.1)
  }

  @Test(arguments: ["partition: year", "gates: {min_complete: 2}", "gates: {min_fill: {gk10: 1}}", "no_input: perhaps"])
  func aWrongKeyOfNightsIsAnError(yaml: String) {
    #expect(configurationError(yaml)?.message.hasPrefix("x.yaml:1: ") == true)
  }

  @Test func pathsAreRelativeToTheFolderOfTheFile() throws {
    #expect(try PipelineFile.parse("inputs: ../in", path: "Pipelines/x.yaml").inputs == ["Pipelines/../in"])
    #expect(try PipelineFile.parse("inputs: in", path: "x.yaml").inputs == ["in"])
  }

  @Test func anUnknownKeyNamesFileLineAndTheNearestKey() {
    let error = configurationError("inputs: a\nouptut: b\n")
    #expect(error?.status == .configuration)
    #expect(error?.message.hasPrefix("x.yaml:2: ") == true)
    #expect(error?.message.contains("'output'") == true)
  }

  @Test func anUnknownLimitIsAnError() {
    #expect(
      configurationError("inputs: a\nlimits:\n  max_file_byte: 1\n")?.message.contains("'max_file_bytes'") == true)
  }

  @Test(arguments: ["jobs: two", "jobs: 0", "jobs: [1]", "inputs: []", "inputs: [[a]]", "output: {a: b}", "output:"])
  func aValueOfTheWrongKindIsAnErrorOnItsLine(yaml: String) {
    #expect(configurationError(yaml)?.message.hasPrefix("x.yaml:1: ") == true)
  }

  @Test(arguments: ["inputs: [a", "jobs: 1\njobs: 2", "- a", ""])
  func whatIsNoMappingIsAConfigurationError(yaml: String) {
    #expect(configurationError(yaml)?.status == .configuration)
  }

  @Test func aMissingPipelineFileIsAMissingInput() {
    let error = #expect(throws: RunError.self) { try PipelineFile.read("/nowhere/x.yaml") }
    #expect(error?.status == .inputMissing)
  }

  private func configurationError(_ yaml: String) -> RunError? {
    #expect(throws: RunError.self) { try PipelineFile.parse(yaml, path: "x.yaml") }
  }

  @Test(
    arguments: [
      "jobs: 9223372036854775807", "jobs: 1025", "limits: {seconds_per_document: 9223372036854775807}",
      "limits: {max_file_bytes: 9223372036854775807}", "limits: {memory_per_document: 9223372036854775807}",
      "retention: {releases: 9223372036854775807}", "jobs: 9223372036854775808",
    ])
  func aNumberBeyondItsRangeIsAnErrorThatNamesTheRange(yaml: String) {
    let error = configurationError("inputs: a\n" + yaml)
    #expect(error?.status == .configuration)
    #expect(error?.message.hasPrefix("x.yaml:2: ") == true)
    #expect(error?.message.contains("a whole number from 1 to ") == true)
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["? *z\n: 1", "inputs: [*z]", "inputs: *z"])
  func aliasesOfAliasesAreRefusedBeforeTheyAreFollowed(use: String) {
    var yaml = "a: &a [x, x]\n"
    for (name, part) in zip("bcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwxy") {
      yaml += "\(name): &\(name) [\(Array(repeating: "*\(part)", count: 9).joined(separator: ", "))]\n"
    }
    let error = configurationError(yaml + use)
    #expect(error?.status == .configuration)
    #expect(error?.message.hasPrefix("x.yaml:2: ") == true)
    #expect(error?.message.contains("aliases") == true)
  }

  @Test func deepNestingIsAnErrorOfTheFile() {
    let error = configurationError("inputs: " + String(repeating: "[", count: 100_000))
    #expect(error?.status == .configuration)
  }

  @Test func starsAndAmpersandsInTextAreNoAliases() throws {
    let yaml = "inputs: ['in/*.txt', 'R&D *x']\noutput: \"a & b * c\"\n"
    #expect(try PipelineFile.parse(yaml, path: "x.yaml").inputs == ["in/*.txt", "R&D *x"])
  }
}
