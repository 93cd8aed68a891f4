import Phrases
import Store

extension DoctorFinding {
  /// How things stand with a source; not where it is, which may be nobody's business.
  ///
  /// `age` and `failing` are in seconds.
  func sourceSentences(
    _ source: Source, _ age: Int64?, _ failing: Int64?, _ language: Language
  ) -> (fact: String, advice: String?) {
    var parts = ["\(source.name) (\(Self.kind(source, language)))", "v\(source.version)"]
    if let age {
      parts.append(
        Self.span(age, language).map { language.says("updated \($0) ago", "\($0)前更新") }
          ?? language.says("updated just now", "刚刚更新"))
    }
    var advice: String?
    if source.isPinned {
      parts.append(language.says("rolled back", "已回退"))
      advice = language.says(
        "Follow its file again: phrasedesk sync --resume \(source.name).",
        "恢复同步：phrasedesk sync --resume \(source.name)。")
    }
    if let held = source.held {
      parts.append(
        language.says(
          "a new version waits, \(held.reason(language))", "新版本等待确认，\(held.reason(language))"))
      advice = language.says(
        "Look at it, and let it in: phrasedesk diff \(source.name), phrasedesk sync --accept"
          + " \(source.name).",
        "请查看并放行：phrasedesk diff \(source.name)，phrasedesk sync --accept \(source.name)。")
    }
    if source.version == 0 {
      parts.append(language.says("no phrases yet", "还没有话术"))
      advice = language.says(
        "Fetch them: phrasedesk sync \(source.name).", "请获取：phrasedesk sync \(source.name)。")
    }
    if let failing, let failure = source.failure {
      let said = Self.withoutName(of: source, failure.sentence)
      parts.append(
        Self.span(failing, language).map {
          language.says("failing for \($0): \(said)", "已失败 \($0)：\(said)")
        } ?? language.says("failing: \(said)", "失败：\(said)"))
      advice = language.says(
        "Try it now: phrasedesk sync \(source.name).", "请重试：phrasedesk sync \(source.name)。")
    }
    return (parts.joined(separator: language.says(", ", "，")), advice)
  }

  /// What was said of a source, which mostly begins with its name.
  private static func withoutName(of source: Source, _ sentence: String) -> String {
    for name in ["\(source.name): ", "\(source.name)："] where sentence.hasPrefix(name) {
      return String(sentence.dropFirst(name.count))
    }
    return sentence
  }

  private static func kind(_ source: Source, _ language: Language) -> String {
    if source.address.hasPrefix("git+") { return "git" }
    if source.address.hasPrefix("https://") { return "https" }
    if source.address.hasPrefix("http://") { return "http" }
    return language.says("path", "路径")
  }

  /// Seconds in the largest unit that says enough; nil within the first minute, and where a clock was
  /// set back.
  private static func span(_ seconds: Int64, _ language: Language) -> String? {
    let minutes = max(seconds, 0) / 60
    return switch minutes {
    case ..<1: nil
    case ..<120: language.says("\(minutes) min", "\(minutes) 分钟")
    case ..<2_880: language.says("\(minutes / 60) h", "\(minutes / 60) 小时")
    default: language.says("\(minutes / 1_440) days", "\(minutes / 1_440) 天")
    }
  }
}
