import Phrases

/// What the commands say about chats, desks and key bindings.
enum ChatSentence {
  case badDestination(String)
  case badPane(String)
  case noDesk
  /// Each with the desk's process.
  case deskSuspended(Int32)
  case deskSilent(Int32)
  case deskNotShown
  case deskNotOpened
  /// A file was written, or a line added to one.
  case wrote(String)
  case included(String)
  case alreadyIncluded(String)
  case removed(String)
  case takenBack(String)
  case nothingToRemove(String)
  /// The window manager's own file is not there, and a new one would replace its defaults.
  case noConfiguration(program: String, path: String)
  case cannotInstall(String)
  /// The folder for settings has a name that those programs would not read as it is.
  case oddPath(String)
  case installAndRemove
  case noHome
  case reload(String)

  func sentence(_ language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  private var english: String {
    switch self {
    case .badDestination(let text):
      "There is no place \"\(text)\": clipboard, pane, pane:%ID, window or command."
    case .badPane(let text): "\"\(text)\" is no pane: tmux names them like %5."
    case .noDesk: "No desk is running: start phrasedesk first."
    case .deskSuspended(let process):
      "The desk (process \(process)) is suspended: fg in its shell brings it back, or kill -CONT"
        + " \(process) where it was stopped from outside."
    case .deskSilent(let process):
      "The desk (process \(process)) gives no answer: look at its terminal."
    case .deskNotShown:
      "The desk was called, but its window could not be brought to the front (phrasedesk doctor)."
    case .deskNotOpened: "tmux could not open a desk beside this pane: make the pane wider."
    case .wrote(let path): "Wrote \(path)."
    case .included(let path): "Added a line to \(path) that includes it."
    case .alreadyIncluded(let path): "\(path) includes it already."
    case .removed(let path): "Removed \(path)."
    case .takenBack(let path): "Took the line out of \(path) again."
    case .nothingToRemove(let program): "Nothing of phrasedesk stands in the files of \(program)."
    case .noConfiguration(let program, let path):
      "\(path): \(program) has no file of yours yet; make one first, or its defaults would be lost."
    case .cannotInstall(let program):
      "\(program) keeps its keys in a database: run the printed commands yourself."
    case .oddPath(let path):
      "\(path): tmux, i3 and sway would misread this name; add the printed lines yourself."
    case .installAndRemove: "Either --install or --remove."
    case .noHome: "HOME is not set: set it, or add the printed lines yourself."
    case .reload(let command): "It holds from the next start on, or at once after: \(command)"
    }
  }

  private var chinese: String {
    switch self {
    case .badDestination(let text):
      "没有“\(text)”这个去处：可用 clipboard、pane、pane:%ID、window 或 command。"
    case .badPane(let text): "“\(text)”不是窗格：tmux 的窗格形如 %5。"
    case .noDesk: "没有运行中的话术台：请先启动 phrasedesk。"
    case .deskSuspended(let process):
      "话术台（进程 \(process)）已挂起：在它的 shell 中输入 fg 即可恢复；若是从外部暂停的，请运行 kill -CONT \(process)。"
    case .deskSilent(let process): "话术台（进程 \(process)）没有响应：请查看它的终端。"
    case .deskNotShown: "已呼叫话术台，但无法把它的窗口切到前面（见 phrasedesk doctor）。"
    case .deskNotOpened: "tmux 无法在此窗格旁打开话术台：请把窗格放宽。"
    case .wrote(let path): "已写入 \(path)。"
    case .included(let path): "已在 \(path) 中加入一行引用它。"
    case .alreadyIncluded(let path): "\(path) 已经引用了它。"
    case .removed(let path): "已删除 \(path)。"
    case .takenBack(let path): "已从 \(path) 中去掉那一行。"
    case .nothingToRemove(let program): "\(program) 的文件中没有 phrasedesk 的内容。"
    case .noConfiguration(let program, let path):
      "\(path)：\(program) 还没有您自己的配置文件；请先创建，否则会丢失其默认设置。"
    case .cannotInstall(let program): "\(program) 的按键存放在数据库中：请自行运行上面的命令。"
    case .oddPath(let path): "\(path)：tmux、i3 和 sway 会误读这个路径；请自行加入上面的内容。"
    case .installAndRemove: "--install 与 --remove 只能用一个。"
    case .noHome: "HOME 未设置：请设置 HOME，或自行加入上面的内容。"
    case .reload(let command): "下次启动后生效，或立即运行：\(command)"
    }
  }
}
