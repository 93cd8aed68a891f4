extension Day {
  /// As a text to a customer has it, without the year: `30 November`, `11月30日`.
  func spoken(_ language: Language) -> String {
    language.says("\(day) \(Day.englishMonths[month - 1])", "\(month)月\(day)日")
  }

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

extension TimeOfDay {
  /// What one says on meeting somebody: the morning is from five to noon, the evening from six on.
  func greeting(_ language: Language) -> String {
    switch minutes / 60 {
    case 5..<12: language.says("Good morning", "早上好")
    case 12..<18: language.says("Good afternoon", "下午好")
    default: language.says("Good evening", "晚上好")
    }
  }
}

extension Placeholder.Flaw {
  /// What is wrong with what is only a blank, and what to write.
  func sentence(_ text: String, _ language: Language) -> String {
    let text = text.excerpt()
    let fate = language.says("The desk asks for it as for a blank", "填写时当作普通空白")
    let (reason, advice) = reason(language)
    return language.says(
      "\"\(text)\" \(reason). \(fate); \(advice).", "「\(text)」\(reason)。\(fate)；\(advice)。")
  }

  private func reason(_ language: Language) -> (reason: String, advice: String) {
    let choice = language.says("{{courier:DHL,UPS}}", "{{快递:顺丰,中通}}")
    let day = language.says("{{today+3}}", "{{今天+3}}")
    let name = language.says("{{name}}", "{{名称}}")
    return switch self {
    case .noName:
      (
        language.says("has no name before the sign", "的符号前没有名称"),
        language.says("write {{name|default}} or \(choice)", "请写成 {{称呼|亲}} 或 \(choice)")
      )
    case .noOptions:
      (
        language.says("has nothing behind the sign", "的符号后没有内容"),
        language.says("write \(name), or what it offers", "请写成 \(name)，或补上内容")
      )
    case .oneOption:
      (
        language.says("has one option", "只有一个选项"),
        language.says(
          "write \(choice) for a choice, {{name|default}} for a default",
          "多个选项请写成 \(choice)，默认值请写成 {{称呼|亲}}")
      )
    case .manyOptions:
      (
        language.says(
          "has more than \(Placeholder.mostOptions) options", "的选项超过 \(Placeholder.mostOptions) 个"),
        language.says("leave some out", "请减少")
      )
    case .longOptions:
      (
        language.says(
          "has more than \(Placeholder.optionsLimit) characters behind the sign",
          "的符号后超过 \(Placeholder.optionsLimit) 个字符"), language.says("shorten it", "请缩短")
      )
    case .secondBar:
      (
        language.says("has a second bar", "有第二个 |"),
        language.says("write \(choice) for a choice", "多个选项请写成 \(choice)")
      )
    case .filter:
      (
        language.says("has a filter of another tool", "带有其他工具的过滤器"),
        language.says("write \(name)", "请写成 \(name)")
      )
    case .badOffset:
      (
        language.says("has no number of days", "没有可识别的天数"),
        language.says("write \(day)", "请写成 \(day)")
      )
    case .farOffset:
      (
        language.says(
          "is further away than \(Placeholder.Computed.offsets.upperBound) days",
          "超过 \(Placeholder.Computed.offsets.upperBound) 天"),
        language.says("write \(day)", "请写成 \(day)")
      )
    case .computedWithOptions:
      (
        language.says("is filled in by the clock and has a sign", "由时钟填写，不能带符号"),
        language.says("leave the sign out, or take another name", "请去掉符号，或换一个名称")
      )
    }
  }
}

extension Finding.Problem {
  /// What a file's placeholders say besides their names.
  static func sayingMore(_ count: Int, _ examples: [String], _ language: Language) -> String {
    let shown = examples.map { $0.excerpt(limit: 24) }.joined(separator: language.says(", ", "、"))
    return language.says(
      "\(count) \(count == 1 ? "placeholder says" : "placeholders say") more than a name now (\(shown)): today, "
        + "now and greeting are filled in by the clock, what stands behind | is a default, what stands "
        + "behind : is chosen from, \\{{ goes out as {{.",
      "\(count) 处占位符现在不只是空白（\(shown)）：今天、现在、问候自动填写，| 后是默认值，: 后是选项，\\{{ 原样发出 {{。")
  }
}
