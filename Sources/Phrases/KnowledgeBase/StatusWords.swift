/// What lists write into the column that says whether a phrase is used.
///
///     StatusWords.isDraft("停用", under: "状态")   // true
///     StatusWords.isDraft("yes", under: "active")   // false
///     StatusWords.isDraft("yes", under: "disabled") // true
enum StatusWords {
  /// Whether a value says by itself that a phrase is not used, whatever column it stands in.
  static func isOff(_ value: String) -> Bool {
    value.utf8.count <= 40 && off.contains(HeaderNames.loose(value))
  }

  /// Nil where the value is not known.
  static func isDraft(_ value: String, under header: String) -> Bool? {
    let word = HeaderNames.loose(value)
    if off.contains(word) { return true }
    if on.contains(word) { return false }
    let isNegative = negative.contains(HeaderNames.loose(header))
    if yes.contains(word) { return isNegative }
    if no.contains(word) { return !isNegative }
    return nil
  }

  private static let off: Set<String> = [
    "draft", "草稿", "inactive", "disabled", "停用", "已停用", "禁用", "已禁用", "未启用", "不启用", "retired",
    "notapproved", "withdrawn", "obsolete", "deprecated", "internal", "internalonly", "private",
    "agentsonly",
    "staffonly", "confidential", "内部", "仅内部", "仅限内部", "作废", "废弃", "未通过", "已驳回", "驳回", "非公開", "无效",
    "下架", "已下架",
    "unpublished", "archived", "下线", "已下线", "未上线", "已删除", "deleted", "expired", "已过期", "过期",
    "待审核", "审核中", "未审核", "pending", "rejected", "審核中", "待審核", "失效", "已失效", "無効", "下書き",
    "비활성", "hidden", "隐藏",
  ]
  private static let on: Set<String> = [
    "active", "enabled", "published", "启用", "已启用", "啟用", "生效", "已生效", "有效", "正常", "上架", "已上架", "发布",
    "已发布", "上线", "已上线", "使用中", "inuse", "有効", "公開", "활성", "live", "approved", "已审核", "审核通过",
    "final", "ok",
  ]
  private static let yes: Set<String> = [
    "true", "1", "yes", "y", "是", "on", "はい", "예", "ja", "√", "✓",
  ]
  private static let no: Set<String> = [
    "false", "0", "no", "n", "否", "off", "いいえ", "아니요", "nein", "×",
  ]
  /// Headers under which yes means that a phrase is not used.
  private static let negative: Set<String> = [
    "disabled", "停用", "是否停用", "isarchived", "归档", "已归档", "isinternal", "inactive", "archived",
    "draft", "草稿", "隐藏", "hidden", "deleted",
    "deprecated",
    "下线", "是否删除", "已删除", "gesperrt",
  ]
}
