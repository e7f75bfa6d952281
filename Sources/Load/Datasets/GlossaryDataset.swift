import Accounts

extension Dataset {
  /// One row per term that the disclosure explains.
  static let glossary = Dataset(
    name: "glossary", title: "Glossary", description: "One row per term that the disclosure explains (名词解释).",
    columns: [
      Column(Field("term", "The term as printed.", isRequired: true)) { $1.field($0.term) },
      Column(Field("definition", "What it means.")) { $1.field($0.definition) },
      Column(Field("code", "The subject code where the term is a path of the classification.")) {
        $1.field($0.code)
      },
      Column(.sourceLine) { $1.field($0.span.line) },
    ],
    rows: { $0.disclosure.glossary },
    provenance: { document, json in
      var repeats = RepeatedKeys()
      for term in document.disclosure.glossary { term.writeProvenance(to: &json, repeats: &repeats) }
    })
}
