import Phrases

extension HoldReason {
  /// Why it waits, as the end of a sentence.
  public func sentence(_ language: Language) -> String {
    switch self {
    case .empty:
      return language.says("the new file holds no phrases", "新文件里没有话术")
    case .onlyDrafts:
      return language.says("the new file holds nothing but drafts", "新文件里只有草稿")
    case .removes(let count, let all, let department):
      let name = department.excerpt()
      let place =
        department.isEmpty
        ? language.says("those for everybody", "全员话术") : language.says("\(name)", "“\(name)”")
      return language.says(
        "the new file lacks \(count) of the \(all) phrases of \(place)",
        "新文件缺少\(place) \(all) 条话术中的 \(count) 条")
    }
  }
}

extension SyncReport {
  /// What became of it, and what to do.
  public func sentence(_ language: Language) -> String {
    switch outcome {
    case .unchanged(let version):
      return language.says(
        "\(source) is up to date (v\(version)).", "\(source) 已是最新（v\(version)）。")
    case .accepted(let version, let difference):
      return language.says(
        "\(source) is now v\(version): \(difference.summary(language)).",
        "\(source) 已更新到 v\(version)：\(difference.summary(language))。")
    case .held(let reason, let difference):
      return language.says(
        "\(source) has a new version that waits: \(reason.sentence(language))"
          + " (\(difference.summary(language))); see phrasedesk diff \(source), then let it in with"
          + " phrasedesk sync --accept \(source).",
        "\(source) 有一个新版本在等待确认：\(reason.sentence(language))"
          + "（\(difference.summary(language))）；请先看 phrasedesk diff \(source)，再用"
          + " phrasedesk sync --accept \(source) 放行。")
    case .pinned(let version):
      return language.says(
        "\(source) stays at v\(version), which somebody went back to; phrasedesk sync --resume"
          + " \(source) follows the file again.",
        "\(source) 停留在回退后的 v\(version)；用 phrasedesk sync --resume \(source) 恢复同步。")
    case .failed(let failure): return failure.sentence(language, source: source)
    case .refused(let error):
      let first = error.sentences(language).first ?? ""
      return language.says(
        "\(source) has a new file that cannot be used, and what was in use stays in use: \(first)",
        "\(source) 的新文件无法使用，仍沿用原有话术：\(first)")
    case .badAddress(let flaw): return flaw.sentence(language)
    case .gone:
      return language.says(
        "\(source) was disconnected or changed by another desk meanwhile; try again.",
        "\(source) 已被其他话术台断开或更改，请重试。")
    }
  }
}

extension Difference {
  /// How many of each, in a few words.
  func summary(_ language: Language) -> String {
    let counts: [(count: Int, english: String, chinese: String)] = [
      (added.count, "added", "新增"), (removed.count, "removed", "删除"),
      (changed.count, "changed", "修改"), (moved.count, "moved", "移动"),
      (reorderedCount, "put elsewhere", "调整顺序"),
    ]
    let parts = counts.filter { $0.count > 0 }
      .map { language.says("\($0.count) \($0.english)", "\($0.chinese) \($0.count)") }
    if parts.isEmpty { return language.says("nothing changed", "没有变化") }
    return parts.joined(separator: language.says(", ", "，"))
  }
}
