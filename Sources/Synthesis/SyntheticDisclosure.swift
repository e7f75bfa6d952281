import Accounts
import Classification

/// A disclosure of a unit that does not exist, with everything that it is known to say.
///
/// The same seed and style give the same disclosure on every machine.
public struct SyntheticDisclosure: Sendable {
  /// What it was drawn from.
  public let seed: UInt64
  /// Who publishes it.
  public let unit: SyntheticUnit
  /// For which fiscal year.
  public let year: FiscalYear
  /// When; nil where the title page gives no date.
  public let publishedOn: CivilDate?
  /// How its forms are printed.
  public let style: Style
  /// Its pieces in reading order.
  public internal(set) var blocks: [Block]
  /// What was done to its forms, in order; nothing as long as it is undamaged.
  public internal(set) var damages: [DamageRecord] = []
  /// The figures that its forms print, in reading order; no damage changes them but the publisher's own misprints, as
  /// long as these are printed.
  public internal(set) var truth: [TruthRow]
  /// The facts that its narrative states, in reading order.
  public let facts: [FactTruth]
  /// What became of the figures.
  var fates = CellFates()
  /// What the accounts hold where the publisher printed something else.
  var accountsOfMisprints: [CellKey: Amount] = [:]
  /// What is done to its web page.
  var page = PageDamage()
  /// Its tables before any damage; nil as long as it is undamaged.
  var intactTables: [RenderedForm]?

  /// Draws a disclosure.
  ///
  /// - Parameters:
  ///   - seed: Says all that is not given.
  ///   - style: How the forms are printed; drawn where nil.
  ///   - kind: The kind of unit; drawn where nil.
  ///   - year: The fiscal year, 2018 to 2024; drawn where nil.
  ///   - division: Where the unit is; drawn from a few where nil.
  public init(
    seed: UInt64, style: Style? = nil, kind: UnitKind? = nil, year: FiscalYear? = nil, division: Division? = nil
  ) {
    var random = SplitMix64(seed: seed)
    self.seed = seed
    var unit = SyntheticUnit(in: division, drawnBy: &random)
    while let kind, unit.kind != kind { unit = SyntheticUnit(in: division, drawnBy: &random) }
    let drawnYear = FiscalYear(random.index(in: 2018...2024))
    let year = year ?? drawnYear
    var drawnStyle = Style(year: year, drawnBy: &random)
    // A stream of its own: the figures of a seed do not move when there is one more variant to draw.
    var variants = SplitMix64(seed: seed ^ 0x7661_7269_616E_7473)
    drawnStyle.drawVariants(year: year, kind: unit.kind, by: &variants)
    let style = style ?? drawnStyle
    let date = CivilDate(
      year: year.year + 1, month: random.index(in: 8...11), day: random.index(in: 1...30))
    publishedOn = random.chance(75) ? date : nil
    let accounts = AccountsDraw.draw(kind: unit.kind, year: year, style: style, by: &random)
    let forms = FormPrinter(unit: unit, year: year, style: style, accounts: accounts)
    let printed = forms.tables
    // The narrative's words and the figures of the year before have a stream of their own too.
    let narrative = NarrativeWriter(forms: forms, seed: seed ^ 0x6E61_7272_6174_6976)
    let text = NarrativePrinter(forms: forms, printed: printed, publishedOn: publishedOn, text: narrative)
    self.unit = unit
    self.year = year
    self.style = style
    blocks = text.blocks
    truth = printed.flatMap(\.truth)
    facts = narrative.pen.facts
  }

  /// Who published it, for which year and when, as the dataset `documents` says it.
  public var identification: Identification {
    Identification(
      reportKind: .finalAccount, fiscalYear: year, unitName: unit.name, divisionCode: unit.divisionCode,
      publishedOn: publishedOn?.iso ?? "")
  }

  /// The forms and other tables, in reading order.
  public var tables: [RenderedForm] {
    blocks.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
  }
}
