/// What a desk may ask of its sources; the answers come as ``News``.
public enum Order: Equatable, Sendable {
  /// Ask every source for a new version.
  case syncNow
  /// See what others have written: the desk knows that there is something.
  case look
  /// Tell what the version of that id would change, if it still waits.
  case showHeld(source: String, id: String)
  /// Let the version of that id in, if it still waits.
  case acceptHeld(source: String, id: String)
  /// The agent has looked at what changed.
  case noteSeen
}
