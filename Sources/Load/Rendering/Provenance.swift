import Accounts

extension Figure {
  /// Writes where the value came from and what was done to it, as one line of JSON Lines.
  func writeProvenance(to json: inout JSONWriter) {
    json.object(inline: true) { json in
      json.member("dataset", "amounts")
      json.member("key", key)
      json.member("value", decided)
      json.member("source", span)
      json.member("printed", printed)
      json.array("steps") { json in
        for step in steps { step.write(to: &json) }
      }
    }
    json.endLine()
  }
}

extension Fact {
  /// Writes where the value came from and what was done to it, as one line of JSON Lines.
  func writeProvenance(to json: inout JSONWriter) {
    json.object(inline: true) { json in
      json.member("dataset", "facts")
      json.member("key", key.description)
      json.member("value", decided)
      json.member("source", span)
      json.member("printed", printed)
      json.array("steps") { json in
        for step in steps { step.write(to: &json) }
      }
    }
    json.endLine()
  }
}

extension Project {
  /// Writes one line of JSON Lines for each field that was read; the key is `source/project/field`.
  func writeProvenance(to json: inout JSONWriter, repeats: inout RepeatedKeys) {
    let key = repeats.unique("\(source.rawValue)/\(name)")
    for value in sources { value.write("projects", key: "\(key)/\(value.field)", to: &json) }
  }
}

/// Tells rows apart that a disclosure prints under one name: the second `a/b` is `a/b#2`, or the next that is free.
struct RepeatedKeys {
  private var counts: [String: Int] = [:]

  /// A key that no row before has.
  mutating func unique(_ key: String) -> String {
    var count = (counts[key] ?? 0) + 1
    var unique = count > 1 ? "\(key)#\(count)" : key
    while count > 1, counts[unique] != nil {
      count += 1
      unique = "\(key)#\(count)"
    }
    counts[key] = count
    if unique != key { counts[unique] = 1 }
    return unique
  }
}

extension Indicator {
  /// Writes one line of JSON Lines for each field that was read; the key is `scope/goal/indicator/field`.
  func writeProvenance(to json: inout JSONWriter, repeats: inout RepeatedKeys) {
    let key = repeats.unique("\(scope)/\(goal)/\(name)")
    for value in sources { value.write("indicators", key: "\(key)/\(value.field)", to: &json) }
  }
}

extension Priority {
  /// Writes one line of JSON Lines for each field that was read; the key is `sequence/item/field`.
  func writeProvenance(to json: inout JSONWriter, repeats: inout RepeatedKeys) {
    let key = repeats.unique("\(sequence)/\(item)")
    for value in sources { value.write("priorities", key: "\(key)/\(value.field)", to: &json) }
  }
}

extension GlossaryTerm {
  /// Writes one line of JSON Lines for each field that was read; the key is `term/field`.
  func writeProvenance(to json: inout JSONWriter, repeats: inout RepeatedKeys) {
    let key = repeats.unique(term)
    for value in sources { value.write("glossary", key: "\(key)/\(value.field)", to: &json) }
  }
}

extension ValueSource {
  fileprivate func write(_ dataset: String, key: String, to json: inout JSONWriter) {
    json.object(inline: true) { json in
      json.member("dataset", dataset)
      json.member("key", key)
      json.member("value", value)
      json.member("source", span)
      json.member("printed", printed)
      json.array("steps", of: [])
    }
    json.endLine()
  }
}

extension ProvenanceStep {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("stage", stage)
      json.member("rule", rule)
      json.member("before", before)
      json.member("after", after)
      json.array("witnesses", of: witnesses)
    }
  }
}

extension JSONWriter {
  /// Writes a member: a place in the source, or null for a value that is printed nowhere.
  fileprivate mutating func member(_ name: StaticString, _ span: SourceSpan?) {
    guard let span else { return memberNull(name) }
    object(name) { json in
      json.member("line", span.line)
      json.member("column", span.column)
      json.member("line_end", span.lineEnd)
      json.member("column_end", span.columnEnd)
      if let path = span.path { json.member("xpath", path) }
    }
  }
}
