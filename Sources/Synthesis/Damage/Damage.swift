/// A way in which exports break disclosures, or in which publishers do.
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
  /// One digit of one figure read as another.
  case wrongDigit = "wrong-digit"
  /// The publisher's own error: a figure that breaks an identity, in more than one digit; it is the truth as printed.
  case misprint
  /// The label of one column of figures lost.
  case lostHeader = "lost-header"
  /// The labels of two columns of figures in one cell, the other empty.
  case mergedHeader = "merged-header"
  /// The figures of the 合计 row lost, and numbers of columns printed in their place.
  case destroyedTotal = "destroyed-total"
  /// The figures of the 合计 row printed one above the other below the header.
  case stackedTotal = "stacked-total"
  /// Empty cells lost from the rows of a form, so that figures move left.
  case lostCells = "lost-cells"
  /// A phantom column before the figures, from some row on.
  case shiftedCells = "shifted-cells"
  /// A table split over pages, a page number between its rows.
  case splitTable = "split-table"
  /// Bare numbers between rows: of pages, of years.
  case strayNumbers = "stray-numbers"
  /// 行次 cut to their first digit.
  case cutLineNumbers = "cut-line-numbers"
  /// A figure, and what follows it in its row, pulled onto the next line.
  case pulledFigures = "pulled-figures"
  /// Names torn into lines of a few characters.
  case tornWords = "torn-words"
  /// The character at a break in a name printed twice, with a space between.
  case doubledCharacters = "doubled-characters"
  /// Characters of names lost in a wrong conversion.
  case mojibake
  /// Names in traditional characters.
  case traditional = "traditional-characters"
  /// Tags of web pages left in names and sentences.
  case leftMarkup = "left-markup"
  /// A whole table on one line, row by row.
  case flatRows = "flat-rows"
  /// A whole table on one line, column by column.
  case flatColumns = "flat-columns"
  /// Figures of the narrative broken over two lines.
  case brokenFigures = "broken-figures"
  /// Fields of an office program left in the contents.
  case officeResidue = "office-residue"
  /// A table of a web page cut in two.
  case cutTable = "cut-table"
  /// Links to other sites put between the blocks of a web page.
  case spamLinks = "spam-links"
  /// A web page that declares another charset than its own.
  case wrongCharset = "wrong-charset"
  /// End tags missing from a web page.
  case missingEndTags = "missing-end-tags"

  /// A digit of some figures that cannot be read.
  case unreadableFigures = "unreadable-figures"
  /// Figures in the decimal digits of another script.
  case otherScripts = "other-scripts"
  /// Characters that print nothing inside figures.
  case invisibleCharacters = "invisible-characters"
  /// Figures torn over two lines before their last digits.
  case tornFigures = "torn-figures"
  /// A cell added to single rows.
  case addedCells = "added-cells"

  /// Where a kind of damage strikes.
  enum Scope: Sendable {
    /// The forms: about a third of those that offer a place.
    case forms
    /// One form only, since a second hit would be another damage.
    case oneForm
    /// The text around the forms.
    case text
    /// The finished web page.
    case page
  }

  /// Where it strikes.
  var scope: Scope {
    switch self {
    case .wrongDigit, .misprint: .oneForm
    case .brokenFigures, .officeResidue: .text
    case .spamLinks, .wrongCharset, .missingEndTags: .page
    default: .forms
    }
  }

  /// Whether an export in the layout can be broken so.
  public func isPossible(in layout: Layout) -> Bool {
    switch self {
    case .cutTable, .spamLinks, .wrongCharset: layout.isHTML
    // Pages of office programs have no end tags to lose.
    case .missingEndTags: layout == .semanticHTML
    case .flatRows, .flatColumns: !layout.isHTML
    // A phantom cell, an empty cell that is gone, and where the rest of a row goes show only where cells have places.
    case .lostCells, .shiftedCells, .addedCells: layout != .spaces
    default: true
    }
  }
}
