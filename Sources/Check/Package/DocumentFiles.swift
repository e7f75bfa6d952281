/// Checks that the folders of canonical JSON and provenance hold one file for each document, and nothing else.
enum DocumentFiles {
  /// Compares the names in both folders with the documents that `documents.csv` lists.
  static func check(_ release: String, documents: [String: Int], _ journal: inout Journal) {
    for (folder, ending) in [("documents", ".json"), ("provenance", ".jsonl")] {
      journal.apply(.files)
      var missing = documents
      for name in ReleaseFiles.names(in: "\(release)/\(folder)") ?? [] {
        let document = name.hasSuffix(ending) ? String(name.dropLast(ending.count)) : name
        if name.hasSuffix(ending), documents[document] != nil {
          missing[document] = nil
        } else {
          journal.fail(.files, "\(folder)/\(name)", published: name, "documents.csv lists no such document")
        }
      }
      for document in missing.keys.sorted() {
        journal.fail(.files, "\(folder)/\(document)\(ending)", document, "the file is missing")
      }
    }
  }
}
