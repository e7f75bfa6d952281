/// What a set of generated documents consists of: the same plan gives the same bytes on every machine.
public struct SynthesisPlan: Sendable {
  /// Which damage the documents take.
  public enum DamageChoice: Hashable, Sendable {
    /// None at all.
    case none
    /// One kind each, in turn.
    case each
    /// One to three drawn kinds each.
    case random
    /// All of these, applied in this order.
    case kinds([Damage])
  }

  /// How many documents.
  public var documents: Int
  /// The seed of the first document; the next ones count up from it.
  public var seed: UInt64
  /// Which damage they take.
  public var damage: DamageChoice
  /// The layouts that they take in turn.
  public var layouts: [Layout]
  /// How many random changes each file takes after that; nothing is known of what these do.
  public var mutations: Int

  /// Makes a plan; there must be a layout.
  public init(
    documents: Int, seed: UInt64, damage: DamageChoice, layouts: [Layout] = Layout.allCases, mutations: Int = 0
  ) {
    precondition(!layouts.isEmpty, "a plan needs a layout")
    self.documents = documents
    self.seed = seed
    self.damage = damage
    self.layouts = layouts
    self.mutations = mutations
  }

  /// The document at `index`, counted from zero; nothing of it is kept.
  public func document(at index: Int) -> SynthesizedDocument {
    let seed = self.seed &+ UInt64(index)
    // A stream of its own: what is drawn here leaves the disclosure of the seed what it is without a plan.
    var random = SplitMix64(seed: seed ^ 0x5359_4E54_4845_5349)
    let drawn = random.pick(TextEncoding.allCases)
    // Mutations know rows and cells by their ASCII marks.
    let encoding = mutations > 0 && drawn != .gb18030 ? TextEncoding.utf8 : drawn
    let (layout, kinds) = layoutAndDamage(at: index, by: &random)
    let whole = SyntheticDisclosure(seed: seed)
    return SynthesizedDocument(
      number: index + 1, disclosure: kinds.isEmpty ? whole : whole.damaged(by: kinds, seed: seed), layout: layout,
      encoding: encoding, mutations: mutations)
  }

  /// How a document is exported, and what is done to it: only what can be done to that layout.
  private func layoutAndDamage(at index: Int, by random: inout SplitMix64) -> (Layout, [Damage]) {
    let layout = layouts[index % layouts.count]
    let possible = Damage.allCases.filter { $0.isPossible(in: layout) }
    switch damage {
    case .none: return (layout, [])
    case .kinds(let kinds): return (layout, kinds.filter { possible.contains($0) })
    case .random: return (layout, random.sample(possible, count: random.index(in: 1...3)))
    case .each:
      let kinds = Damage.allCases
      let kind = kinds[index % kinds.count]
      let suitable = layouts.filter { kind.isPossible(in: $0) }
      if suitable.isEmpty { return (layout, []) }
      // Each kind meets all layouts, also where the one count divides the other.
      return (suitable[(index / kinds.count + index % kinds.count) % suitable.count], [kind])
    }
  }
}
