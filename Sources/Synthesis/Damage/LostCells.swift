import Accounts
import Classification

/// Columns and cells lost, or in the wrong place.
extension RenderedForm {
  /// Blanks the figures of one of the columns that the others give back: total, basic or project.
  mutating func loseColumn(by random: inout SplitMix64) -> String? {
    guard let form, form.isBySubject, form != .gk02 else { return nil }
    let measure = random.pick([Measure.total, .basic, .project])
    var lost = 0
    for row in rows.indices {
      for column in rows[row].cells.indices where rows[row].cells[column].key?.measure == measure {
        if rows[row].cells[column].amount != nil { lost += 1 }
        rows[row].cells[column].text = ""
      }
    }
    return lost > 0 ? "column \(measure.rawValue) lost" : nil
  }

  /// Removes the empty cells between the figures of some rows.
  mutating func loseEmptyCells(by random: inout SplitMix64) -> String? {
    var count = 0
    for row in rows.indices where rows[row].kind == .data || rows[row].kind == .total {
      let cells = rows[row].cells
      guard let last = cells.lastIndex(where: { $0.key != nil && !$0.text.isEmpty }) else { continue }
      let kept = cells.indices.filter { $0 > last || cells[$0].key == nil || !cells[$0].text.isEmpty }
      guard kept.count < cells.count, random.chance(60) else { continue }
      rows[row].cells = kept.map { cells[$0] }
      count += 1
    }
    return count > 0 ? "empty cells of \(count) rows lost" : nil
  }

  /// Puts an empty cell among those of the figures of one row or two.
  mutating func addCells(by random: inout SplitMix64) -> String? {
    guard let form, form.isBySubject else { return nil }
    let places = rows.indices.filter { row in rows[row].kind == .data && rows[row].cells.contains { $0.amount != nil } }
    guard !places.isEmpty else { return nil }
    let chosen = random.sample(places, count: random.index(in: 1...2))
    for row in chosen {
      let columns = rows[row].cells.indices.filter { rows[row].cells[$0].key != nil }
      rows[row].cells.insert(.blank, at: random.pick(columns))
    }
    return "cells added to \(chosen.count) rows"
  }

  /// Puts an empty cell before the figures of all rows from some row on.
  mutating func shiftCells(by random: inout SplitMix64) -> String? {
    guard let form, form.isBySubject else { return nil }
    let places = rows.indices.filter { rows[$0].kind == .data }
    guard !places.isEmpty else { return nil }
    let first = random.pick(places)
    for row in first..<rows.count where rows[row].kind == .data || rows[row].kind == .total {
      guard let column = rows[row].cells.firstIndex(where: { $0.key != nil }) else { continue }
      rows[row].cells.insert(.blank, at: column)
    }
    return "cells shifted from row \(first + 1)"
  }
}
