/// What `phrasedesk focus` and a desk tell each other over the desk's socket.
///
/// A line that says what it is, the lines of a place, and an empty line.
enum DeskMessage: Equatable {
  /// Tell where you are.
  case ask
  /// Focus your search box; the agent comes from there.
  case focus(from: Place)
  /// Done; the desk is there.
  case answer(Place)

  /// In bytes; longer messages are no messages.
  static let limit = 8192

  init?(_ bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let place = Place(lines: lines.dropFirst())
    switch lines.first {
    case "ask 1": self = .ask
    case "focus 1": self = .focus(from: place)
    case "answer 1": self = .answer(place)
    default: return nil
    }
  }

  var bytes: [UInt8] {
    let lines =
      switch self {
      case .ask: ["ask 1"]
      case .focus(let place): ["focus 1"] + place.lines
      case .answer(let place): ["answer 1"] + place.lines
      }
    return Array((lines.joined(separator: "\n") + "\n\n").utf8)
  }
}
