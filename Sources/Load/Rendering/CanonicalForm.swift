import Accounts

/// The figures of one form, gathered by side and row for the canonical JSON.
struct CanonicalForm {
  /// A row with what is the same for all its figures, and its figures in the order of the source.
  struct Row {
    var figures: [Figure]

    /// Whether `figure` belongs to this row: the same line of the form, in a column that has no figure yet.
    ///
    /// Figures whose row is printed twice, or under another code or name, make a row of their own: nothing is merged.
    func takes(_ figure: Figure) -> Bool {
      let first = figures[0]
      return first.key.row == figure.key.row && first.lineNumber == figure.lineNumber && first.code == figure.code
        && first.name == figure.name && first.codePrinted == figure.codePrinted
        && first.namePrinted == figure.namePrinted
        && !figures.contains { $0.key.measure == figure.key.measure }
    }
  }

  let form: Form
  var sides: [(side: Side, rows: [Row])] = []

  /// The forms that a disclosure prints, in their order, with or without figures.
  static func forms(of disclosure: Disclosure) -> [CanonicalForm] {
    Form.allCases.compactMap { form in
      let figures = disclosure.figures.filter { $0.key.form == form }
      if figures.isEmpty && !disclosure.formsFound.contains(form) { return nil }
      return CanonicalForm(form, figures: figures)
    }
  }

  private init(_ form: Form, figures: [Figure]) {
    self.form = form
    for side in Side.allCases {
      var rows: [Row] = []
      var latest: [RowKey: Int] = [:]
      for figure in figures where figure.key.side == side {
        if let last = rows.indices.last, rows[last].takes(figure) {
          rows[last].figures.append(figure)
        } else if let index = latest[figure.key.row], rows[index].takes(figure) {
          rows[index].figures.append(figure)
        } else {
          latest[figure.key.row] = rows.count
          rows.append(Row(figures: [figure]))
        }
      }
      if !rows.isEmpty { sides.append((side, rows)) }
    }
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("form", form.rawValue)
      json.member("title", form.title)
      json.array("sides") { json in
        for (side, rows) in sides {
          json.object { json in
            json.member("side", side.rawValue)
            json.array("rows") { json in
              for row in rows { row.write(to: &json) }
            }
          }
        }
      }
    }
  }
}

extension CanonicalForm.Row {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      let first = figures[0]
      json.member("row", first.key.row.rawValue)
      json.member("line_number", first.lineNumber)
      json.member("code", first.code)
      json.member("name", first.name)
      json.member("level", first.level?.rawValue ?? "")
      json.member("code_printed", first.codePrinted)
      json.member("name_printed", first.namePrinted)
      json.object("measures") { json in
        for figure in figures {
          json.object(figure.key.measure.rawValue, inline: true) { figure.writeValue(to: &$0) }
        }
      }
    }
  }
}

extension Figure {
  fileprivate func writeValue(to json: inout JSONWriter) {
    json.member("amount", decided)
    json.member("status", status.rawValue)
    json.member("confidence", confidence)
    json.member("proof", proof.rawValue)
    if status == .ambiguous {
      json.member("amount_low", low)
      json.member("amount_high", high)
    }
    json.member("amount_printed", printed)
    json.member("source_line", span?.line)
  }
}
