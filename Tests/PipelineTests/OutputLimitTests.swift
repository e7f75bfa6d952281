import Foundation
import Synthesis
import Testing

@testable import Pipeline

@Suite struct OutputLimitTests {
  @Test func theLimitGrowsWithTheSourceUpToWhatAWorkerMaySend() {
    let limit = OutputLimit()
    #expect(limit.bytes(ofSource: 1_000) == (16 << 20) + 64_000)
    #expect(limit.bytes(ofSource: 1 << 30) == 1 << 29)
    #expect(limit.most < WorkerFrame.Kind.result.maximumLength)
  }

  @Test func aSourceThatGivesTooMuchIsQuarantinedAsAWhole() throws {
    let folder = try ScratchFolder()
    let path = try folder.write("a.txt", "")
    try Data(Renderer.render(SyntheticDisclosure(seed: 1), as: .tabs)).write(to: URL(fileURLWithPath: path))
    let file = InputFile(root: folder.path, relativePath: FilePath("a.txt"), path: FilePath(path))
    var processor = SourceProcessor(stages: StageRunner(), duplicates: nil)
    #expect(processor.process(0, file).failure == nil)
    processor.outputLimit = OutputLimit(least: 0, perByte: 2)
    let source = processor.process(0, file)
    #expect(source.failure?.reason == "output-limit" && source.failure?.stage == .load)
    #expect(source.documents.map(\.rendering.outcome) == [.quarantined])
    #expect(source.counts.documents["quarantined"] == 1 && source.counts.repairs == 0)
  }
}
