import Pipeline
import Synthesis
import Testing

@testable import Commands

@Suite struct SynthesizeCommandTests {
  @Test func wordsAndListsOfKindsAreUnderstood() throws {
    #expect(try SynthesizeCommand.choice("none") == .none)
    #expect(try SynthesizeCommand.choice("each") == .each)
    #expect(try SynthesizeCommand.choice("random") == .random)
    #expect(try SynthesizeCommand.choice("lost-total,cut-codes") == .kinds([.lostTotal, .cutCodes]))
    #expect(try SynthesizeCommand.layouts("pipes,html-office") == [.pipes, .officeHTML])
  }

  @Test func anUnknownKindNamesTheNearestAndAll() throws {
    let error = try #require(throws: RunError.self) { try SynthesizeCommand.choice("lost-total,cut-code") }
    #expect(error.status == .usage)
    #expect(error.message.contains("no kind of damage cut-code. Nearest: cut-codes."))
    for kind in Damage.allCases { #expect(error.message.contains(kind.rawValue)) }
  }

  @Test func anUnknownLayoutIsAUsageError() throws {
    let error = try #require(throws: RunError.self) { try SynthesizeCommand.layouts("tab") }
    #expect(error.status == .usage)
    #expect(error.message.contains("Nearest: tabs."))
  }

  @Test(arguments: ["", ","]) func anEmptyListIsAUsageError(list: String) {
    #expect(throws: RunError.self) { try SynthesizeCommand.choice(list) }
  }

  @Test func noDocumentsMakeNoSense() throws {
    let error = try #require(throws: (any Error).self) {
      try Juesuan.parseAsRoot(["synthesize", "--documents", "0", "--output", "x"])
    }
    #expect(Juesuan.exitCode(for: error).rawValue == 64)
  }
}
