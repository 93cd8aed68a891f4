/// A kind of change that is mostly a mistake when there is much of it, so that desks wait for a yes.
///
/// The raw value is the key of `--accept KEY=N` and of what a release has accepted.
public enum HoldKey: String, CaseIterable, Hashable, Sendable {
  /// Agents would see no phrase at all.
  case empty
  /// The file was in one encoding and is in another, whatever it reads in it.
  case encoding
  /// Phrases that agents would no longer see.
  case removed
  /// Phrases whose text or title was replaced by something else.
  case changed
  /// Phrases that another id was given, which takes them out of favourites and of what is sent often.
  case ids
  /// Codes that no longer bring what they brought.
  case codes
  /// Texts that have fewer placeholders.
  case placeholders
  /// Texts that a program damaged.
  case damaged
}
