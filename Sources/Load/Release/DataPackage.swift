/// The `datapackage.json` of a release: a Frictionless Data Package with one Table Schema per dataset.
///
/// It holds nothing of the run, so that equal datasets have equal packages.
public enum DataPackage {
  /// The version of the contract of the datasets, which `Load.docc/Datasets.md` is: its first number grows where a
  /// reader of the datasets has to change, its second where something is added, its third where only words change.
  public static let contractVersion = "1.1.0"

  /// The package of a release whose datasets, in the order of `Dataset.all`, are files of these sizes and hashes.
  public static func text(of files: [(bytes: Int, sha256: String)]) -> [UInt8] {
    render(zip(Dataset.all, files).map { ($0.schema, WrittenFile(bytes: $1.bytes, sha256: $1.sha256)) })
  }

  /// The package of a release whose datasets are these files of partitions.
  public static func text(ofPartitions parts: [WrittenPart]) -> [UInt8] { render(partitioned: parts) }

  /// The package of datasets of one file each.
  static func render(_ files: [(schema: DatasetSchema, file: WrittenFile)]) -> [UInt8] {
    render(documentFiles: "documents/ holds the canonical JSON of each document, provenance/ the story of each value.")
    {
      json in
      for (schema, file) in files { schema.writeResource(file, to: &json) }
    }
  }

  /// The package of datasets that are folders of partitions.
  static func render(partitioned parts: [WrittenPart]) -> [UInt8] {
    let byKind = Dictionary(grouping: parts, by: \.kind).mapValues { $0.sorted { $0.partition < $1.partition } }
    return render(
      documentFiles: "canonical/ holds the canonical JSON of each document, provenance/ the story of each value, both "
        + "as JSON Lines."
    ) { json in
      for dataset in Dataset.all {
        guard let files = byKind[dataset.schema.name] else { continue }
        dataset.schema.writeResource(files, to: &json)
      }
    }
  }

  private static func render(documentFiles: String, _ resources: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("profile", "data-package")
      json.member("name", "juesuan-release")
      json.member("version", contractVersion)
      json.member("title", "Departmental final accounts (部门决算)")
      json.member(
        "description",
        "Figures of final-account disclosures with how each came to be. Amounts are in yuan; an empty field means not "
          + "stated. " + documentFiles)
      json.array("resources", resources)
    }
    json.endLine()
    return json.bytes
  }
}
