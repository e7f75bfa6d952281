extension Damage {
  /// Damages one form; nil where it offers nothing to damage.
  func apply(to table: inout RenderedForm, by random: inout SplitMix64) -> String? {
    switch self {
    case .cutCodes: table.cutCodes(by: &random)
    case .cutNames: table.cutNames(by: &random)
    case .cutLineNumbers: table.cutLineNumbers()
    case .lostColumn: table.loseColumn(by: &random)
    case .lostTotal: table.loseTotal()
    case .destroyedTotal: table.destroyTotal(by: &random)
    case .stackedTotal: table.stackTotal(by: &random)
    case .lostCells: table.loseEmptyCells(by: &random)
    case .shiftedCells: table.shiftCells(by: &random)
    case .lostHeader: table.loseHeader(by: &random)
    case .mergedHeader: table.mergeHeaders(by: &random)
    case .fullWidth: table.widenFigures(by: &random)
    case .misreadLetters: table.misreadLetters(by: &random)
    case .spacedNumbers: table.spaceNumbers(by: &random)
    case .unreadableFigures: table.losePartsOfFigures(by: &random)
    case .otherScripts: table.printOtherScript(by: &random)
    case .invisibleCharacters: table.hideCharacters(by: &random)
    case .tornFigures: table.tearFigures(by: &random)
    case .addedCells: table.addCells(by: &random)
    case .wrongDigit: table.misreadDigit(by: &random)
    case .misprint: table.misprint(by: &random)
    default: applyToLines(of: &table, by: &random)
    }
  }

  /// Damages what runs over lines, pages and words.
  private func applyToLines(of table: inout RenderedForm, by random: inout SplitMix64) -> String? {
    switch self {
    case .splitRow: table.splitRow(by: &random)
    case .repeatedHeader: table.repeatHeader(by: &random)
    case .splitTable: table.splitOverPages(by: &random)
    case .strayNumbers: table.strewNumbers(by: &random)
    case .cutTable: table.cutInTwo(by: &random)
    case .pulledFigures: table.pullFigures(by: &random)
    case .softLineEnds: table.breakNames(by: &random)
    case .tornWords: table.tearNames(by: &random)
    case .doubledCharacters: table.doubleCharacters(by: &random)
    case .mojibake: table.garbleNames(by: &random)
    case .traditional: table.printTraditional()
    case .leftMarkup: table.leaveMarkup(by: &random)
    case .flatRows: table.flattenRows()
    case .flatColumns: table.flattenColumns()
    default: nil
    }
  }
}
