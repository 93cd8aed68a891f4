import Clipboard
import Desk
import Phrases
import Terminal

extension SessionError {
  /// What happened and what to do.
  public func sentence(_ language: Language) -> String {
    switch (self, language) {
    case (.opening(let error), _): error.sentence(language)
    case (.terminal(let error), _): error.sentence(language)
    case (.notSent(let delivered?), _): Notice.delivered(delivered).sentence(language)
    case (.notSent(nil), .english):
      "The last phrase may not have gone out, nothing was heard of it in time: look at the clipboard."
    case (.notSent(nil), .chinese): "最后一条可能没有发出，没有及时收到结果：请检查剪贴板。"
    case (.noDescriptors, .english):
      "The system allows no more open files: close other programs, or raise the limit (ulimit -n)."
    case (.noDescriptors, .chinese): "系统不允许再打开文件：请关闭其他程序，或提高上限 (ulimit -n)。"
    }
  }
}

extension Failure {
  /// Why this way did not take the text, as the end of a sentence.
  public func phrase(_ language: Language) -> String {
    "\(way.rawValue) \(language == .english ? english : chinese)"
  }

  private var english: String {
    switch reason {
    case .notInstalled: "is not installed"
    case .notStarted(let errno): "could not be started (error \(errno))"
    case .exited(let status): "failed (exit code \(status))"
    case .killed(let signal): "was ended by signal \(signal)"
    case .overran(let limit): "gave no answer in \(limit.inSeconds) s"
    case .leftTextUnread: "did not read the text"
    case .holdsAnotherText: "holds another text"
    case .noTimeLeft: "was not tried, the time was up"
    case .droppedByTmux: "is dropped by tmux (set-clipboard is not on)"
    case .tooLong(let bytes, let limit): "takes \(limit) bytes, and the text has \(bytes)"
    case .emptyText: "got an empty text"
    case .noTerminal: "found no terminal to write to"
    }
  }

  private var chinese: String {
    switch reason {
    case .notInstalled: "未安装"
    case .notStarted(let errno): "无法启动（错误 \(errno)）"
    case .exited(let status): "失败（退出码 \(status)）"
    case .killed(let signal): "被信号 \(signal) 结束"
    case .overran(let limit): "在 \(limit.inSeconds) 秒内没有响应"
    case .leftTextUnread: "没有读取内容"
    case .holdsAnotherText: "里是别的内容"
    case .noTimeLeft: "未尝试，时间已用完"
    case .droppedByTmux: "会被 tmux 丢弃（set-clipboard 不是 on）"
    case .tooLong(let bytes, let limit): "最多 \(limit) 字节，而内容有 \(bytes) 字节"
    case .emptyText: "收到空内容"
    case .noTerminal: "没有可写的终端"
    }
  }
}

extension Duration {
  /// With one digit behind the point: `1.5`.
  fileprivate var inSeconds: String {
    let tenths = Int(self / .milliseconds(100))
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension TerminalError {
  /// What happened and what to do.
  public func sentence(_ language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  private var english: String {
    switch self {
    case .noTerminal:
      "There is no terminal to draw on: run phrasedesk in one, or use phrasedesk --plain or search."
    case .unsuitableType(let name):
      "The terminal type \(name ?? "(TERM is not set)") cannot show the desk: try TERM=xterm-256color, or phrasedesk --plain, which draws nothing."
    case .unknownType(let name):
      "Nothing is known of the terminal type \(name): try TERM=xterm-256color, or install ncurses-term."
    case .noUTF8Locale:
      "Neither your locale nor C.UTF-8 is installed, so no 汉字 could be drawn: install one (package locales)."
    case .system(let call, let errno):
      "The terminal could not be set up (\(call), error \(errno)): try another terminal."
    }
  }

  private var chinese: String {
    switch self {
    case .noTerminal: "没有可用的终端：请在终端中运行 phrasedesk，或使用 phrasedesk --plain 或 search。"
    case .unsuitableType(let name):
      "终端类型 \(name ?? "（TERM 未设置）") 无法显示界面：请试试 TERM=xterm-256color，或用不需要绘制的 phrasedesk --plain。"
    case .unknownType(let name):
      "没有终端类型 \(name) 的描述：请试试 TERM=xterm-256color，或安装 ncurses-term。"
    case .noUTF8Locale: "没有安装 UTF-8 语言环境，无法显示汉字：请安装（locales 软件包）。"
    case .system(let call, let errno): "终端无法初始化（\(call)，错误 \(errno)）：请换一个终端。"
    }
  }
}

/// What is said of sources while the desk is open.
enum SyncSentence: CaseIterable {
  case heldCannotBeRead

  func sentence(_ language: Language) -> String {
    switch (self, language) {
    case (.heldCannotBeRead, .english):
      "The version that waits cannot be read any more; sync again with R."
    case (.heldCannotBeRead, .chinese): "等待确认的版本已无法读取；请按 R 重新同步。"
    }
  }
}
