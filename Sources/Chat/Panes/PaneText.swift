/// What is written to a pane so that its program gets a text, and nothing of it is acted on.
struct PaneText: Equatable {
  var bytes: [UInt8]
  /// Whether tmux puts brackets around it where the program asked for them.
  var mayBeBracketed: Bool

  /// The longest text in bytes, twice what a phrase may have.
  ///
  /// Of 64 kB vim makes 4 seconds, of a megabyte minutes, in which it does nothing else; bash does
  /// no better where the megabyte is one line.
  static let limit = 131_072

  /// - Parameters:
  ///   - text: sanitised: of the control characters it holds line breaks and tabs at most.
  ///   - discipline: how the pane's device treats it; nil where that is not known.
  ///   - isPasteBracketed: whether its program takes pastes in brackets.
  ///   - mayQuote: whether a line break can be quoted, and stays it until Enter.
  /// - Throws: why the pane cannot be given this text.
  init(
    _ text: [UInt8], for discipline: LineDiscipline?, isPasteBracketed: Bool, mayQuote: Bool = true
  ) throws(Refusal) {
    guard text.count <= PaneText.limit else {
      throw .tooLongForLine(bytes: text.count, limit: PaneText.limit)
    }
    // Without brackets a line break is a press of Enter to most programs, and a tab completes.
    let isPlain = !text.contains { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\t") }
    switch discipline {
    case .bytes, nil:
      guard isPlain || discipline != nil && isPasteBracketed else { throw .entersLines }
      bytes = text
      mayBeBracketed = true
    case .lines(let quote, let special):
      let isQuoted = text.contains(where: special.contains)
      guard mayQuote ? !isQuoted || quote != nil : !isQuoted && isPlain else {
        throw .entersLines
      }
      bytes =
        quote.map { quote in text.flatMap { special.contains($0) ? [quote, $0] : [$0] } } ?? text
      // Whoever asked for brackets here has ended, or lets another program read.
      mayBeBracketed = false
      guard bytes.count <= LineDiscipline.lineLimit else {
        throw .tooLongForLine(bytes: bytes.count, limit: LineDiscipline.lineLimit)
      }
    }
  }
}
