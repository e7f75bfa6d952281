import Articles
import Testing

@testable import Synthesis

/// `Synthesis.docc/Damage.md` lists the kinds of damage as they are; `JUESUAN_RECORD_DOCS=1` writes its table anew.
@Suite struct DamageArticleTests {
  private let article = Article("Sources/Synthesis/Synthesis.docc/Damage.md")

  @Test func theDocumentedTableIsTheOneInTheCode() throws {
    let coded = Article.table(
      ["damage", "what it does", "where", "not in"],
      Damage.allCases.map { damage in
        let layouts = Layout.allCases.filter { !damage.isPossible(in: $0) }.map(\.rawValue)
        return [
          "`\(damage.rawValue)`", damage.explanation, damage.scope.words, layouts.joined(separator: ", "),
        ]
      })
    #expect(try article.part("damages", recording: coded) == coded)
  }

  /// The articles say of each kind what becomes of it.
  @Test(arguments: Damage.allCases)
  func theArticleSaysWhatBecomesOfEachKind(damage: Damage) throws {
    let text = try article.text
    let answers = try #require(text.components(separatedBy: "\n## What becomes of each\n").dropFirst().first)
    #expect(answers.contains("`\(damage.rawValue)`"))
  }
}

extension Damage.Scope {
  fileprivate var words: String {
    switch self {
    case .forms: "forms"
    case .oneForm: "one form"
    case .text: "text"
    case .page: "page"
    }
  }
}
