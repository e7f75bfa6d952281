/// What a dataset is: the one source of its CSV header, its Table Schema in `datapackage.json`, and its description.
public struct DatasetSchema: Hashable, Sendable {
  /// The name of the dataset and, with `.csv`, of its file.
  public let name: String
  /// A short title.
  public let title: String
  /// What one row is.
  public let description: String
  /// The columns in order.
  public let fields: [Field]
  /// The columns that together name a row once; empty where none do.
  public let primaryKey: [String]
  /// The dataset whose `document_id` every row refers to; nil in `documents` itself.
  public let parent: String?

  /// The path of its file within a release.
  public var path: String { name + ".csv" }

  /// The header row with its line end.
  var header: [UInt8] {
    var csv = CSVWriter()
    for field in fields { csv.field(field.name) }
    csv.endLine()
    return csv.bytes
  }

  /// Writes the resource of a dataset that is one file.
  func writeResource(_ file: WrittenFile, to json: inout JSONWriter) {
    writeResource(to: &json) { json in
      json.member("path", path)
    } ending: { json in
      json.member("bytes", file.bytes)
      json.member("hash", "sha256:" + file.sha256)
    }
  }

  /// Writes the resource of a dataset that is one file per partition, each with its own bytes and hash.
  func writeResource(_ parts: [WrittenPart], to json: inout JSONWriter) {
    writeResource(to: &json) { json in
      json.array("path") { json in
        for part in parts { json.element(part.path) }
      }
    } ending: { json in
      json.array("parts") { json in
        for part in parts {
          json.object(inline: true) { json in
            json.member("path", part.path)
            json.member("bytes", part.bytes)
            json.member("hash", "sha256:" + part.sha256)
          }
        }
      }
    }
  }

  private func writeResource(
    to json: inout JSONWriter, path: (inout JSONWriter) -> Void, ending: (inout JSONWriter) -> Void
  ) {
    json.object { json in
      json.member("name", name)
      path(&json)
      json.member("profile", "tabular-data-resource")
      json.member("title", title)
      json.member("description", description)
      json.member("format", "csv")
      json.member("mediatype", "text/csv")
      json.member("encoding", "utf-8")
      json.object("dialect", inline: true) { json in
        json.member("delimiter", ",")
        json.member("lineTerminator", "\n")
        json.member("quoteChar", "\"")
        json.member("doubleQuote", true)
        json.member("skipInitialSpace", false)
        json.member("header", true)
      }
      ending(&json)
      json.object("schema") { writeTableSchema(to: &$0) }
    }
  }

  private func writeTableSchema(to json: inout JSONWriter) {
    json.array("fields") { json in
      for field in fields { field.write(to: &json) }
    }
    json.array("missingValues", of: [""])
    if !primaryKey.isEmpty { json.array("primaryKey", of: primaryKey) }
    if let parent {
      json.array("foreignKeys") { json in
        json.object(inline: true) { json in
          json.array("fields", of: [Field.documentID.name])
          json.object("reference") { json in
            json.member("resource", parent)
            json.array("fields", of: [Field.documentID.name])
          }
        }
      }
    }
  }
}

extension Field {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("name", name)
      json.member("type", kind.rawValue)
      json.member("format", "default")
      json.member("description", description)
      if isRequired || !allowed.isEmpty || pattern != nil || minimum != nil || maximum != nil {
        json.object("constraints", inline: true) { json in
          if isRequired { json.member("required", true) }
          if !allowed.isEmpty { json.array("enum", of: allowed) }
          if let pattern { json.member("pattern", pattern) }
          if let minimum { json.member("minimum", minimum) }
          if let maximum { json.member("maximum", maximum) }
        }
      }
    }
  }
}
