import Foundation
import Synthesis
import Testing

/// Documents with much of one thing cost and give no more than a multiple of their size, and harm no other document.
///
/// The time limit is a hundred times what they take: it tells a step that would hang, and measures nothing.
@Suite struct HostileInputTests {
  /// Each of these once took minutes, or gigabytes.
  private static let worst = [
    "headings-of-parts", "contents-entries", "form-feeds", "line-0", "line-24", "rows-contradicting", "row-of-words",
    "heads-of-three-public", "form-on-one-line", "facts-of-classes", "project-uses", "vehicles", "same-amounts",
    "labels", "page-attributes", "page-column-spans-of-heads", "page-row-spans-side-by-side", "page-tags",
  ]

  private static func size(of folder: String) throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: folder).reduce(0) { sum, name in
      let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)
      return sum + ((attributes[.size] as? Int) ?? 0)
    }
  }

  @Test(.timeLimit(.minutes(30))) func theHealthyDocumentBesideThemIsPublishedAndTheReleaseHolds() throws {
    let folder = try ScratchFolder()
    try folder.write("in/good.txt", bytes: Renderer.render(SyntheticDisclosure(seed: 1), as: .tabs))
    var bytes = 0
    for kind in HostileKind.all where Self.worst.contains(kind.name) {
      let document = kind.document(bytes: 100_000)
      bytes += document.count
      try folder.write("in/" + kind.fileName, bytes: document)
    }
    #expect(bytes > Self.worst.count * 100_000)
    let output = folder.path + "/out"
    let result = try Program.run(["run", "--input", folder.path + "/in", "--output", output, "--jobs", "2"])
    #expect(result.status == 0, "\(result.errors)")
    let release = PublishedRelease(output: output)
    #expect(try release.column("source_path", of: "documents").contains("good.txt"))
    #expect(try Self.size(of: output + "/current/documents") < 64 * bytes)
    let check = try Program.run(["check", output, "--input", folder.path + "/in"])
    #expect(check.status == 0, "\(check.output)")
  }
}
