import Accounts

/// What a disclosure says beside its forms, in the canonical JSON.
extension CountedDisclosure {
  func writeNarrative(to json: inout JSONWriter) {
    json.array("facts") { json in
      for fact in disclosure.facts { fact.write(to: &json) }
    }
    json.array("projects") { json in
      for project in disclosure.projects { project.write(to: &json) }
    }
    json.array("indicators") { json in
      for indicator in disclosure.indicators { indicator.write(to: &json) }
    }
    json.array("priorities") { json in
      for priority in disclosure.priorities { priority.write(to: &json) }
    }
    json.array("glossary") { json in
      for term in disclosure.glossary { term.write(to: &json) }
    }
  }
}

extension Fact {
  fileprivate func write(to json: inout JSONWriter) {
    json.object(inline: true) { json in
      json.member("fact", key.fact.rawValue)
      json.member("subject", key.subject)
      json.member("base", key.base.rawValue)
      json.member("value", decided)
      json.member("unit", value.unit)
      json.member("reason", reason)
      json.member("status", status.rawValue)
      json.member("confidence", confidence)
      json.member("proof", proof.rawValue)
      json.member("value_printed", printed)
      json.member("source_line", span.line)
      json.member("source_line_end", span.lineEnd)
    }
  }
}

extension Project {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("source", source.rawValue)
      json.member("project", name)
      json.member("budget", budget)
      json.member("actual", actual)
      json.member("execution_rate", executionRate)
      json.member("score", score)
      json.member("department", department)
      json.member("implementer", implementer)
      json.array("category", of: category)
      json.member("funding", funding)
      json.member("results", results)
      json.member("problems", problems)
      json.member("improvements", improvements)
      json.member("deviation_reason", deviationReason)
      json.member("status", status.rawValue)
      json.member("confidence", confidence)
      json.member("source_line", span.line)
    }
  }
}

extension Indicator {
  fileprivate func write(to json: inout JSONWriter) {
    json.object(inline: true) { json in
      json.member("scope", scope)
      json.member("goal", goal)
      json.member("level1", level1)
      json.member("level2", level2)
      json.member("indicator", name)
      json.member("kind", kind)
      json.member("weight", weight)
      json.member("target", target)
      json.member("actual", actual)
      json.member("score", score)
      json.member("status", status.rawValue)
      json.member("confidence", confidence)
      json.member("source_line", span.line)
    }
  }
}

extension Priority {
  fileprivate func write(to json: inout JSONWriter) {
    json.object(inline: true) { json in
      json.member("sequence", sequence)
      json.member("item", item)
      json.member("content", content)
      json.member("completion", completion)
      json.member("source_line", span.line)
    }
  }
}

extension GlossaryTerm {
  fileprivate func write(to json: inout JSONWriter) {
    json.object(inline: true) { json in
      json.member("term", term)
      json.member("definition", definition)
      json.member("code", code)
      json.member("source_line", span.line)
    }
  }
}
