/// What is written to a pane so that its program gets a text, and nothing of it is acted on.
struct PaneText: Equatable {
  var bytes: [UInt8]

  /// - Parameters:
  ///   - text: sanitised: of the control characters it holds line breaks and tabs at most.
  ///   - discipline: how the pane's device treats it.
  ///   - isPasteBracketed: whether its program asked for brackets; nil where tmux does not tell.
  ///   - mayQuote: whether this tmux passes a quoting byte on.
  /// - Throws: why the pane cannot be given this text.
  init(
    _ text: [UInt8], for discipline: LineDiscipline, isPasteBracketed: Bool?, mayQuote: Bool = true
  ) throws(Refusal) {
    let isOneLine = !text.contains(UInt8(ascii: "\n"))
    switch discipline {
    case .bytes:
      // Without brackets every line break is a press of Enter to most programs.
      guard isOneLine || isPasteBracketed != false else { throw .entersLines }
      bytes = text
    case .lines(let quote, let special):
      guard text.contains(where: special.contains) else {
        bytes = text
        break
      }
      guard let quote, mayQuote else { throw .entersLines }
      bytes = text.flatMap { special.contains($0) ? [quote, $0] : [$0] }
    }
    if case .lines = discipline, bytes.count > LineDiscipline.lineLimit {
      throw .tooLongForLine(bytes: bytes.count, limit: LineDiscipline.lineLimit)
    }
  }
}
