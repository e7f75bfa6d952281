import Load

/// Checks `datapackage.json`: that it describes the datasets as this version writes them, and the files as they are.
struct PackageCheck {
  private let release: String
  private var resources: [String: JSONNode] = [:]

  /// Reads the package of a release and compares its Table Schemas.
  init(_ release: String, _ journal: inout Journal) {
    self.release = release
    guard let bytes = ReleaseFiles.bytes(of: "\(release)/datapackage.json") else {
      journal.fail(.package, "datapackage.json", "", "the file cannot be read")
      return
    }
    do throws(JSONReader.Problem) {
      let package = try JSONReader.read(bytes)
      for resource in package["resources"].elements {
        let name = resource["name"].scalar
        if resources.updateValue(resource, forKey: name) != nil {
          journal.fail(.package, "datapackage.json", key: name, "the resource stands twice")
        }
      }
    } catch {
      journal.fail(.package, "datapackage.json", "", "it is no JSON: \(error.reason) at byte \(error.offset)")
      return
    }
    for dataset in Dataset.all { compare(dataset.schema, &journal) }
    let known = Set(Dataset.all.map(\.schema.name))
    for name in resources.keys.sorted() where !known.contains(name) {
      journal.fail(.package, "datapackage.json", key: name, published: name, "there is no such dataset")
    }
    checkNames(&journal)
  }

  /// Compares what the package says of a file with what was read.
  func compare(_ schema: DatasetSchema, bytes: Int, sha256: String, _ journal: inout Journal) {
    guard let resource = resources[schema.name] else { return }
    journal.compare(
      .package, "datapackage.json", "", key: "\(schema.name) bytes", published: resource["bytes"].scalar,
      expected: String(bytes), "the file")
    journal.compare(
      .package, "datapackage.json", "", key: "\(schema.name) hash", published: resource["hash"].scalar,
      expected: "sha256:\(sha256)", "the file")
  }

  private func compare(_ schema: DatasetSchema, _ journal: inout Journal) {
    guard let resource = resources[schema.name] else {
      journal.fail(.package, "datapackage.json", key: schema.name, "the dataset is not described")
      return
    }
    journal.compare(
      .package, "datapackage.json", "", key: "\(schema.name) path", published: resource["path"].scalar,
      expected: schema.path, "this version")
    let described = resource["schema"]["fields"].elements.map(Self.description)
    let expected = schema.fields.map(Self.description)
    journal.apply(.package)
    for (index, field) in expected.enumerated() where index >= described.count || described[index] != field {
      journal.fail(
        .package, "datapackage.json", key: "\(schema.name) field \(index + 1)",
        published: index < described.count ? described[index] : "", "this version has \(field)")
    }
    if described.count > expected.count {
      journal.fail(
        .package, "datapackage.json", key: schema.name, published: "\(described.count) fields",
        "this version has \(expected.count)")
    }
  }

  private static func description(_ field: Field) -> String {
    description(
      field.name, field.kind.rawValue, isRequired: field.isRequired, allowed: field.allowed,
      pattern: field.pattern ?? "", minimum: field.minimum.map(String.init) ?? "",
      maximum: field.maximum.map(String.init) ?? "")
  }

  private static func description(_ field: JSONNode) -> String {
    let constraints = field["constraints"]
    return description(
      field["name"].scalar, field["type"].scalar, isRequired: constraints["required"].scalar == "true",
      allowed: constraints["enum"].texts, pattern: constraints["pattern"].scalar,
      minimum: constraints["minimum"].scalar, maximum: constraints["maximum"].scalar)
  }

  private static func description(
    _ name: String, _ type: String, isRequired: Bool, allowed: [String], pattern: String, minimum: String,
    maximum: String
  ) -> String {
    "\(name) \(type)\(isRequired ? " required" : "") \(allowed.joined(separator: "|")) \(pattern) \(minimum)..\(maximum)"
  }

  private func checkNames(_ journal: inout Journal) {
    var expected = Set(Dataset.all.map(\.schema.path))
    expected.formUnion(["datapackage.json", "run.json", "documents", "provenance"])
    journal.apply(.files)
    for name in ReleaseFiles.names(in: release) ?? [] where !expected.contains(name) {
      journal.fail(.files, name, published: name, "no release holds such a file")
    }
  }
}
