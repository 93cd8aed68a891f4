import Phrases

/// A question that only a terminal answers.
enum Question {
  enum NoAnswer: Error {
    /// Nobody is there who answers.
    case endOfInput
  }

  static func isAgreed(_ question: String) -> Bool {
    ["y", "yes", "是", "好"].contains(answer(question))
  }

  /// What was typed, in small letters and without blanks; empty for nothing.
  static func answer(_ question: String) -> String {
    ErrorOutput.ask(question)
    let answer = narrow(readLine() ?? "").unicodeScalars.filter { !$0.properties.isWhitespace }
    return String(String.UnicodeScalarView(answer)).lowercased()
  }

  /// A line that was typed, without the blanks around it; the question is part of a talk on standard output.
  ///
  /// - Throws: ``NoAnswer/endOfInput``.
  static func line(_ question: String) throws -> String {
    try Output.write(SafeText.visible(question, .lines))
    guard let line = readLine() else { throw NoAnswer.endOfInput }
    let trimmed = line.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()
    let text = String(trimmed)
    // Of a number what input methods type; a name is as it was typed.
    return Int(narrow(text)) == nil ? text : narrow(text)
  }

  /// With what input methods type, ｙ for y.
  private static func narrow(_ text: String) -> String {
    var narrow = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      narrow.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return String(narrow)
  }
}
