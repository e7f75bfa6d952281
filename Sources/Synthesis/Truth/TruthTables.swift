/// Writes what is known of generated documents as CSV: `documents`, `amounts`, `facts` and `damages`.
///
/// Amounts are in yuan with two decimals. Lists of kinds are joined by `;`.
public enum TruthTables {
  /// The header of `documents.csv`.
  public static let documentsHeader =
    "document,source_path,seed,layout,encoding,fiscal_year,unit_name,division_code,published_on,money_unit,damage\n"
  /// The header of `amounts.csv`.
  public static let amountsHeader = "document,form,side,row,measure,amount,damage,identifiable,code_cut\n"
  /// The header of `facts.csv`.
  public static let factsHeader = "document,fact,subject,base,value,unit\n"
  /// The header of `damages.csv`.
  public static let damagesHeader = "document,damage,form,detail\n"

  /// The row of a document.
  public static func documentsRow(_ document: SynthesizedDocument) -> String {
    let disclosure = document.disclosure
    let identification = disclosure.identification
    return line([
      document.name, document.fileName, String(disclosure.seed), document.layout.rawValue, document.encoding.rawValue,
      disclosure.year.description, identification.unitName, identification.divisionCode, identification.publishedOn,
      disclosure.style.moneyUnit.rawValue, list(disclosure.damages.map(\.damage)),
    ])
  }

  /// The rows of its figures.
  public static func amountsRows(_ document: SynthesizedDocument) -> String {
    let name = document.name
    return document.cells.reduce(into: "") { text, cell in
      let key = cell.key
      text += line([
        name, key.form.rawValue, key.side.rawValue, key.row.rawValue, key.measure.rawValue, cell.amount.description,
        list(cell.damages), cell.isIdentifiable ? "true" : "false", cell.isCodeCut ? "true" : "false",
      ])
    }
  }

  /// The rows of the facts that its narrative states.
  public static func factsRows(_ document: SynthesizedDocument) -> String {
    let name = document.name
    return document.disclosure.facts.reduce(into: "") { text, fact in
      let key = fact.key
      let value =
        switch fact.value {
        case .yuan(let amount): amount.description
        case .percent(let number): number.description
        case .count(let number): String(number)
        }
      text += line([name, key.fact.rawValue, key.subject, key.base.rawValue, value, fact.value.unit])
    }
  }

  /// The rows of what was done to it.
  public static func damagesRows(_ document: SynthesizedDocument) -> String {
    let name = document.name
    return document.disclosure.damages.reduce(into: "") { text, record in
      text += line([name, record.damage.rawValue, record.form?.rawValue ?? "", record.detail])
    }
  }

  /// The kinds, each once, in their order.
  private static func list(_ kinds: [Damage]) -> String {
    var names: [String] = []
    for kind in kinds where !names.contains(kind.rawValue) { names.append(kind.rawValue) }
    return names.joined(separator: ";")
  }

  private static func line(_ fields: [String]) -> String {
    fields.map(quoted).joined(separator: ",") + "\n"
  }

  /// The field, quoted where RFC 4180 wants it.
  private static func quoted(_ field: String) -> String {
    let mustQuote = field.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    return mustQuote ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
  }
}
