extension AttachmentFlaw {
  /// What is wrong, as the end of a sentence that begins with the attachment's name.
  public func sentence(_ language: Language) -> String {
    switch self {
    case .noName: language.says("names no file.", "没有写文件名。")
    case .nameTooLong:
      language.says("is too long for a file's name; shorten it.", "作为文件名太长；请缩短。")
    case .controlInName:
      language.says(
        "has a character in it that no name may have; type it anew.", "含有文件名不允许的字符；请重新输入。")
    case .looksLikeOption:
      language.says(
        "begins with -, which programs take for an option; rename the file.",
        "以 - 开头，会被程序当作选项；请重命名文件。")
    case .notBesideList:
      language.says(
        "is a place of its own; put the file beside the list and name it from there.",
        "是其他位置的路径；请把文件放在列表旁边并写相对名称。")
    case .leavesFolder:
      language.says(
        "leads out of the list's folder; put the file beside the list.",
        "指向列表文件夹之外；请把文件放在列表旁边。")
    case .elsewhere:
      language.says(
        "is on another server than the list, which is not asked; put the file beside the list.",
        "与列表不在同一服务器，不会去取；请把文件放在列表旁边。")
    case .missing: language.says("is not there; put it beside the list.", "不存在；请放在列表旁边。")
    case .notAFile: language.says("is no file.", "不是文件。")
    case .linkLeadsOut:
      language.says(
        "is a link out of the list's folder; put the file itself there.",
        "是指向列表文件夹之外的链接；请放入文件本身。")
    case .empty: language.says("is empty; save it again.", "是空文件；请重新保存。")
    case .tooLarge(let limit):
      language.says(
        "is larger than \(limit / 1_048_576) MB; make it smaller.",
        "大于 \(limit / 1_048_576) MB；请压缩。")
    case .program:
      language.says(
        "is a program, which nobody is sent; remove it from the list.",
        "是程序，不能发送；请从列表中删除。")
    case .unreadable(let errno):
      language.says(
        "cannot be read (error \(errno)); look at its rights.", "无法读取（错误 \(errno)）；请检查权限。")
    }
  }
}
