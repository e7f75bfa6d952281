import Accounts

/// A way in which exports break forms.
public enum Damage: String, Sendable, CaseIterable {
  /// Codes of a form cut by a narrow column.
  case cutCodes = "cut-codes"
  /// Names of a form cut by a narrow column.
  case cutNames = "cut-names"
  /// A column of figures lost from a form by subject.
  case lostColumn = "lost-column"
  /// The 合计 row of a form by subject lost.
  case lostTotal = "lost-total"
  /// Digits, commas and points printed in full width.
  case fullWidth = "full-width"
  /// O read for 0 and l for 1.
  case misreadLetters = "misread-letters"
  /// A space inside a number.
  case spacedNumbers = "spaced-numbers"
  /// A row split over a page: the tail of its name alone behind the page number.
  case splitRow = "split-row"
  /// The header printed again behind a page number.
  case repeatedHeader = "repeated-header"
  /// Line ends inside names.
  case softLineEnds = "soft-line-ends"

  /// Damages one table; nil where it offers nothing to damage.
  func apply(to table: inout RenderedForm, by random: inout SplitMix64) -> String? {
    switch self {
    case .cutCodes: table.cutCodes(by: &random)
    case .cutNames: table.cutNames(by: &random)
    case .lostColumn: table.loseColumn(by: &random)
    case .lostTotal: table.loseTotal()
    case .fullWidth: table.widenFigures(by: &random)
    case .misreadLetters: table.misreadLetters(by: &random)
    case .spacedNumbers: table.spaceNumbers(by: &random)
    case .splitRow: table.splitRow(by: &random)
    case .repeatedHeader: table.repeatHeader(by: &random)
    case .softLineEnds: table.breakNames(by: &random)
    }
  }
}

/// What was done to which form.
public struct DamageRecord: Hashable, Sendable {
  /// The kind of damage.
  public var damage: Damage
  /// The form.
  public var form: Form
  /// What exactly, in words.
  public var detail: String
}

extension SyntheticDisclosure {
  /// The same disclosure with its forms damaged; the truth stays what the undamaged forms print.
  ///
  /// - Parameters:
  ///   - kinds: What to do, in order.
  ///   - seed: Says where: each kind hits about a third of the forms that offer a place for it, and at least one.
  public func damaged(by kinds: [Damage], seed: UInt64) -> SyntheticDisclosure {
    var random = SplitMix64(seed: seed)
    var copy = self
    for kind in kinds {
      var order = copy.blocks.indices.filter { copy.form(at: $0) != nil }
      // Start somewhere, so that the first form is not always the one that is hit for certain.
      let start = order.isEmpty ? 0 : random.index(in: 0...(order.count - 1))
      order = Array(order[start...] + order[..<start])
      var hits = 0
      for index in order where hits == 0 || random.chance(33) {
        if copy.damage(at: index, kind, by: &random) { hits += 1 }
      }
    }
    return copy
  }

  private func form(at index: Int) -> Form? {
    if case .table(let table) = blocks[index] { table.form } else { nil }
  }

  private mutating func damage(at index: Int, _ kind: Damage, by random: inout SplitMix64) -> Bool {
    guard case .table(var table) = blocks[index], let form = table.form,
      let detail = kind.apply(to: &table, by: &random)
    else { return false }
    blocks[index] = .table(table)
    damages.append(DamageRecord(damage: kind, form: form, detail: detail))
    return true
  }
}
