import Accounts

/// Reports the figures of forms that cannot be read.
enum UnreadableFigures {
  /// One finding for each of them, with the column where it is known.
  static func findings(_ problem: Problem) -> [Finding] {
    problem.rows.flatMap { variable in
      variable.row.figures.indices.filter { variable.row.figures[$0].amount == nil }.map { figure in
        let token = variable.row.figures[figure].token
        let column = variable.decided?.figures.firstIndex { $0 == figure }
        return Finding(
          .unreadableNumber, form: problem.forms[variable.form].form, side: variable.row.side, row: variable.row.key,
          measure: column.map { variable.measures[$0] }, printed: token.text,
          message: "The figure \(token.text) cannot be read; no sum over it confirms or refutes anything.",
          sourceLine: token.span.line)
      }
    }
  }
}
