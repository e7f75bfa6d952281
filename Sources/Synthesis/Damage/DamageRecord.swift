import Accounts

/// What was done to which form.
public struct DamageRecord: Hashable, Sendable {
  /// The kind of damage.
  public var damage: Damage
  /// The form; nil for damage outside the forms.
  public var form: Form?
  /// What exactly, in words.
  public var detail: String
}
