/// The help pages of what looks after sources, keys and settings.
extension HelpWording {
  /// connect, sources, disconnect, sync, diff, versions, rollback.
  static let sources: [(String, String)] = [
    (
      "Connects a knowledge base file that every desk follows, and syncs it once.",
      "连接一个话术文件，所有话术台都跟随它，并立即同步一次。"
    ),
    (
      "SOURCE is a path, also on a network folder; an http or https address; or a file in "
        + "a git repository. A token for a server is read from PHRASEDESK_TOKEN_NAME or from "
        + "the file tokens/NAME beside the settings (mode 0600), never from the command line.",
      "来源可以是路径（包括网络文件夹）、http 或 https 网址，或 git 仓库中的文件。服务器的令牌从变量 PHRASEDESK_TOKEN_名称 或设"
        + "置旁的文件 tokens/名称（权限 0600）读取，从不写在命令行上。"
    ),
    ("What to call it; without, the file's name.", "来源的名称；不写则用文件名。"),
    (
      "company or department: whose phrases these are.",
      "company（公司）或 department（部门）：这些话术属于谁。"
    ),
    (
      "Let plain http go to other than private addresses.",
      "允许用 http 访问内网以外的地址。"
    ),
    ("Only show what is there.", "只显示其中的内容。"),
    (
      "A path, an address of the web, or a file in a git repository.",
      "路径、网址或 git 仓库中的文件。"
    ),
    (
      "Lists what is connected, in the order of the phrases, and how things stand with "
        + "it.",
      "按话术的顺序列出已连接的来源及其状况。"
    ),
    (
      "Put this source's phrases before the others' first.",
      "先把该来源的话术排到其他来源之前。"
    ),
    ("Forgets a source, its phrases and its versions.", "删除一个来源及其话术和版本。"),
    (
      "Personal phrases stay, and so does what is known of what was sent.",
      "个人话术和发送记录会保留。"
    ),
    (
      "The source's name, as phrasedesk sources lists it.",
      "来源的名称，见 phrasedesk sources。"
    ),
    (
      "Fetches every source, or one, and takes over what is new.",
      "获取所有来源或其中一个，并采用新内容。"
    ),
    (
      "A file that cannot be fetched or read changes nothing. A version that is empty, "
        + "damaged, in another encoding, or that lacks or replaces more than a fifth of a "
        + "department's phrases, codes or placeholders (and more than five), waits for --accept. "
        + "What is said of how a file is read is kept with the one source that is named.",
      "无法获取或读取的文件不改变任何内容。空的、损坏的、换了编码的版本，或某部门五分之一以上（且超过五条）的话术、快捷编码或占位符"
        + "缺失或被换掉的版本，要等 --accept 才采用。关于如何读取文件的选项会保存在所指定的那一个来源中。"
    ),
    ("Let the version of this source in that waits.", "采用该来源待确认的版本。"),
    (
      "Let this source follow its file again after a rollback.",
      "回退之后，让该来源重新跟随其文件。"
    ),
    ("The sources to sync; without, all of them.", "要同步的来源；不写则为全部。"),
    (
      "Shows what changed between two versions, or two files.",
      "显示两个版本或两个文件之间的变化。"
    ),
    (
      "In texts, [-what went-] and {+what came+} are shown word by word. Without versions "
        + "it compares what waits with what is in use, or else the newest version with the "
        + "one before.",
      "内容中逐词显示 [-删去的-] 和 {+新增的+}。不写版本时，把待确认的版本与使用中的比较，否则把最新版本与前一个比较。"
    ),
    ("0 there is a difference   1 there is none", "0 有差异   1 没有差异"),
    (
      "A source, and up to two of its versions; or two files.",
      "一个来源和至多两个版本；或两个文件。"
    ),
    (
      "Lists the versions of a source, the newest first.",
      "列出一个来源的版本，最新的在前。"
    ),
    ("Brings the phrases of an older version back.", "恢复旧版本的话术。"),
    (
      "The source stays there, whatever its file says, until phrasedesk sync --resume "
        + "SOURCE.",
      "来源会停在那里，不管文件怎样变，直到 phrasedesk sync --resume 来源。"
    ),
    ("The source; not needed where there is only one.", "来源；只有一个时不必写。"),
    ("The source's name.", "来源的名称。"),
    (
      "The version, as phrasedesk versions lists it: 35, r12 for a release, or a hash.",
      "版本，见 phrasedesk versions：35、r12（发布）或哈希。"
    ),
    ("Only show what would change.", "只显示将有的变化。"),
    ("The list, as every desk is to have it.", "要让所有话术台使用的话术文件。"),
    (
      "A connected source's name, a path, or a file in a git repository.",
      "已连接来源的名称、路径，或 git 仓库中的文件。"
    ),
  ]

  /// focus, integrate, settings, data, doctor.
  static let machine: [(String, String)] = [
    (
      "Brings the running desk to the front, in its search box. Bind Alt+Z to it.",
      "把运行中的话术台切到前面，光标在搜索框。请把 Alt+Z 绑定到它。"
    ),
    (
      "In tmux a desk is opened beside the pane where none runs. phrasedesk integrate "
        + "prints the lines that bind Alt+Z to it, in tmux and on the desktop.",
      "在 tmux 中，如果没有运行中的话术台，就在窗格旁打开一个。phrasedesk integrate 会打印在 tmux 和桌面上绑定 Alt+Z 的内容"
        + "。"
    ),
    (
      "The tmux pane that the key was pressed in; without it, the one this runs in.",
      "按键时所在的 tmux 窗格；不写则为本命令所在的窗格。"
    ),
    (
      "Prints the lines that bind Alt+Z to phrasedesk focus: tmux, x11, i3, sway, gnome, "
        + "kde.",
      "打印把 Alt+Z 绑定到 phrasedesk focus 的内容：tmux、x11、i3、sway、gnome、kde。"
    ),
    (
      "For tmux, i3 and sway --install writes them into a file of phrasedesk's own, which "
        + "your configuration then includes; --remove takes both back.",
      "对于 tmux、i3 和 sway，--install 把它们写入 phrasedesk 自己的文件并由您的配置引用；--remove 把两者都撤回。"
    ),
    ("What holds your keys.", "管理按键的程序。"),
    (
      "Write them where the program reads them (tmux, i3, sway).",
      "写入该程序读取的位置（tmux、i3、sway）。"
    ),
    ("Take them back from there.", "从那里撤回。"),
    (
      "Prints a configuration file to begin your own from.",
      "打印一份可作为起点的配置文件。"
    ),
    (
      "Every setting is explained in it and left at its default, behind a number sign. "
        + "Your own file is ~/.config/phrasedesk/config.toml; one in /etc/xdg/phrasedesk "
        + "holds for everybody on this machine, and yours goes before it.",
      "其中说明了每项设置，默认值写在井号之后。您自己的文件是 ~/.config/phrasedesk/config.toml；/etc/xdg/phrasede"
        + "sk 中的文件对本机所有人有效，以您的为先。"
    ),
    (
      "Shows or erases what is kept of your work: what was sent when, searches, reports.",
      "显示或清除您的工作记录：何时发送了什么、搜索和反馈。"
    ),
    (
      "Kept on this machine only, for the ranking: for each send the phrase's id, the "
        + "time, the way, keys and seconds, never the text; after 90 days one sum a phrase "
        + "and day. And the queries that ended with nothing sent, never a pasted message; what you "
        + "reported; and the values that fill placeholders from now on.",
      "只保存在本机，用于排序：每次发送的话术编号、时间、方式、按键数和秒数，从不保存内容；90 天后按话术和日期汇总。还有没有发送任何内容的查询，但从不保存粘贴的"
        + "消息；您的反馈；以及固定填入占位符的内容。"
    ),
    ("Prints all of it as one JSON document.", "把全部记录打印为一个 JSON 文档。"),
    (
      "Erases all of it, also from the copies; the ranking begins anew.",
      "清除全部记录，包括副本中的；排序重新开始。"
    ),
    (
      "Says what was found: terminal, locale, clipboard, store, sources, settings; and "
        + "what to do.",
      "报告终端、语言环境、剪贴板、话术库、来源和设置的状况，以及该怎么办。"
    ),
    (
      "Nothing is changed and nothing copied. With --json it is one document for a "
        + "support ticket, without the text of any phrase and with ~ for your home folder.",
      "不做任何更改，也不复制任何内容。加 --json 可得到一个用于求助的文档，其中没有话术内容，主文件夹写作 ~。"
    ),
  ]
}
