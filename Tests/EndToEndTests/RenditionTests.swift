import Accounts
import Clean
import Extract
import Foundation
import Synthesis
import Testing
import Transform

/// Real exports, where they are at hand, read the same from text and from the HTML of the same document.
@Suite struct RenditionTests {
  private static let files: [URL] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return ["seeds", "corpus"].flatMap { folder in
      let directory = root.deletingLastPathComponent().appendingPathComponent("shared/\(folder)")
      let files = try? FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)
      return (files ?? []).filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
    }
  }()

  @Test(
    .enabled(if: !files.isEmpty, "no exports beside the package"), arguments: files, TextToHTML.PageStyle.allCases)
  func pagesGiveTheAmountsOfTheText(file: URL, style: TextToHTML.PageStyle) throws {
    let bytes = try [UInt8](Data(contentsOf: file))
    let text = String(decoding: bytes, as: UTF8.self)
    let expected = amounts(bytes, path: file.lastPathComponent)
    for encoding in [TextEncoding.utf8, .gb18030] {
      let page = TextToHTML.render(text, style: style, encoding: encoding)
      let got = amounts(page, path: file.deletingPathExtension().lastPathComponent + ".html")
      let lost = expected.filter { !got.contains($0) }
      let added = got.filter { !expected.contains($0) }
      #expect(
        lost.isEmpty && added.isEmpty,
        """
        \(file.lastPathComponent), \(style.rawValue), \(encoding.rawValue): \(lost.count) lost, \(added.count) added; \
        lost \(lost.sorted().prefix(5)), added \(added.sorted().prefix(5))
        """)
    }
  }

  @Test(
    .enabled(if: !files.isEmpty, "no exports beside the package"), arguments: files, TextToHTML.PageStyle.allCases)
  func pagesGiveTheNarrativeOfTheText(file: URL, style: TextToHTML.PageStyle) throws {
    let bytes = try [UInt8](Data(contentsOf: file))
    let expected = narrative(bytes, path: file.lastPathComponent)
    let page = TextToHTML.render(String(decoding: bytes, as: UTF8.self), style: style)
    let got = narrative(page, path: file.deletingPathExtension().lastPathComponent + ".html")
    let lost = expected.subtracting(got).sorted()
    let added = got.subtracting(expected).sorted()
    #expect(
      lost.isEmpty && added.isEmpty,
      "\(file.lastPathComponent), \(style.rawValue): \(lost.count) of \(expected.count) lost: \(lost.prefix(40)), added \(added.prefix(40))"
    )
  }

  /// Every fact, project and indicator with its figures.
  private func narrative(_ bytes: [UInt8], path: String) -> Set<String> {
    guard let extracted = try? Extractor.extract(bytes, path: path) else { return [] }
    var values: Set<String> = []
    for document in Cleaner.clean(extracted) {
      let disclosure = Transformer.transform(document)
      for fact in disclosure.facts { values.insert("\(fact.key) \(fact.value)") }
      for project in disclosure.projects {
        values.insert(
          "project \(project.source) \(project.name) \(String(describing: project.budget)) \(String(describing: project.actual))"
        )
      }
      for row in disclosure.indicators {
        values.insert(
          "indicator \(row.scope) \(row.level1) \(row.level2) \(row.name) \(row.target) \(row.actual) \(row.score)")
      }
    }
    return values
  }

  /// Every figure as `ordinal key amount status`, or the reason why there is none.
  private func amounts(_ bytes: [UInt8], path: String) -> Set<String> {
    do {
      let documents = Cleaner.clean(try Extractor.extract(bytes, path: path))
      return Set(
        documents.enumerated().flatMap { ordinal, document in
          Transformer.transform(document).figures.map { figure in
            "\(ordinal + 1) \(figure.key) \(figure.amount?.description ?? "-") \(figure.status.rawValue)"
          }
        })
    } catch {
      return ["quarantined: \(error.reason)"]
    }
  }
}
