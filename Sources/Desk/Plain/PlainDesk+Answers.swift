import Phrases

/// What lines mean that answer a question.
extension PlainDesk {
  static func isYes(_ line: String) -> Bool {
    ["y", "yes", "是", "好"].contains(line.trimmed().lowercased())
  }

  mutating func answer(
    _ line: String, aboutBlanksOf dispatch: Dispatch, _ values: [String: String]
  ) -> Answer {
    var dispatch = dispatch
    dispatch.isAsIs = PlainDesk.isYes(line)
    dispatch.fillsBlanks = line.trimmed().isEmpty
    guard dispatch.isAsIs || dispatch.fillsBlanks else { return Answer(lines: [say(.notSent)]) }
    return proceed(with: dispatch, filledWith: values)
  }

  mutating func take(_ line: String, into old: PlainFilling) -> Answer {
    guard line.trimmed() != PlainFilling.givingUp else {
      step = .choosing
      return Answer(lines: [say(.notSent)])
    }
    guard !line.contains(where: \.isNewline) else { return Answer(lines: [say(.needsOneLine)]) }
    var filling = old
    guard filling.take(line) else { return Answer(lines: [say(.needsValue)]) }
    step = .filling(filling)
    guard filling.name == nil else { return Answer() }
    conversation.keep(filling.values, of: filling.dispatch, clock)
    return proceed(with: filling.dispatch, filledWith: filling.values)
  }
}
