import Glibc
import Testing

@testable import Pipeline

@Suite struct OutputLockTests {
  @Test func aSecondRunIsKeptOutUntilTheFirstIsDone() throws {
    let folder = try ScratchFolder()
    let first = try OutputLock(output: folder.path + "/deep/output")
    let error = #expect(throws: RunError.self) { try OutputLock(output: folder.path + "/deep/output") }
    #expect(error?.status == .locked)
    #expect(error?.message.contains("process \(getpid()) on ") == true)
    first.release()
    try OutputLock(output: folder.path + "/deep/output").release()
  }

  @Test func anOutputThatCannotBeMadeIsAnInputOutputError() throws {
    let folder = try ScratchFolder()
    let file = try folder.write("a.txt")
    let error = #expect(throws: RunError.self) { try OutputLock(output: file + "/output") }
    #expect(error?.status == .inputOutput)
  }
}
