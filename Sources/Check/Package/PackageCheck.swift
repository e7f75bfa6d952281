import Load

/// Checks `datapackage.json`: that it describes the datasets as this version writes them, and the files as they are.
struct PackageCheck {
  private let shelves: [ReleaseShelf]
  private var resources: [String: JSONNode] = [:]
  /// What it says of each file of a partition, by path.
  private var parts: [String: JSONNode] = [:]
  /// Its text.
  private var text: [UInt8] = []
  /// The files of the datasets as they were read.
  private var files: [(name: String, shelf: ReleaseShelf, bytes: Int, sha256: String)] = []

  /// Reads the package of a release and compares its Table Schemas.
  ///
  /// - Parameter shelves: the partitions of the release, or the one shelf of a release without any.
  init(_ release: String, _ shelves: [ReleaseShelf], _ journal: inout Journal) {
    self.shelves = shelves
    guard let bytes = ReleaseFiles.bytes(of: "\(release)/datapackage.json") else {
      journal.fail(.package, "datapackage.json", "", "the file cannot be read")
      return
    }
    text = bytes
    do throws(JSONReader.Problem) {
      let package = try JSONReader.read(bytes)
      journal.compare(
        .package, "datapackage.json", "", key: "version", published: package["version"].scalar,
        expected: DataPackage.contractVersion, "the contract of this version")
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
  mutating func compare(
    _ schema: DatasetSchema, in shelf: ReleaseShelf, bytes: Int, sha256: String, _ journal: inout Journal
  ) {
    files.append((schema.name, shelf, bytes, sha256))
    guard let resource = resources[schema.name] else { return }
    let isWhole = shelf.partition == nil
    let name = isWhole ? schema.name : shelf.path(of: schema)
    let file = isWhole ? resource : parts[name] ?? .null
    journal.compare(
      .package, "datapackage.json", "", key: "\(name) bytes", published: file["bytes"].scalar,
      expected: String(bytes), "the file")
    journal.compare(
      .package, "datapackage.json", "", key: "\(name) hash", published: file["hash"].scalar,
      expected: "sha256:\(sha256)", "the file")
  }

  /// Compares the whole text with that which this version writes for the files that were read.
  func finish(_ journal: inout Journal) {
    guard !text.isEmpty, files.count == shelves.count * Dataset.all.count else { return }
    let expected: [UInt8]
    if shelves.first?.partition == nil {
      let byName = Dictionary(files.map { ($0.name, $0) }) { first, _ in first }
      expected = DataPackage.text(of: Dataset.all.compactMap { byName[$0.schema.name].map { ($0.bytes, $0.sha256) } })
    } else {
      expected = DataPackage.text(
        ofPartitions: files.map { file in
          WrittenPart(
            kind: file.name, partition: Partition(folder: file.shelf.partition ?? ""), bytes: file.bytes,
            sha256: file.sha256)
        })
    }
    journal.apply(.package)
    guard text != expected else { return }
    let lines = [text, expected].map { $0.split(separator: 0x0A, omittingEmptySubsequences: false) }
    let place = zip(lines[0], lines[1]).enumerated().first { $1.0 != $1.1 }
    journal.fail(
      .package, "datapackage.json", key: "line \((place?.offset ?? min(lines[0].count, lines[1].count)) + 1)",
      published: place.map { String(decoding: $0.element.0, as: UTF8.self) } ?? "",
      "this version writes \(place.map { String(decoding: $0.element.1, as: UTF8.self) } ?? "another number of lines")")
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
