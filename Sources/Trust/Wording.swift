import Phrases

extension TrustedFolder.Flaw {
  /// What is wrong with which folder, and what to do, without the full stop.
  public func clause(_ language: Language) -> String {
    let refused =
      switch language {
      case .english: folder.map { ", so that \($0) is not used" } ?? " and is not used"
      case .chinese: folder.map { "，因此不使用 \($0)" } ?? "，不予使用"
      }
    return clause(language, refused)
  }

  private func clause(_ language: Language, _ refused: String) -> String {
    switch (cause, language) {
    case (.owner(let name), .english):
      "\(path) belongs to another user (\(name))\(refused); remove it, or set the variable that"
        + " names its place, such as XDG_CACHE_HOME, to a folder of your own"
    case (.owner(let name), .chinese):
      "\(path) 属于其他用户（\(name)）\(refused)；请将其删除，或把指定其位置的变量（例如 XDG_CACHE_HOME）设为您自己的文件夹"
    case (.group(let name), .english):
      "\(path) can be written by the group \(name)\(refused); see that all in it is yours, then"
        + " run chmod go-w \(path)"
    case (.group(let name), .chinese):
      "\(path) 可由用户组 \(name) 写入\(refused)；请确认其中内容都是您的，再执行 chmod go-w \(path)"
    case (.others, .english):
      "\(path) can be written by everybody\(refused); see that all in it is yours, then run"
        + " chmod go-w \(path)"
    case (.others, .chinese):
      "\(path) 可由所有人写入\(refused)；请确认其中内容都是您的，再执行 chmod go-w \(path)"
    case (.accessList, .english):
      "\(path) has an access list that lets others write\(refused); see that all in it is yours,"
        + " then run setfacl -b \(path)"
    case (.accessList, .chinese):
      "\(path) 的访问控制列表允许他人写入\(refused)；请确认其中内容都是您的，再执行 setfacl -b \(path)"
    }
  }
}
