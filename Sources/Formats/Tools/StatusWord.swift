import Phrases

/// What other tools say of a phrase that is, or is not, in use.
enum StatusWord {
  private static let off: Set<String> = [
    "0", "archived", "deleted", "disabled", "draft", "false", "hidden", "inactive", "no", "off",
    "paused", "unpublished", "停用", "否", "已停用", "已禁用", "未启用", "禁用", "草稿",
  ]
  private static let on: Set<String> = [
    "1", "active", "approved", "current", "enabled", "live", "on", "open", "published", "true",
    "yes", "启用", "在用", "已发布", "已启用", "是", "有效", "正常",
  ]

  /// The status here: `draft`, or nothing; the word itself where it is none that is known.
  static func status(of word: String) -> String {
    let folded = word.trimmed().lowercased()
    if off.contains(folded) { return "draft" }
    return on.contains(folded) ? "" : word
  }
}
