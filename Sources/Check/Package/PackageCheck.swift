import Load

/// Checks `datapackage.json`: that it describes the datasets as this version writes them, and the files as they are.
struct PackageCheck {
  private let shelves: [ReleaseShelf]
  private var resources: [String: JSONNode] = [:]
  /// What it says of each file of a partition, by path.
  private var parts: [String: JSONNode] = [:]

  /// Reads the package of a release and compares its Table Schemas.
  ///
  /// - Parameter shelves: the partitions of the release, or the one shelf of a release without any.
  init(_ release: String, _ shelves: [ReleaseShelf], _ journal: inout Journal) {
    self.shelves = shelves
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
        for part in resource["parts"].elements { parts[part["path"].scalar] = part }
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
  }

  /// Compares what the package says of the file of a dataset with what was read.
  func compare(
    _ schema: DatasetSchema, in shelf: ReleaseShelf, bytes: Int, sha256: String, _ journal: inout Journal
  ) {
    guard let resource = resources[schema.name] else { return }
    let path = shelf.path(of: schema)
    let file = shelf.partition == nil ? resource : parts[path] ?? .null
    journal.compare(
      .package, "datapackage.json", "", key: "\(path) bytes", published: file["bytes"].scalar,
      expected: String(bytes), "the file")
    journal.compare(
      .package, "datapackage.json", "", key: "\(path) hash", published: file["hash"].scalar,
      expected: "sha256:\(sha256)", "the file")
  }

  private func compare(_ schema: DatasetSchema, _ journal: inout Journal) {
    guard let resource = resources[schema.name] else {
      journal.fail(.package, "datapackage.json", key: schema.name, "the dataset is not described")
      return
    }
    let paths = shelves.map { $0.path(of: schema) }
    let isPartitioned = shelves.first?.partition != nil
    let named = [resource["path"].texts, resource["parts"].elements.map { $0["path"].scalar }]
    for published in isPartitioned ? named : [[resource["path"].scalar]] {
      journal.compare(
        .package, "datapackage.json", "", key: "\(schema.name) path", published: published.joined(separator: " "),
        expected: paths.joined(separator: " "), "the release")
    }
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
}
