/// How the equations of a decided disclosure stand to one cell: how many confirm it, and how near others are that do
/// not hold.
struct Standing: Hashable {
  /// How near the broken equations are, if there are any.
  enum Contest: Int, Comparable {
    /// No equation of the disclosure is broken.
    case none
    /// Some are, but none of the cell's form.
    case elsewhere
    /// A few of the form are, but none that the cell stands in.
    case form
    /// Many of the form are, as where figures stand in wrong columns, but none that the cell stands in.
    case columns
    /// One that the cell stands in is.
    case cell

    static func < (left: Contest, right: Contest) -> Bool { left.rawValue < right.rawValue }
  }

  /// How many broken equations of one form are many: one misprint breaks up to three.
  static let many = 4

  /// How many different equations hold in which the cell and at least one other are printed.
  var support: Int
  /// How near the broken equations are.
  var contest: Contest
  /// Whether all its equations are off in the last digit, where the others of the disclosure are exact.
  var isOff = false
  /// Whether nothing but the smallest rounding, or a witness against others, chose the reading of its row, or its row is
  /// an open total and no equation holds with the value.
  var isByRounding = false
  /// Whether its column was inferred.
  var isPlaced = false
  /// Whether its row lacks figures and would balance in other columns too.
  var isMovable = false
}
