/// What stands on a session's loop: it takes what happens, answers with what is to be done about it,
/// and says what the screen shows.
///
/// The loop needs no more of the sending desk than this, so any other desk can stand in its place:
///
/// ```swift
/// struct Greeting: View {
///   var name = ""
///   mutating func handle(_ event: Event) -> [Effect] {
///     if case .paste(let text) = event { name = text }
///     return []
///   }
///   func draw() -> Canvas { … }
/// }
/// ```
public protocol View: Sendable {
  /// Takes one event in and says what is to be done about it.
  mutating func handle(_ event: Event) -> [Effect]

  /// What the screen shows now.
  func draw() -> Canvas

  /// Where what is sent goes at the moment, so that it can be told what is known of that place.
  var destination: Destination { get }
}

extension View {
  /// Of no consequence for one that sends nothing.
  public var destination: Destination { .clipboard }
}

extension Desk: View {
  public var destination: Destination { target.destination }
}
