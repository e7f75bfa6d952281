import Accounts
import Clean
import Extract
import Foundation
import Testing
import Transform

@testable import Synthesis

/// What is broken in one form makes nothing certain that is wrong, there or anywhere else.
@Suite struct ConfinedDamageTests {
  /// Three hundred disclosures, each broken in one place; `JUESUAN_SEEDS=301-3000` tries others.
  @Test(arguments: seeds)
  func whatIsBrokenInOneFormMisleadsNoOther(seed: UInt64) throws {
    let layout = Layout.allCases[Int(seed) % Layout.allCases.count]
    let whole = SyntheticDisclosure(seed: seed)
    guard let (broken, form, what) = Mutation.one(of: whole, seed: seed) else { return }
    let place = "seed \(seed), \(layout.rawValue), \(form.rawValue): \(what)"
    let before = try read(whole, as: layout)
    let after = try read(broken, as: layout)
    let truth = Dictionary(whole.truth.map { ($0.key, $0.amount) }, uniquingKeysWith: { first, _ in first })
    let old = Dictionary(before.figures.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    for figure in after.figures where figure.confidence >= Self.certain {
      guard let amount = figure.amount else { continue }
      // A zero that is not printed contradicts nothing.
      #expect(amount == truth[figure.key] ?? .zero, "\(place): \(figure.key) is \(figure.status) as \(amount)")
      if figure.key.form != form, let old = old[figure.key], old.confidence >= Self.certain {
        #expect(old.amount == amount, "\(place): \(figure.key) was \(old.amount?.description ?? "open"), is \(amount)")
      }
    }
    let facts = Set(before.facts.map { "\($0.key) \($0.value)" })
    for fact in after.facts where fact.confidence >= Self.certain {
      let text = "\(fact.key) \(fact.value)"
      #expect(facts.contains(text), "\(place): \(text) was not stated")
    }
  }

  private static let certain = Confidence(thousandths: 950)

  private static let seeds: ClosedRange<UInt64> = {
    let bounds = ProcessInfo.processInfo.environment["JUESUAN_SEEDS"]?.split(separator: "-").compactMap { UInt64($0) }
    guard let bounds, bounds.count == 2, bounds[0] <= bounds[1] else { return 1...300 }
    return bounds[0]...bounds[1]
  }()

  private func read(_ disclosure: SyntheticDisclosure, as layout: Layout) throws -> Disclosure {
    let document = try Extractor.extract(Renderer.render(disclosure, as: layout), path: "generated")
    return Transformer.transform(try #require(Cleaner.clean(document).first))
  }
}

/// One change of one form.
private enum Mutation: CaseIterable {
  case digit, unreadable, torn, blank, addedBlank, addedMark, removed, swapped

  /// A disclosure with one form changed in one place, and which; nil where nothing can be changed.
  static func one(of whole: SyntheticDisclosure, seed: UInt64) -> (SyntheticDisclosure, Form, String)? {
    var random = SplitMix64(seed: seed ^ 0x6D75_7461_7465)
    let places = whole.blocks.indices.filter { index in
      if case .table(let table) = whole.blocks[index] { table.form != nil && !table.truth.isEmpty } else { false }
    }
    guard !places.isEmpty else { return nil }
    let place = random.pick(places)
    guard case .table(var table) = whole.blocks[place], let form = table.form else { return nil }
    let mutation = random.pick(Mutation.allCases)
    guard let what = mutation.apply(to: &table, by: &random) else { return nil }
    var broken = whole
    broken.blocks[place] = .table(table)
    return (broken, form, what)
  }

  private func apply(to table: inout RenderedForm, by random: inout SplitMix64) -> String? {
    if self == .digit { return table.misreadDigit(by: &random) }
    let rows = table.rows.indices.filter { row in table.rows[row].cells.contains { $0.amount != nil } }
    guard let row = rows.isEmpty ? nil : random.pick(rows) else { return nil }
    let figures = table.rows[row].cells.indices.filter { table.rows[row].cells[$0].amount != nil }
    let cell = random.pick(figures)
    let text = table.rows[row].cells[cell].text
    switch self {
    case .digit: return nil
    case .unreadable:
      let kept = random.index(in: 0...(text.count - 1))
      table.rows[row].cells[cell].text = text.prefix(kept) + "\u{FFFD}" + text.dropFirst(kept + 1)
    case .torn: table.rows[row].cells[cell].text = text.dropLast() + "\n" + text.suffix(1)
    case .blank: table.rows[row].cells[cell].text = ""
    case .addedBlank: table.rows[row].cells.insert(.blank, at: cell)
    case .addedMark: table.rows[row].cells.insert(GridCell("——"), at: cell)
    case .removed: table.rows[row].cells.remove(at: cell)
    case .swapped:
      let other = random.pick(rows)
      table.rows.swapAt(row, other)
      return "rows \(row) and \(other) swapped"
    }
    return "\(self) at row \(row), cell \(cell), \(text)"
  }
}
