import CNcurses

/// What is known of the terminal without taking it over, for `phrasedesk doctor`.
public struct TerminalDescription: Equatable, Sendable {
  /// TERM.
  public var type: String
  /// How many colours its description names; 0 for none.
  public var colours: Int

  /// Reads the environment and the installed descriptions.
  ///
  /// - Throws: ``TerminalError/unsuitableType(_:)`` or ``TerminalError/unknownType(_:)``, as opening
  ///   a screen would.
  public static func current() throws(TerminalError) -> TerminalDescription {
    let type = try suitableType()
    var error: Int32 = 0
    guard setupterm(type, 1, &error) == OK else { throw .unknownType(type) }
    guard canPlaceCursor else { throw .unsuitableType(type) }
    return TerminalDescription(type: type, colours: max(Int(tigetnum("colors")), 0))
  }

  /// TERM, unless it says by itself that there is no screen.
  static func suitableType() throws(TerminalError) -> String {
    let type = variable(named: "TERM")
    guard let type, !["dumb", "unknown"].contains(type) else { throw .unsuitableType(type) }
    return type
  }

  /// Whether the description that ncurses has read is of a screen.
  static var canPlaceCursor: Bool {
    !capability("cup").isEmpty && !capability("clear").isEmpty
  }
}
