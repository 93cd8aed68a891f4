/// The help pages of one's own phrases, of reports, and of what is kept.
extension HelpWording {
  /// mine, feedback, data.
  static let mine: [(String, String)] = [
    (
      "Your own phrases, for scripts: lists, writes, changes and throws them away.",
      "供脚本使用的个人话术命令：列出、新建、修改和删除。"
    ),
    (
      "What a desk does with Alt+N, Alt+E and Del. Open desks show a change within seconds.",
      "与话术台中的 Alt+N、Alt+E 和 Del 相同。已打开的话术台几秒内就会显示变化。"
    ),
    ("Lists your own phrases, or what is in the bin.", "列出个人话术或回收站中的内容。"),
    (
      "What was thrown away in the last 30 days, the last first.",
      "最近 30 天删除的话术，最近的在前。"
    ),
    ("Writes a phrase of your own, and prints its id.", "新建一条个人话术，并打印其编号。"),
    (
      "What it is called; otherwise a new one gets the first words of its text.",
      "标题；新建时不写则取内容的开头。"
    ),
    (
      "What is sent, with {{placeholders}}; - is standard input, which a new one is read from without it.",
      "发送的内容，可含 {{占位符}}；- 为标准输入，新建时不写也从标准输入读取。"
    ),
    ("Its category.", "一级分类。"),
    ("Its subcategory.", "二级分类。"),
    (
      "The short code that puts it first when it is typed exactly.",
      "快捷编码，完整输入时排在最前。"
    ),
    ("Words that it is found by, separated by commas.", "关键词，用逗号分隔。"),
    ("The phrase of yours that it is to stand behind.", "排在哪一条个人话术之后。"),
    (
      "Changes a phrase of your own; what is not named stays.",
      "修改一条个人话术；没有写到的保持不变。"
    ),
    ("Its id, as phrasedesk mine list prints it.", "编号，见 phrasedesk mine list。"),
    (
      "Puts a phrase of your own into the bin, for 30 days.",
      "把一条个人话术移到回收站，保留 30 天。"
    ),
    ("Takes a phrase of your own out of the bin.", "从回收站恢复一条个人话术。"),
    (
      "Its id, as phrasedesk mine list --bin prints it.",
      "编号，见 phrasedesk mine list --bin。"
    ),
    (
      "See 'phrasedesk help mine <subcommand>' for detailed help.",
      "详细帮助：phrasedesk help mine <子命令>"
    ),
    (
      "What you reported of phrases (Alt+F), for those who keep the list.",
      "您对话术的反馈（Alt+F），供维护话术的人使用。"
    ),
    ("Writes every report: CSV, or one JSON document.", "写出全部反馈：CSV 或一个 JSON 文档。"),
    (
      "In CSV a cell that a spreadsheet would run as a formula begins with '. A file that exists is "
        + "replaced only with --force.",
      "CSV 中会被电子表格当作公式的单元格以 ' 开头。已有的文件只有加 --force 才会覆盖。"
    ),
    (
      "See 'phrasedesk help feedback <subcommand>' for detailed help.",
      "详细帮助：phrasedesk help feedback <子命令>"
    ),
    (
      "Prints today, for the handover: what was sent, searched in vain, and reported.",
      "打印当天情况，用于交班：发送了什么、哪些没搜到、有哪些反馈。"
    ),
    (
      "Shows how much you sent, with how many keys, and what a code would save.",
      "显示发送了多少、用了多少按键，以及设快捷编码能省多少。"
    ),
    (
      "Of the last eight weeks. It is kept on this machine only, and not at all with usage.keep = false "
        + "in the settings.",
      "最近八周的数据。只保存在本机；在设置中写 usage.keep = false 则完全不记录。"
    ),
    (
      "On a terminal it asks about the values that are filled in from now on.",
      "在终端中会询问是否清除固定填入的内容。"
    ),
    (
      "Leave the values that are filled in from now on.",
      "保留固定填入的内容。"
    ),
  ]
}
