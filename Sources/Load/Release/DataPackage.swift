/// The `datapackage.json` of a release: a Frictionless Data Package with one Table Schema per dataset.
///
/// It holds nothing of the run, so that equal datasets have equal packages.
enum DataPackage {
  static func render(_ files: [(schema: DatasetSchema, file: WrittenFile)]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("profile", "data-package")
      json.member("name", "juesuan-release")
      json.member("title", "Departmental final accounts (部门决算)")
      json.member(
        "description",
        "Figures of final-account disclosures with how each came to be. Amounts are in yuan; an empty field means not "
          + "stated. documents/ holds the canonical JSON of each document, provenance/ the story of each value.")
      json.array("resources") { json in
        for (schema, file) in files { schema.writeResource(file, to: &json) }
      }
    }
    json.endLine()
    return json.bytes
  }
}
