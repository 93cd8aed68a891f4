import Phrases
import Trust

extension StoreError {
  /// What happened, where, and what to do, as one sentence.
  public func sentence(_ language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  private var english: String {
    switch self {
    case .missing(let path):
      "There is no store at \(path) yet; open the desk once or import a file to make one."
    case .lost(let path):
      "The store \(path) is gone, and the copies beside it cannot be put back; make the folder"
        + " writable, then start phrasedesk again."
    case .noFolder(let path):
      "The folder \(path) cannot hold the store; make it a folder, or set XDG_DATA_HOME to another."
    case .distrusted(let flaw): flaw.clause(.english) + "."
    case .noRights(let path):
      "You may not read and write \(path); give yourself the rights to it (chown, chmod)"
        + " or set XDG_DATA_HOME to a folder of your own."
    case .readOnly(let path):
      "The store \(path) cannot be changed because it is read-only; make it and its folder"
        + " writable, then try again."
    case .notAFile(let path):
      "The store \(path) is not an ordinary file; remove what stands there or set XDG_DATA_HOME"
        + " to another folder."
    case .damaged(let path, let row):
      "The store \(path) is damaged or not a phrasedesk store\(row.map { " (\($0.english))" } ?? "");"
        + " phrasedesk saves what can be read of it where the folder can be written."
    case .newerSchema(let path, let found, let known):
      "The store \(path) was made by a newer phrasedesk (schema \(found), this one knows \(known));"
        + " update phrasedesk, or set XDG_DATA_HOME to another folder."
    case .diskFull(let path):
      "There is no room left to write the store \(path); free some space, then try again."
    case .sizeLimit(let path):
      "The store \(path) may not become larger here, nothing was changed; raise the limit for files"
        + " (ulimit -f), then try again."
    case .replaced(let path):
      "The store \(path) was put in place anew meanwhile; nothing was changed, so try again."
    case .busy(let path):
      "Another program keeps the store \(path) busy; close it or try again in a moment."
    case .unusablePhrase(let id, let flaw):
      "The phrase \(Wording.quoted(id)) cannot be kept because \(flaw.english); correct it and"
        + " import again, nothing was changed."
    case .refused(let flaw): "Not kept: \(flaw.english)."
    case .other(let path, let code):
      "The store \(path) could not be used (code \(code)); run phrasedesk doctor and see what it"
        + " says about it."
    }
  }

  private var chinese: String {
    switch self {
    case .missing(let path):
      "\(path) 处还没有话术库；请先打开一次话术台，或导入一个文件来创建它。"
    case .lost(let path):
      "话术库 \(path) 不见了，而旁边的备份无法恢复；请让该文件夹可写，再重新启动 phrasedesk。"
    case .noFolder(let path):
      "无法在文件夹 \(path) 中存放话术库；请把它建成文件夹，或将 XDG_DATA_HOME 设为其他位置。"
    case .distrusted(let flaw): flaw.clause(.chinese) + "。"
    case .noRights(let path):
      "您没有读写 \(path) 的权限；请用 chown 或 chmod 取得权限，或将 XDG_DATA_HOME 设为您自己的文件夹。"
    case .readOnly(let path):
      "话术库 \(path) 是只读的，无法修改；请让它和所在文件夹可写，然后重试。"
    case .notAFile(let path):
      "话术库 \(path) 不是普通文件；请移走该处的内容，或将 XDG_DATA_HOME 设为其他文件夹。"
    case .damaged(let path, let row):
      "话术库 \(path) 已损坏，或不是 phrasedesk 的话术库\(row.map { "（\($0.chinese)）" } ?? "")；"
        + "所在文件夹可写时，phrasedesk 会抢救其中可读的内容。"
    case .newerSchema(let path, let found, let known):
      "话术库 \(path) 由更新的 phrasedesk 创建（结构版本 \(found)，本程序只认识到 \(known)）；"
        + "请更新 phrasedesk，或将 XDG_DATA_HOME 设为其他文件夹。"
    case .diskFull(let path):
      "磁盘已满，无法写入话术库 \(path)；请腾出空间后重试。"
    case .sizeLimit(let path):
      "此处不允许话术库 \(path) 继续变大，没有改动任何内容；请提高文件大小上限 (ulimit -f) 后重试。"
    case .replaced(let path):
      "话术库 \(path) 刚被重新放置，没有改动任何内容；请重试。"
    case .busy(let path):
      "话术库 \(path) 正被其他程序占用；请关闭该程序或稍后重试。"
    case .unusablePhrase(let id, let flaw):
      "话术\(Wording.quoted(id))无法保存，因为\(flaw.chinese)；请改正后重新导入，本次没有改动任何内容。"
    case .refused(let flaw): "未保存：\(flaw.chinese)。"
    case .other(let path, let code):
      "话术库 \(path) 无法使用（代码 \(code)）；请运行 phrasedesk doctor 查看说明。"
    }
  }
}

extension Rescue {
  /// What happened to the store, and where the damaged file is, as one sentence.
  public func sentence(_ language: Language) -> String {
    switch language {
    case .english:
      "The store was \(damagedPath == nil ? "gone" : "damaged"); phrases of your own:"
        + " \(personalPhrases), sources: \(sources), saved"
        + "\(backup.map { " with the help of the copy of \($0)" } ?? "")"
        + "\(isWhole ? "" : "; see that nothing is missing")."
        + "\(damagedPath.map { " The damaged file is \($0)." } ?? "")"
    case .chinese:
      "话术库\(damagedPath == nil ? "文件不见了" : "曾损坏")，已抢救个人话术 \(personalPhrases) 条、来源 \(sources) 个"
        + "\(backup.map { "（借助 \($0) 的备份）" } ?? "")"
        + "\(isWhole ? "" : "，请检查有无缺失")。"
        + "\(damagedPath.map { "损坏的文件在 \($0)。" } ?? "")"
    }
  }
}

/// What an agent is to know of a store that can be used.
public enum StoreRemark: Equatable, Sendable {
  /// Phrases can be searched and sent, and nothing is kept.
  case readOnly(path: String)
  /// Other machines may have the file open.
  case onNetwork(path: String)

  public func sentence(_ language: Language) -> String {
    switch (self, language) {
    case (.readOnly(let path), .english):
      "\(path) is read-only: phrases can be sent, but usage is not kept and sources are not synced."
    case (.readOnly(let path), .chinese): "\(path) 只读：话术可以发送，但不记录使用，也不同步来源。"
    case (.onNetwork(let path), .english):
      "\(path) is on a network file system: open it on one machine at a time, or set XDG_DATA_HOME"
        + " to a local folder."
    case (.onNetwork(let path), .chinese):
      "\(path) 在网络文件系统上：请勿在多台机器上同时打开，或将 XDG_DATA_HOME 设为本地文件夹。"
    }
  }
}

extension Store {
  /// What is to be said of it at a desk's start.
  public var remark: StoreRemark? {
    if isReadOnly { return .readOnly(path: path) }
    return isOnNetwork ? .onNetwork(path: path) : nil
  }
}

extension ErasedUsage {
  /// What was erased, as one sentence.
  public func sentence(_ language: Language) -> String {
    switch language {
    case .english:
      "Erased: sends: \(sends), daily totals: \(totals), searches with nothing sent: \(searches),"
        + " reports: \(reports), values: \(values)."
        + (remaining.isEmpty
          ? "" : " Damaged files may hold more, delete them: \(remaining.joined(separator: ", ")).")
    case .chinese:
      "已清除：发送记录 \(sends) 条，每日汇总 \(totals) 条，未发送的搜索 \(searches) 条，反馈 \(reports) 条，固定填入的内容 \(values) 项。"
        + (remaining.isEmpty ? "" : "损坏的旧文件中可能还有，请删除：\(remaining.joined(separator: "、"))。")
    }
  }
}

extension ErasedUsage {
  /// What is left to do where the files may still hold what was erased; nil where nothing is.
  public func leftoverSentence(_ language: Language) -> String? {
    guard let leftover else { return nil }
    let reason = leftover.sentence(language)
    return switch language {
    case .english:
      "It is in no list any more, but a file may still hold its bytes: erase again when that is"
        + " mended. \(reason)"
    case .chinese: "记录已不再使用，但文件中可能还留有痕迹：排除问题后请再清除一次。\(reason)"
    }
  }
}

extension ImportSummary {
  /// What an import did, as one sentence.
  public func sentence(_ language: Language) -> String {
    switch language {
    case .english:
      "\(added) added, \(changed) changed, \(unchanged) unchanged."
    case .chinese:
      "新增 \(added) 条，更改 \(changed) 条，未变 \(unchanged) 条。"
    }
  }
}

extension StoreRow {
  fileprivate var english: String { "table \(table), row \(number)" }
  fileprivate var chinese: String { "表 \(table)，第 \(number) 行" }
}

extension PhraseFlaw {
  fileprivate var english: String {
    switch self {
    case .noID: "it has no id"
    case .noTitle: "it has no title"
    case .noText: "it has no text"
    case .repeatedID: "another one has the same id"
    case .tooLong: "it is longer than \(Connection.phraseLimit >> 20) MB"
    }
  }

  fileprivate var chinese: String {
    switch self {
    case .noID: "它没有编号"
    case .noTitle: "它没有标题"
    case .noText: "它没有内容"
    case .repeatedID: "另一条话术有相同的编号"
    case .tooLong: "它超过 \(Connection.phraseLimit >> 20) MB"
    }
  }
}

extension OwnFlaw {
  fileprivate var english: String {
    switch self {
    case .noTitle: "the phrase has no title; give it one"
    case .noText: "the phrase has no text; write one"
    case .phraseTooLong: "the phrase is longer than \(Connection.phraseLimit >> 20) MB; shorten it"
    case .codeTooLong: "a code has at most \(OwnFlaw.codeLimit) characters; shorten it"
    case .nameTooLong:
      "the name of a value has at most \(OwnFlaw.nameLimit) characters; shorten it"
    case .valueTooLong: "a value has at most \(OwnFlaw.valueLimit) characters; shorten it"
    case .remarkTooLong: "a remark has at most \(OwnFlaw.remarkLimit) characters; shorten it"
    }
  }

  fileprivate var chinese: String {
    switch self {
    case .noTitle: "话术没有标题，请填写标题"
    case .noText: "话术没有内容，请填写内容"
    case .phraseTooLong: "话术超过 \(Connection.phraseLimit >> 20) MB，请缩短"
    case .codeTooLong: "编码最多 \(OwnFlaw.codeLimit) 个字符，请缩短"
    case .nameTooLong: "名称最多 \(OwnFlaw.nameLimit) 个字符，请缩短"
    case .valueTooLong: "内容最多 \(OwnFlaw.valueLimit) 个字符，请缩短"
    case .remarkTooLong: "说明最多 \(OwnFlaw.remarkLimit) 个字符，请缩短"
    }
  }
}

private enum Wording {
  /// At most 60 scalars of an id: one derived from a text can be as long as the text.
  static func quoted(_ id: String) -> String {
    let scalars = id.unicodeScalars
    let start = String(String.UnicodeScalarView(scalars.prefix(60)))
    return "“\(start)\(scalars.dropFirst(60).isEmpty ? "" : "…")”"
  }
}
