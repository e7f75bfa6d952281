/// Checks the counters that `documents` has of a document against its rows.
enum CounterCheck {
  /// Compares amounts, repairs, undecided values, errors, warnings and forms.
  static func check(_ document: PublishedDocument, repairs: Int, _ journal: inout Journal) {
    let undecided = document.findings.count(where: \.isUndecided)
    let ambiguous = document.figures.count { $0.status == .ambiguous }
    let counters = [
      ("amounts", document.figures.count { $0.amount != nil }), ("repaired", repairs),
      ("unresolved", ambiguous + undecided), ("errors", document.findings.count { $0.severity == "error" }),
      ("warnings", document.findings.count { $0.severity == "warning" }),
    ]
    for (column, count) in counters {
      journal.compare(
        .counters, "documents", document.id, key: column, published: document.row[column], expected: String(count),
        "the datasets")
    }
    let found = Set(document.row["forms_found"].split(separator: ";").map(String.init))
    for form in Set(document.figures.map(\.key.form.rawValue)).subtracting(found).sorted() {
      journal.fail(
        .counters, "documents", document.id, key: "forms_found", published: document.row["forms_found"],
        "amounts has figures of \(form)")
    }
    let listed = document.forms.map(\.form.rawValue)
    if Set(listed) != found {
      journal.fail(
        .counters, "documents", document.id, key: "forms_found", published: document.row["forms_found"],
        "the canonical JSON describes \(listed.joined(separator: ";"))")
    }
  }
}
