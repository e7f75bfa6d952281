import Accounts
import Classification

/// Says which figures of a damaged document its text still determines: an oracle that shares no code with the reader.
///
/// It knows the truth and asks whether another reading satisfies the same evidence. The evidence is what is printed, and
/// all identities of the domain: rules of rows, sums over the tree of subjects, over lines and across forms, the fiscal
/// part of gk03 among them. It leaves out the narrative, and rules that hold only mostly, so that it calls identifiable
/// only what an auditor could prove from the forms:
///
/// - A figure printed in its own cell of a layout with columns is identifiable.
/// - A figure that is no longer printed is identifiable where an identity over other identifiable figures has it as the
///   only unknown and gives it exactly; what follows from that follows too. A blank that is printed as one is nothing,
///   but a column that is empty all through may be the lost one: where the identities allow that, the figures of the
///   lost column are not identifiable. Neither are those of a form that has lost a column and prints no columns.
/// - A figure whose column is not printed (spaces, one cell per line, cells lost or shifted, a table on one line) is
///   identifiable unless another order-preserving placement of its row, alone or together with others, satisfies every
///   identity and gives it another value. A table printed column by column on one line says nothing.
/// - A figure with a wrong digit is identifiable where exactly one change of one digit of one printed figure makes all
///   identities hold. A misprint is identifiable as printed, unless such a change exists: then it cannot be told from a
///   wrong digit.
/// - The figures of a row whose cut code leaves several subjects (see `CutCodes`) are not identifiable.
///
/// Printed numbers stand for intervals: an identity holds where they meet.
struct Identifiability {
  private var printed: PrintedFigures
  private let identities: [FigureIdentity]
  private var hopeless: Set<Int> = []

  /// The keys of the figures that are identifiable.
  static func keys(of document: SynthesizedDocument) -> Set<CellKey> {
    var oracle = Identifiability(document)
    return oracle.identifiable()
  }

  private init(_ document: SynthesizedDocument) {
    let disclosure = document.disclosure
    printed = PrintedFigures(document)
    let domain = FigureIdentities(printed.figures.map(\.key))
    let totals = domain.expenditureTotals
    let figures = printed.figures
    let isAllFiscal =
      totals.all.map { figures[$0].printed ?? 0 } == totals.fiscal.reduce(0) { $0 + (figures[$1].printed ?? 0) }
    identities = domain.all + domain.fiscalCover(isWhole: isAllFiscal)
    forgetUntoldRows(disclosure)
    forgetTables(of: document)
  }

  /// Rows whose code is open count as not printed.
  private mutating func forgetUntoldRows(_ disclosure: SyntheticDisclosure) {
    let damaged = disclosure.tables
    for (index, table) in (disclosure.intactTables ?? []).enumerated() {
      let isCut = disclosure.damages.contains { $0.damage == .cutCodes && $0.form == table.form }
      guard isCut, let form = table.form else { continue }
      let untold = CutCodes.untold(of: table, damaged: damaged[index], in: disclosure.year)
      forget { $0.form == form && untold.contains($0.row) }
    }
  }

  /// Forms of which too little is left count as not printed.
  private mutating func forgetTables(of document: SynthesizedDocument) {
    let damages = document.disclosure.damages
    for form in FormSet.finalAccount.forms {
      let kinds = Set(damages.filter { $0.form == form }.map(\.damage))
      let index = document.disclosure.tables.firstIndex { $0.form == form }
      let isColumnless = index.map { document.layout.losesColumns(ofTable: $0) } ?? false
      let displaces = !kinds.isDisjoint(with: [.flatRows, .lostCells, .shiftedCells, .addedCells])
      if kinds.contains(.flatColumns) || kinds.contains(.lostColumn) && (isColumnless || displaces) {
        forget { $0.form == form }
      }
    }
  }

  private mutating func forget(_ isForgotten: (CellKey) -> Bool) {
    for index in printed.figures.indices where isForgotten(printed.figures[index].key) {
      printed.forget(index)
      hopeless.insert(index)
    }
  }

  private mutating func identifiable() -> Set<CellKey> {
    let whole = identities.filter { $0.terms.allSatisfy { !printed.figures[$0.figure].isUnknown } }
    judgeWrongFigures(whole)
    hopeless.formUnion(printed.untoldBesideUnreadable)
    let holding = whole.filter { holds($0) }
    hopeless.formUnion(LostFigures.interchangeable(printed, identities))
    var search = PlacementSearch(printed, holding)
    search.run()
    let known = printed.figures.indices.filter {
      !printed.figures[$0].isUnknown && !search.ambiguous.contains($0) && !hopeless.contains($0)
    }
    var lost = LostFigures(printed, identities, known: Set(known))
    lost.derive(except: hopeless.union(search.ambiguous))
    return Set(lost.known.map { printed.figures[$0].key })
  }

  private func holds(_ identity: FigureIdentity) -> Bool {
    identity.holds(half: printed.hundredth / 2) { printed.figures[$0].printed }
  }

  /// Decides wrong digits and misprints, and what they may be taken for.
  private mutating func judgeWrongFigures(_ whole: [FigureIdentity]) {
    let wrong = printed.figures.indices.filter {
      !printed.figures[$0].isUnknown && printed.figures[$0].printed != printed.figures[$0].truth
    }
    let columnless = Set(printed.groups.filter { $0.isColumnless && $0.figures.count > 1 }.flatMap(\.figures))
    let search = WrongFigureSearch(printed, whole)
    if let figure = wrong.first, wrong.count == 1, search.corrections.count == 1,
      search.corrections.first == .init(figure: figure, value: printed.figures[figure].truth ?? 0),
      !columnless.contains(figure)
    {
      return
    }
    hopeless.formUnion(wrong)
    hopeless.formUnion(search.corrections.map(\.figure))
    // Without columns a broken rule leaves open which figure stands where.
    for identity in search.broken {
      hopeless.formUnion(whole[identity].terms.map(\.figure).filter(columnless.contains))
    }
  }
}
