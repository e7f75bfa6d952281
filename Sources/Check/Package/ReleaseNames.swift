import Load

/// Checks that a release holds the files that it must have, and no others.
enum ReleaseNames {
  /// Compares the names in a release; the folders of single documents are left to `DocumentFiles`.
  static func check(_ release: String, _ shelves: [ReleaseShelf], _ journal: inout Journal) {
    let folders: Set<String>
    var expected: Set<String> = ["datapackage.json", "run.json"]
    if shelves.first?.partition == nil {
      folders = ["documents", "provenance"]
      expected.formUnion(Dataset.all.map(\.schema.path))
    } else {
      folders = []
      for shelf in shelves {
        expected.formUnion(Dataset.all.map { shelf.path(of: $0.schema) })
        expected.formUnion([shelf.canonicalPath(of: ""), shelf.provenancePath(of: "")])
      }
    }
    journal.apply(.files)
    let found = paths(in: release, below: "", without: folders)
    for path in found where !expected.contains(path) {
      journal.fail(.files, path, published: path, "no release holds such a file")
    }
  }

  /// The paths of all files below a folder of the release, sorted by folder.
  private static func paths(in release: String, below folder: String, without left: Set<String>) -> [String] {
    let names = ReleaseFiles.names(in: "\(release)/\(folder)") ?? []
    return names.filter { !left.contains($0) }.flatMap { name -> [String] in
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      let isFolder = ReleaseFiles.isFolder("\(release)/\(path)")
      return isFolder ? paths(in: release, below: path, without: []) : [path]
    }
  }
}
