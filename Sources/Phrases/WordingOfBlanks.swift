extension Blank.Damage {
  /// What is wrong with double braces, and what to write.
  func sentence(_ text: String, _ language: Language) -> String {
    let text = text.excerpt()
    let fate = (
      "would reach the customer as it stands (the desk asks first)", "会原样发给客户（发送前会询问）"
    )
    let meant = language.says("write {{name}}", "请写成 {{名称}}")
    return switch self {
    case .notClosed:
      language.says(
        "\"\(text)\" is not closed and \(fate.0); \(meant).",
        "「\(text)」没有闭合，\(fate.1)；\(meant)。")
    case .notOpened:
      language.says(
        "\"\(text)\" closes nothing and \(fate.0); \(meant).",
        "「\(text)」之前没有对应的 {{，\(fate.1)；\(meant)。")
    case .noName:
      language.says(
        "\"\(text)\" has no name and \(fate.0); \(meant).",
        "「\(text)」没有名称，\(fate.1)；\(meant)。")
    case .longName:
      language.says(
        "the name in \"\(text)\" has more than \(Placeholder.nameLimit) characters, and it "
          + "\(fate.0); shorten it.",
        "「\(text)」的名称超过 \(Placeholder.nameLimit) 个字符，\(fate.1)；请缩短。")
    case .brokenName:
      language.says(
        "the name in \"\(text)\" has a line break in it, and it \(fate.0); \(meant).",
        "「\(text)」的名称中有换行，\(fate.1)；\(meant)。")
    case .surplusBrace:
      language.says(
        "\"\(text)\" has a brace too many, which \(fate.0); \(meant).",
        "「\(text)」多了一个大括号，\(fate.1)；\(meant)。")
    }
  }
}

extension Finding.Problem {
  /// What a file holds of other tools' blanks, and what asks for them.
  static func foreign(
    _ count: Int, _ examples: [String], _ styles: PlaceholderStyles, _ language: Language
  ) -> String {
    let shown = examples.prefix(3).map { $0.excerpt(limit: 24) }
      .joined(separator: language.says(", ", "、"))
    let advice =
      styles.isEmpty
      ? language.says("write {{name}} instead", "请改写成 {{名称}}")
      : language.says(
        "--placeholders \(styles.argument) asks for them",
        "用 --placeholders \(styles.argument) 会逐一询问")
    return language.says(
      "\(count) \(count == 1 ? "phrase holds" : "phrases hold") \(shown), which looks like what is to be "
        + "filled in; \(advice).",
      "\(count) 条话术含有\(shown)，像是需要填写的内容；\(advice)。")
  }
}

extension [Blank] {
  /// The texts of them, each once, as a question names them; safe to print.
  package func listed(_ language: Language) -> String {
    var seen: Set<String> = []
    let texts = map(\.text).filter { seen.insert($0).inserted }
    let shown = texts.prefix(3).map { $0.excerpt(limit: 24) }
      .joined(separator: language.says(", ", "、"))
    let rest = texts.count - 3
    return rest > 0 ? shown + language.says(" and \(rest) more", " 等 \(texts.count) 处") : shown
  }
}
