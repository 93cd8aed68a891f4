import Phrases

/// What ArgumentParser says of a command line, which it says in English alone.
enum ParsingSentence {
  /// The same in a language; as it is where it is a sentence of our own, or one that is not known.
  static func sentence(_ message: String, _ language: Language) -> String {
    guard language == .chinese else { return message }
    for (pattern, words) in table {
      guard let values = values(of: message, in: pattern) else { continue }
      return words(values)
    }
    return message
  }

  /// What stands in the places of `%` in a pattern; nil where the message is none of it.
  ///
  /// The last place takes all that is left.
  private static func values(of message: String, in pattern: String) -> [Substring]? {
    let parts = pattern.split(separator: "%", omittingEmptySubsequences: false)
    guard let first = parts.first, message.hasPrefix(first) else { return nil }
    var rest = message.dropFirst(first.count)
    var values: [Substring] = []
    for part in parts.dropFirst() {
      guard !part.isEmpty else {
        values.append(rest)
        return values
      }
      guard let range = rest.firstRange(of: part) else { return nil }
      values.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return rest.isEmpty ? values : nil
  }

  /// The sentences of ArgumentParser 1.8, the longer of two that begin alike first.
  private static let table: [(pattern: String, words: @Sendable ([Substring]) -> String)] = [
    ("The value '%' is invalid for '%': %", { "“\($0[0])”不能用于 \($0[1])：\($0[2])" }),
    (
      "The value '%' is invalid for '%'. Please provide one of %.",
      { "“\($0[0])”不能用于 \($0[1])，可用：\(listed($0[2]))。" }
    ),
    (
      "The value '%' is invalid for '%'. Please provide %.",
      { "“\($0[0])”不能用于 \($0[1])，可用：\(listed($0[2]))。" }
    ),
    ("The value '%' is invalid for '%'", { "“\($0[0])”不能用于 \($0[1])。" }),
    ("The value '%' is invalid.%", { "“\($0[0])”不能用。" }),
    ("Missing expected argument '%'", { "缺少参数 \($0[0])。" }),
    ("Missing one of: %", { "须给出其中之一：\(listed($0[0]))。" }),
    ("Missing value for '%'", { "\($0[0]) 缺少值。" }),
    ("Missing required subcommand.", { _ in "缺少子命令。" }),
    ("Unknown option '%'. Did you mean '%'?", { "没有选项 \($0[0])，是不是 \($0[1])？" }),
    ("Unknown option '%'", { "没有选项 \($0[0])。" }),
    ("Invalid option: %", { "选项无效：\($0[0])" }),
    ("Unexpected argument '%'", { "多余的参数“\($0[0])”。" }),
    ("% unexpected arguments: %", { "多余的 \($0[0]) 个参数：\(listed($0[1]))。" }),
    (
      "The option '%' does not take any value, but '%' was specified.",
      { "选项 \($0[0]) 不带值，却给了“\($0[1])”。" }
    ),
    (
      "Value to be set with % had already been set with %",
      { "\(listed($0[0])) 与 \(listed($0[1])) 重复。" }
    ),
  ]

  /// `'a', 'b' and 'c'` as Chinese lists them.
  private static func listed(_ list: Substring) -> String {
    list.split(separator: "'").map(String.init).filter { word in
      !["", ", ", " and ", " or ", ", and ", ", or ", "flag "].contains(word)
    }.joined(separator: "、")
  }
}
