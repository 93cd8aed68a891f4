/// The help pages in Chinese, by the English sentences that stand with the commands.
///
/// Each key is a sentence as the parser prints it, on one line; `Every help page is Chinese` of the tests
/// fails for a sentence that has no line here.
enum HelpWording {
  static let usage = "用法："

  /// A line of an English page; what is no sentence in it stays.
  static func chinese(_ line: String) -> String {
    for (english, chinese) in headings where line.hasPrefix(english) {
      return chinese + self.chinese(String(line.dropFirst(english.count)))
    }
    guard let (english, chinese) = sentences.first(where: { line.contains($0.0) }) else {
      return line
    }
    let parts = line.split(separator: english, maxSplits: 1, omittingEmptySubsequences: false)
    return parts[0] + chinese
      + parts[1].replacing("(default: ", with: "（默认：")
      .replacing(/\)$/, with: "）")
  }

  /// What the parser puts before ours, and what stands above examples.
  private static let headings = [
    ("OVERVIEW: ", ""), ("USAGE: ", usage), ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："),
    ("SUBCOMMANDS:", "子命令："), ("EXAMPLES", "示例"), ("EXIT CODES", "退出码"), ("FILES", "文件"),
  ]

  /// The longest first, since one may be part of another.
  private static let sentences = table.sorted { $0.0.utf8.count > $1.0.utf8.count }

  private static let table: [(String, String)] =
    desk + common + phrases + mine + sources + publishing + machine

  /// The program itself, the desk, and the parser's own sentences.
  private static let desk: [(String, String)] = [
    (
      "Asks for what a desk needs once: language, list, department, your name, where Enter sends, Alt+Z.",
      "首次设置：语言、话术表、部门、姓名、发送位置和 Alt+Z。"
    ),
    (
      "Enter skips a question. It can be asked again whenever you like, in the desk by Ctrl+P.",
      "按 Enter 跳过任何一项；以后随时可以再设置，在话术台中按 Ctrl+P。"
    ),
    ("language, list, your name, where Enter sends", "语言、话术表、姓名和发送位置"),
    (
      "Find the right canned reply in three keystrokes, and send it.",
      "三次按键找到合适的话术并发送。"
    ),
    (
      "Without a command it opens the desk: type a few letters (fh finds 发货), read the "
        + "preview, press Enter, and the phrase is on the clipboard. F1 in the desk shows "
        + "every key.",
      "不带命令时打开话术台：输入几个字母（fh 可找到 发货），看一眼预览，按 Enter，话术就在剪贴板上。在话术台中按 F1 查看所有按键。"
    ),
    ("the desk, on your phrases or the starter's", "话术台，用您的话术或内置话术"),
    ("the desk, on a file", "话术台，用一个文件"),
    ("the desk in lines, for screen readers", "逐行对话的话术台，适合读屏软件"),
    ("the same search in the shell", "在 shell 中做同样的搜索"),
    ("phrases that answer a customer's message", "能回复客户消息的话术"),
    ("follows a knowledge base file", "跟随一个话术文件"),
    ("makes the phrases of a file yours", "把文件中的话术收为己有"),
    ("a list to begin your own from", "可作为起点的话术表"),
    (
      "0 done   1 found nothing, or the check found errors   2 wrong use   3 bad input "
        + "file",
      "0 完成   1 没有找到，或检查发现错误   2 用法不对   3 输入文件有误"
    ),
    (
      "4 a source could not be reached   5 the store could not be used",
      "4 来源无法访问   5 话术库无法使用"
    ),
    ("6 nothing could take the phrase", "6 没有东西能接收话术"),
    ("settings ($XDG_CONFIG_HOME)", "设置 ($XDG_CONFIG_HOME)"),
    (
      "settings for everybody here ($XDG_CONFIG_DIRS)",
      "本机所有人的设置 ($XDG_CONFIG_DIRS)"
    ),
    ("your phrases ($XDG_DATA_HOME)", "您的话术 ($XDG_DATA_HOME)"),
    ("crash reports ($XDG_STATE_HOME)", "崩溃报告 ($XDG_STATE_HOME)"),
    ("Show the version.", "显示版本。"),
    ("Show help information.", "显示帮助。"),
    ("Show subcommand help information.", "显示子命令的帮助。"),
    (
      "See 'phrasedesk help <subcommand>' for detailed help.",
      "详细帮助：phrasedesk help <子命令>"
    ),
    (
      "See 'phrasedesk help data <subcommand>' for detailed help.",
      "详细帮助：phrasedesk help data <子命令>"
    ),
    (
      "Opens the desk. This is what phrasedesk does without a command.",
      "打开话术台。不带命令的 phrasedesk 就是如此。"
    ),
    (
      "Type to search, Up and Down to choose, Enter to send; Alt+Z comes back to the "
        + "search box from anywhere. F1 shows every key, Ctrl+P every action.",
      "输入即搜索，上下键选择，Enter 发送；在任何地方按 Alt+Z 回到搜索框。F1 显示所有按键，Ctrl+P 显示所有操作。"
    ),
    (
      "Opens the desk and writes the chosen phrase to standard output.",
      "打开话术台，把选中的话术写到标准输出。"
    ),
    (
      "The desk draws on the terminal itself, so the output is the phrase alone, without "
        + "a line break behind it. Ctrl+C or Ctrl+Q picks nothing: exit code 1.",
      "话术台直接绘制在终端上，因此输出只有话术本身，末尾没有换行。按 Ctrl+C 或 Ctrl+Q 表示不选：退出码为 1。"
    ),
  ]

  /// Options of several commands.
  private static let common: [(String, String)] = [
    (
      "A list (CSV, JSON, a workbook, another tool's file), or the address of one, to use this once "
        + "instead of your own phrases.",
      "话术文件（CSV、JSON、工作簿或其他工具的文件）或其网址，仅这一次代替您的话术。"
    ),
    (
      "Only the phrases of this department, and those for everybody.",
      "只用该部门的和所有人的话术。"
    ),
    (
      "What else is a placeholder in the file: "
        + "square,lenticular,brace,dollar,hash,percent,double-square for [x], 【x】, {x}, ${x}, #{x}, "
        + "%x%, [[x]].",
      "文件中还有哪些是占位符：square、lenticular、brace、dollar、hash、percent、double-square，"
        + "依次为 [x]、【x】、{x}、${x}、#{x}、%x%、[[x]]。"
    ),
    (
      "Which header of the file is which column: title=subject,text=answer; "
        + "where it has none, which number: title=1,text=2.",
      "文件的表头各是哪一列：title=subject,text=answer；没有表头时写列号：title=1,text=2。"
    ),
    (
      "Which kind of file it is, or which tool's: csv, json, xlsx, yaml, markdown, text, html, "
        + "espanso, textexpander, zendesk, chatwoot …",
      "文件的种类，或来自哪个工具：csv、json、xlsx、yaml、markdown、text、html、espanso、textexpander、"
        + "zendesk、chatwoot……"
    ),
    (
      "The one sheet of a workbook to read.",
      "只读取工作簿中的这一个工作表。"
    ),
    (
      "Columns in which an empty cell says what the one above it says: category.",
      "这些列的空单元格沿用上一行的内容，例如 category。"
    ),
    (
      "What becomes of HTML in texts: plain (text without tags) or keep.",
      "话术中的 HTML：plain 去掉标签，keep 原样保留。"
    ),
    (
      "What the file is in, where it does not say so itself: gbk, big5, sjis, cp949, latin1.",
      "文件的编码（文件自身没有标明时）：gbk、big5、sjis、cp949、latin1。"
    ),
    (
      "Where the phrase goes: clipboard, pane (the tmux pane you come from), pane:%ID, "
        + "window (the window you come from) or command (send.command of the settings).",
      "话术的去处：clipboard、pane（您来自的 tmux 窗格）、pane:%ID、window（您来自的窗口）或 command（设置中的 send."
        + "command）。"
    ),
    (
      "The list: CSV, JSON, a workbook or another tool's file; - is standard input.",
      "话术文件：CSV、JSON、工作簿或其他工具的文件；- 为标准输入。"
    ),
    (
      "Talk in lines instead of drawing, for screen readers, bad links and any terminal; "
        + "? explains.",
      "不绘制界面，逐行对话，适合读屏软件、网络不佳和任何终端；输入 ? 查看说明。"
    ),
    ("What to look for.", "要搜索的内容。"),
    (
      "Print one JSON document; ranges count Unicode scalars, the end excluded.",
      "输出一个 JSON 文档；范围按 Unicode 标量计，不含末尾。"
    ),
    ("Print one JSON document.", "输出一个 JSON 文档。"),
    ("One JSON document instead of sentences.", "输出一个 JSON 文档，而不是语句。"),
    ("One JSON document instead of lines.", "输出一个 JSON 文档，而不是逐行显示。"),
  ]

  /// search, suggest, send, check, export, import.
  private static let phrases: [(String, String)] = [
    (
      "Answer every line of this file (- is standard input) with one JSON document a line; a "
        + "message with line breaks is a JSON string.",
      "逐行读取此文件中的消息（- 为标准输入），每条输出一行 JSON；含换行的消息写成 JSON 字符串。"
    ),
    (
      "Prints the phrases that a query finds, the best first.",
      "打印搜索到的话术，最合适的在前。"
    ),
    (
      "Every word of the query has to match the title, text, keywords, code or category: "
        + "汉字, full pinyin (tuikuan), initials (tk), or a mixture. Options stand before the "
        + "query; a query that begins with a dash stands after --.",
      "查询的每个词都要与标题、内容、关键词、代码或分类相符：汉字、全拼 (tuikuan)、首字母 (tk) 或混合。选项写在查询之前；以短横开头的查询写在 --"
        + " 之后。"
    ),
    ("one JSON document a line", "每行一个 JSON 文档"),
    ("How many hits to print.", "最多打印多少条结果。"),
    (
      "Say of each hit which pass found it, where, and what its score is made of.",
      "说明每条结果由哪一轮找到、在何处，以及得分的构成。"
    ),
    (
      "Answer every line of this file (- is standard input) with one JSON document a "
        + "line.",
      "对该文件（- 为标准输入）的每一行，用一行 JSON 文档回答。"
    ),
    (
      "Prints the phrases that answer a customer's message, the best first.",
      "打印能回复客户消息的话术，最合适的在前。"
    ),
    (
      "The message is read from standard input, as the customer wrote it: any length, "
        + "with greetings and all. It is compared by the words it shares with titles, "
        + "keywords and texts, and is not stored anywhere.",
      "从标准输入读取客户的原话：长短不限，问候语也无妨。按它与标题、关键词和内容共有的词来比较，不会保存在任何地方。"
    ),
    ("How many phrases to print.", "最多打印多少条话术。"),
    (
      "Sends the best hit of a query, without the desk.",
      "不打开话术台，直接发送最合适的一条。"
    ),
    (
      "What is not filled in, looks so, or has expired is refused, exit code 2, so that a "
        + "script never sends half a phrase. Options stand before the query.",
      "没有填写完整、看似未填写或已过期的会被拒绝，退出码为 2，这样脚本不会发出半条话术。选项写在查询之前。"
    ),
    (
      "The phrase itself: SOURCE/ID, or its id alone where only one phrase has it.",
      "话术本身：来源/编号；编号唯一时只写编号。"
    ),
    (
      "Copy the phrase's file instead of its text; with --print, write where it is.",
      "复制话术的文件而不是内容；加 --print 则写出文件位置。"
    ),
    ("Write where the phrase's file is instead of its text.", "写出话术的文件位置，而不是内容。"),
    ("Say only what an agent needs.", "只说话术员需要知道的。"),
    ("Fills in a placeholder; may be repeated.", "填写一个占位符；可重复使用。"),
    (
      "Write the phrase to standard output instead of sending it.",
      "把话术写到标准输出，而不发送。"
    ),
    ("Send a phrase although it is not valid today.", "即使话术今天无效也发送。"),
    (
      "Send a phrase although it looks unfilled, as with [order number] in it.",
      "即使话术看似未填写（例如含有 [订单号]）也原样发送。"
    ),
    (
      "Checks a knowledge base file: every finding with its row, phrase and column.",
      "检查话术文件：列出每个问题及其所在的行、话术和列。"
    ),
    (
      "FILE is a file, an address, or the name of a connected source. --fix writes another file with what "
        + "is mechanical put right: spaces at the ends of texts, full-width braces, line breaks spelt out, "
        + "markup, dates, rows that stand twice.",
      "FILE 可以是文件、网址或已连接来源的名称。--fix 另写一个文件，更正可自动处理的问题：话术首尾的空格、全角花括号、"
        + "写成字符的换行、HTML 标签、日期格式、重复的行。"
    ),
    (
      "Write the file with what is mechanical put right.",
      "写出已自动更正的文件。"
    ),
    (
      "Exit code 0 when the file can be used, 1 when it has errors.",
      "文件可用时退出码为 0，有错误时为 1。"
    ),
    (
      "Writes phrases to a file: CSV, JSON or a workbook, by the file's name or --format.",
      "把话术写入文件：CSV、JSON 或工作簿，由文件名或 --format 决定。"
    ),
    (
      "Writes any list that can be read as CSV, JSON or a workbook.",
      "把任何可读取的话术列表写成 CSV、JSON 或工作簿。"
    ),
    (
      "What is read is told by its content: CSV, JSON of any shape, workbooks, YAML, Markdown, web tables, "
        + "and the files of other tools. What cannot be carried over is said. A file that exists is replaced "
        + "only with --force.",
      "读取的种类由内容判断：CSV、任何形状的 JSON、工作簿、YAML、Markdown、网页表格，以及其他工具的文件。无法带过来的内容会说明。"
        + "已存在的文件只有用 --force 才会替换。"
    ),
    (
      "csv, tsv, json or xlsx; otherwise the name of what is written decides.",
      "csv、tsv、json 或 xlsx；不写则由输出文件名决定。"
    ),
    (
      "Only show what would be written.",
      "只显示将写入的内容。"
    ),
    (
      "Without an option it writes your own phrases. A file that exists is replaced only "
        + "with --force. In CSV a cell that a spreadsheet would run as a formula begins with ', "
        + "which phrasedesk drops again.",
      "不带选项时写出您自己的话术。已有的文件只有加 --force 才会覆盖。CSV 中会被电子表格当作公式的单元格以 ' 开头，phrasedesk 读取时会去掉它。"
    ),
    ("The built-in starter knowledge base.", "内置的话术。"),
    (
      "csv, tsv, json or xlsx; otherwise the file's name decides, and csv for any other.",
      "csv、tsv、json 或 xlsx；不写则由文件名决定，其余为 csv。"
    ),
    ("The phrases of this connected source.", "该来源的话术。"),
    (
      "Write cells as they are, also those that a spreadsheet would run.",
      "单元格原样写出，包括会被电子表格当作公式的。"
    ),
    (
      "Leave out the mark by which Excel knows UTF-8 (byte order mark).",
      "不写 Excel 用来识别 UTF-8 的标记 (BOM)。"
    ),
    ("Replace a file that exists.", "覆盖已有的文件。"),
    ("Where to; - is standard output.", "写到哪里；- 为标准输出。"),
    (
      "Makes the phrases of a file yours: they are kept in the personal level.",
      "把文件中的话术收为己有：保存在个人一级。"
    ),
    (
      "Safe to repeat: what is there already is changed where the file differs, and "
        + "nothing is removed. A file with an error is refused as a whole, and changes "
        + "nothing. Without ids a phrase is known by where it stands and its title or its text.",
      "可以重复执行：已有的话术只在文件不同时更改，不会删除任何内容。有错误的文件整个拒绝，不做任何更改。没有编号的话术按所在分类以及标题或内容识别。"
    ),
  ]
}
