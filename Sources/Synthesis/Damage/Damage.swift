/// A way in which exports break disclosures, or in which publishers do.
///
/// `Synthesis.docc/Damage.md` lists them, what each does, and what becomes of it.
public enum Damage: String, Sendable, CaseIterable {
  case cutCodes = "cut-codes"
  case cutNames = "cut-names"
  case lostColumn = "lost-column"
  case lostTotal = "lost-total"
  case fullWidth = "full-width"
  case misreadLetters = "misread-letters"
  case spacedNumbers = "spaced-numbers"
  case splitRow = "split-row"
  case repeatedHeader = "repeated-header"
  case softLineEnds = "soft-line-ends"
  case wrongDigit = "wrong-digit"
  case misprint
  case lostHeader = "lost-header"
  case mergedHeader = "merged-header"
  case destroyedTotal = "destroyed-total"
  case stackedTotal = "stacked-total"
  case lostCells = "lost-cells"
  case shiftedCells = "shifted-cells"
  case splitTable = "split-table"
  case strayNumbers = "stray-numbers"
  case cutLineNumbers = "cut-line-numbers"
  case pulledFigures = "pulled-figures"
  case tornWords = "torn-words"
  case doubledCharacters = "doubled-characters"
  case mojibake
  case traditional = "traditional-characters"
  case leftMarkup = "left-markup"
  case flatRows = "flat-rows"
  case flatColumns = "flat-columns"
  case brokenFigures = "broken-figures"
  case officeResidue = "office-residue"
  case cutTable = "cut-table"
  case spamLinks = "spam-links"
  case wrongCharset = "wrong-charset"
  case missingEndTags = "missing-end-tags"
  case unreadableFigures = "unreadable-figures"
  case otherScripts = "other-scripts"
  case invisibleCharacters = "invisible-characters"
  case tornFigures = "torn-figures"
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

  /// One sentence that says what it does.
  public var explanation: String {
    switch self {
    case .cutCodes: "Codes of a form cut by a narrow column."
    case .cutNames: "Names of a form cut by a narrow column."
    case .lostColumn: "A column of figures lost from a form by subject."
    case .lostTotal: "The 合计 row of a form by subject lost."
    case .fullWidth: "Digits, commas and points printed in full width."
    case .misreadLetters: "O read for 0 and l for 1."
    case .spacedNumbers: "A space inside a number."
    case .splitRow: "A row split over a page: the tail of its name alone behind the page number."
    case .repeatedHeader: "The header printed again behind a page number."
    case .softLineEnds: "Line ends inside names."
    case .wrongDigit: "One digit of one figure read as another."
    case .misprint:
      "The publisher's own error: a figure that breaks an identity, in more than one digit; it is the truth as printed."
    case .lostHeader: "The label of one column of figures lost."
    case .mergedHeader: "The labels of two columns of figures in one cell, the other empty."
    case .destroyedTotal: "The figures of the 合计 row lost, and numbers of columns printed in their place."
    case .stackedTotal: "The figures of the 合计 row printed one above the other below the header."
    case .lostCells: "Empty cells lost from the rows of a form, so that figures move left."
    case .shiftedCells: "A phantom column before the figures, from some row on."
    case .splitTable: "A table split over pages, a page number between its rows."
    case .strayNumbers: "Bare numbers between rows: of pages, of years."
    case .cutLineNumbers: "行次 cut to their first digit."
    case .pulledFigures: "A figure, and what follows it in its row, pulled onto the next line."
    case .tornWords: "Names torn into lines of a few characters."
    case .doubledCharacters: "The character at a break in a name printed twice, with a space between."
    case .mojibake: "Characters of names lost in a wrong conversion."
    case .traditional: "Names in traditional characters."
    case .leftMarkup: "Tags of web pages left in names and sentences."
    case .flatRows: "A whole table on one line, row by row."
    case .flatColumns: "A whole table on one line, column by column."
    case .brokenFigures: "Figures of the narrative broken over two lines."
    case .officeResidue: "Fields of an office program left in the contents."
    case .cutTable: "A table of a web page cut in two."
    case .spamLinks: "Links to other sites put between the blocks of a web page."
    case .wrongCharset: "A web page that declares another charset than its own."
    case .missingEndTags: "End tags missing from a web page."
    case .unreadableFigures: "A digit of some figures that cannot be read."
    case .otherScripts: "Figures in the decimal digits of another script."
    case .invisibleCharacters: "Characters that print nothing inside figures."
    case .tornFigures: "Figures torn over two lines before their last digits."
    case .addedCells: "A cell added to single rows."
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
