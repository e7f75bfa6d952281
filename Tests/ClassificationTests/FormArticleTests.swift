import Accounts
import Articles
import Classification
import Testing

/// `Accounts.docc/Forms.md` lists the forms and their lines as the templates declare them; `JUESUAN_RECORD_DOCS=1`
/// writes its tables anew.
@Suite(.serialized) struct FormArticleTests {
  private let article = Article("Sources/Accounts/Accounts.docc/Forms.md")
  private let forms = FormSet.finalAccount.forms

  @Test func theDocumentedFormsAreThoseOfTheTemplates() throws {
    let coded = Article.table(
      ["form", "title", "in English", "columns in the datasets", "identities of columns and lines"],
      forms.map { form in
        [
          "`\(form.rawValue)`", form.title, form.template.englishTitle,
          form.measures.map { "`\($0.rawValue)`" }.joined(separator: ", "),
          form.template.identities.map { "`\($0.text)`" }.joined(separator: ", "),
        ]
      })
    #expect(try article.part("forms", recording: coded) == coded)
  }

  @Test func theDocumentedLinesAreThoseOfTheTemplates() throws {
    let coded = Article.table(
      ["form", "side", "line", "key", "label"],
      forms.flatMap { form in
        form.template.lines.filter { !form.template.unpublishedRows.contains($0.row) }.map { line in
          [
            "`\(form.rawValue)`", line.side.rawValue, line.number.map(String.init) ?? "", "`\(line.row.rawValue)`",
            line.name,
          ]
        }
      })
    #expect(try article.part("lines", recording: coded) == coded)
  }

  @Test(arguments: FormSet.finalAccount.forms.map { "| \($0.rawValue) | \($0.title) | \($0.template.englishTitle) |" })
  func readmeNamesEachForm(row: String) throws {
    #expect(try Article("README.md").text.contains("\n" + row))
  }
}
