import Accounts

/// The figures of one form, gathered by side and row for the canonical JSON.
///
/// Figures are meant by their index in the disclosure: copying them costs more than writing them.
struct CanonicalForm {
  /// The rows of one side, each as the indices of its figures in the order of the source.
  typealias SideRows = (side: Side, rows: [[Int]])

  let form: Form
  private let figures: [Figure]
  private let printed: PrintedForm?
  private var sides: [SideRows] = []

  /// The forms that a disclosure prints, in their order, with or without figures.
  static func forms(of disclosure: Disclosure) -> [CanonicalForm] {
    let figures = disclosure.figures
    var indicesOfForm: [Form: [Int]] = [:]
    for form in disclosure.formsFound { indicesOfForm[form] = [] }
    for index in figures.indices { indicesOfForm[figures[index].key.form, default: []].append(index) }
    return indicesOfForm.sorted { $0.key < $1.key }.map { form, indices in
      let printed = disclosure.printedForms.first { $0.form == form }
      return CanonicalForm(form, printed: printed, figures: figures, indices: indices)
    }
  }

  private init(_ form: Form, printed: PrintedForm?, figures: [Figure], indices: [Int]) {
    self.form = form
    self.printed = printed
    self.figures = figures
    for side in Side.allCases {
      var rows: [[Int]] = []
      var latest: [RowKey: Int] = [:]
      for index in indices where figures[index].key.side == side {
        if let last = rows.indices.last, takes(rows[last], index) {
          rows[last].append(index)
        } else if let earlier = latest[figures[index].key.row], takes(rows[earlier], index) {
          rows[earlier].append(index)
        } else {
          latest[figures[index].key.row] = rows.count
          rows.append([index])
        }
      }
      if !rows.isEmpty { sides.append((side, rows)) }
    }
  }

  /// Whether a figure belongs to a row: the same line of the form, in a column that has no figure yet.
  ///
  /// Figures whose row is printed twice, or under another code or name, make a row of their own: nothing is merged.
  private func takes(_ row: [Int], _ index: Int) -> Bool {
    figures[row[0]].standsBeside(figures[index])
      && !row.contains { figures[$0].key.measure == figures[index].key.measure }
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("form", form.rawValue)
      json.member("title", form.title)
      printed?.write(to: &json)
      json.array("sides") { json in
        for (side, rows) in sides {
          json.object { json in
            json.member("side", side.rawValue)
            json.array("rows") { json in
              for row in rows { write(row, to: &json) }
            }
          }
        }
      }
    }
  }

  private func write(_ row: [Int], to json: inout JSONWriter) {
    json.object { json in
      figures[row[0]].writeLine(to: &json)
      json.object("measures") { json in
        for index in row {
          json.object(named: figures[index].key.measure.rawValue, inline: true) { figures[index].writeValue(to: &$0) }
        }
      }
    }
  }
}

extension Figure {
  /// Whether another figure stands in the same line of the form, under the same code and name.
  fileprivate func standsBeside(_ other: Figure) -> Bool {
    key.row == other.key.row && lineNumber == other.lineNumber && code == other.code && name == other.name
      && codePrinted == other.codePrinted && namePrinted == other.namePrinted
  }

  fileprivate func writeLine(to json: inout JSONWriter) {
    json.member("row", key.row.rawValue)
    json.member("line_number", lineNumber)
    json.member("code", code)
    json.member("name", name)
    json.member("level", level?.rawValue ?? "")
    json.member("code_printed", codePrinted)
    json.member("name_printed", namePrinted)
  }

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
