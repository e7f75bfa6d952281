import Accounts
import Articles
import Classification
import Testing

/// `Accounts.docc/Forms.md` lists the forms as they are; `JUESUAN_RECORD_DOCS=1` writes its table anew.
@Suite struct FormArticleTests {
  @Test func theDocumentedTableIsTheOneInTheCode() throws {
    let coded = Article.table(
      ["form", "title", "columns in the datasets"],
      Form.allCases.map { form in
        ["`\(form.rawValue)`", form.title, form.measures.map { "`\($0.rawValue)`" }.joined(separator: ", ")]
      })
    #expect(try Article("Sources/Accounts/Accounts.docc/Forms.md").part("forms", recording: coded) == coded)
  }

  @Test(arguments: Form.allCases.map { "| \($0.rawValue) | \($0.title) | " })
  func readmeNamesEachForm(row: String) throws {
    #expect(try Article("README.md").text.contains("\n" + row))
  }
}
