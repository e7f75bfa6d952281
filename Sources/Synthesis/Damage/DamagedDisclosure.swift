import Accounts

extension SyntheticDisclosure {
  /// The same disclosure, damaged; the truth stays what the undamaged forms print, but for misprints.
  ///
  /// A misprint that is printed is the truth of what was published. One that an export lost is nothing that anybody
  /// could know: the truth of its place is what the accounts hold, which is what sums and other forms give.
  ///
  /// - Parameters:
  ///   - kinds: What to do, in order. Damage of web pages does nothing to text.
  ///   - seed: Says where: each kind hits about a third of the forms that offer a place for it, and at least one.
  public func damaged(by kinds: [Damage], seed: UInt64) -> SyntheticDisclosure {
    var random = SplitMix64(seed: seed)
    var copy = self
    if copy.intactTables == nil { copy.intactTables = tables }
    for kind in kinds {
      switch kind.scope {
      case .forms, .oneForm: copy.damageForms(kind, by: &random)
      case .text: copy.damageText(kind, by: &random)
      case .page:
        copy.page.add(kind, seed: random.next())
        copy.damages.append(DamageRecord(damage: kind, form: nil, detail: "the whole page"))
      }
    }
    copy.forgetLostMisprints()
    return copy
  }

  private mutating func forgetLostMisprints() {
    for index in truth.indices where fates[truth[index].key].isLost {
      if let amount = accountsOfMisprints[truth[index].key] { truth[index].amount = amount }
    }
  }

  private mutating func damageForms(_ kind: Damage, by random: inout SplitMix64) {
    var order = blocks.indices.filter { form(at: $0) != nil }
    // Start somewhere, so that the first form is not always the one that is hit for certain.
    let start = order.isEmpty ? 0 : random.index(in: 0...(order.count - 1))
    order = Array(order[start...] + order[..<start])
    var hits = 0
    for index in order where hits == 0 || random.chance(33) {
      if kind.scope == .oneForm, hits > 0 { break }
      if damage(at: index, kind, by: &random) { hits += 1 }
    }
  }

  private func form(at index: Int) -> Form? {
    if case .table(let table) = blocks[index] { table.form } else { nil }
  }

  private mutating func damage(at index: Int, _ kind: Damage, by random: inout SplitMix64) -> Bool {
    guard case .table(let before) = blocks[index], let form = before.form else { return false }
    var table = before
    guard let detail = kind.apply(to: &table, by: &random) else { return false }
    blocks[index] = .table(table)
    damages.append(DamageRecord(damage: kind, form: form, detail: detail))
    fates.record(kind, from: before, to: table)
    if kind == .misprint { keepMisprint(from: before, to: table) }
    return true
  }

  /// Makes what the publisher printed the truth.
  private mutating func keepMisprint(from before: RenderedForm, to table: RenderedForm) {
    let old = Dictionary(before.truth.map { ($0.key, $0.amount) }, uniquingKeysWith: { first, _ in first })
    for row in table.truth where old[row.key] != row.amount {
      for index in truth.indices where truth[index].key == row.key {
        accountsOfMisprints[row.key] = accountsOfMisprints[row.key] ?? truth[index].amount
        truth[index].amount = row.amount
      }
    }
  }
}
