import Phrases
import TOML
import Trust

extension SettingsProblem {
  /// What is wrong, where, and what to do, in one sentence.
  public func sentence(_ language: Language) -> String {
    let place =
      switch (position, language) {
      case (nil, .english): "\(file): "
      case (nil, .chinese): "\(file)："
      case (let position?, .english): "\(file), line \(position.line), column \(position.column): "
      case (let position?, .chinese): "\(file) 第 \(position.line) 行第 \(position.column) 列："
      }
    return place + kind.clause(language)
  }
}

extension SettingsProblem.Kind {
  fileprivate func clause(_ language: Language) -> String {
    switch (self, language) {
    case (.unreadable(let fault), .english):
      "\(fault.clause(.english)), so its settings are not used."
    case (.unreadable(let fault), .chinese):
      "\(fault.clause(.chinese))，其中的设置未生效。"
    case (.malformed(let fault), .english):
      "\(fault.clause(.english)); until this is corrected nothing of this file is used."
    case (.malformed(let fault), .chinese):
      "\(fault.clause(.chinese))；改正之前，整个文件都不生效。"
    case (.unknown(let word, nil), .english):
      "there is no setting \"\(word)\"; remove the line, the settings are \(names(.english))."
    case (.unknown(let word, nil), .chinese):
      "没有名为“\(word)”的设置，请删除这一行；可用的设置有：\(names(.chinese))。"
    case (.unknown(let word, let key?), .english):
      "there is no setting \"\(word)\"; did you mean \"\(key.rawValue)\"?"
    case (.unknown(let word, let key?), .chinese):
      "没有名为“\(word)”的设置，您是不是想写“\(key.rawValue)”？"
    case (.unusable(let key, let used), .english):
      "\(key.rawValue) must be \(key.kind.clause(.english)); \(used) is used instead."
    case (.unusable(let key, let used), .chinese):
      "\(key.rawValue) 应为\(key.kind.clause(.chinese))；现使用 \(used)。"
    case (.locked(let key), .english):
      "\(key.rawValue) is set for everybody here by whoever runs the desks; remove the line."
    case (.locked(let key), .chinese):
      "\(key.rawValue) 由管理员统一设置，请删除这一行。"
    case (.notForOne(let key), .english):
      "\(key.rawValue) counts only in the settings for everybody here, as /etc/xdg/phrasedesk/config.toml; remove the line."
    case (.notForOne(let key), .chinese):
      "\(key.rawValue) 只在管理员的设置文件（如 /etc/xdg/phrasedesk/config.toml）中生效，请删除这一行。"
    case (.unusableEntry(let word), .english):
      "\(word) must be a text in quotation marks, of 1 to 500 characters, and in [patterns] a regular expression; the line is not used."
    case (.unusableEntry(let word), .chinese):
      "\(word) 应为引号中的文本，1 到 500 个字符，在 [patterns] 中还应是正则表达式；这一行未生效。"
    }
  }

  private func names(_ language: Language) -> String {
    SettingKey.allCases.map(\.rawValue).joined(separator: language == .english ? ", " : "、")
  }
}

extension FileFault {
  /// What there is to say where a choice cannot be kept for the next time.
  public func notRemembered(_ language: Language) -> String {
    switch language {
    case .english:
      "Chosen until the desk is closed; it cannot be kept: the folder for it cannot be written."
    case .chinese: "本次有效；无法记住这个选择：存放它的文件夹不可写。"
    }
  }

  fileprivate func clause(_ language: Language) -> String {
    switch (self, language) {
    case (.noPermission, .english): "you have no permission to read this file; ask its owner for it"
    case (.noPermission, .chinese): "没有读取该文件的权限，请向文件所有者申请"
    case (.notAFile, .english): "this is not a regular file; put a text file in its place"
    case (.notAFile, .chinese): "这不是普通文件，请换成文本文件"
    case (.distrusted(let flaw), _): flaw.clause(language)
    case (.tooLong, .english):
      "this file is longer than the \(ConfigFile.mostBytes) bytes allowed; shorten it"
    case (.tooLong, .chinese): "该文件超过了允许的 \(ConfigFile.mostBytes) 字节，请缩短"
    case (.system(let errno), .english): "the system could not read this file (error \(errno))"
    case (.system(let errno), .chinese): "系统无法读取该文件（错误 \(errno)）"
    }
  }
}

extension SettingKey.Kind {
  /// What a value has to be: the words of a choice, or the kind and its limits.
  func clause(_ language: Language) -> String {
    switch (self, language) {
    case (.choice(let words), .english):
      words.dropLast().map { "\"\($0)\"" }.joined(separator: ", ")
        + (words.last.map { " or \"\($0)\"" } ?? "")
    case (.choice(let words), .chinese): words.map { "\"\($0)\"" }.joined(separator: "、") + " 之一"
    case (.choiceOrNumber(let words, let range), _):
      words.map { "\"\($0)\"" }.joined(separator: ", ")
        + (language == .english ? " or " : " 或 ")
        + range.map(String.init).joined(separator: language == .english ? " or " : " 或 ")
    case (.selection(let words), .english):
      "\"all\", \"none\" or a list like [\"\(words.prefix(2).joined(separator: "\", \""))\"] of "
        + words.joined(separator: ", ")
    case (.selection(let words), .chinese):
      "“all”、“none”，或形如 [\"\(words.prefix(2).joined(separator: "\", \""))\"] 的列表，可选 "
        + words.joined(separator: "、")
    case (.texts, .english): "a list of texts in quotes, like [\"one\", \"two\"]"
    case (.texts, .chinese): "文本列表，如 [\"one\", \"two\"]"
    case (.truthOrAuto, .english): "true, false or \"auto\""
    case (.truthOrAuto, .chinese): " true、false 或 \"auto\""
    case (.truth, .english): "true or false"
    case (.truth, .chinese): " true 或 false"
    case (.text, .english): "a text in quotes"
    case (.text, .chinese): "带英文引号的文本"
    case (.number(let range), .english):
      "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case (.number(let range), .chinese): " \(range.lowerBound) 到 \(range.upperBound) 之间的整数"
    }
  }
}

extension SettingKey {
  /// One line that says what the setting does.
  func summary(_ language: Language) -> String {
    switch (self, language) {
    case (.language, .english): "The language of the program; \"auto\" follows LC_ALL and LANG."
    case (.language, .chinese): "程序的语言；“auto”表示跟随 LC_ALL 和 LANG。"
    case (.department, .english): "Your department: its phrases come before those of others."
    case (.department, .chinese): "您所在的部门：该部门的话术排在最前。"
    case (.borders, .english): "Use \"ascii\" where the lines between the panes look torn."
    case (.borders, .chinese): "窗格之间的线条显示错乱时，请改为“ascii”。"
    case (.ambiguousWidth, .english):
      "How many cells the terminal takes for “, …, × and the like; \"auto\" asks it."
    case (.ambiguousWidth, .chinese): "终端用几格显示“、…、× 等字符；“auto”表示询问终端。"
    case (.theme, .english):
      "The colours: the terminal's own, or colours with a background of their own."
    case (.theme, .chinese): "配色：终端默认，或自带背景的配色。"
    case (.mouse, .english):
      "Whether the desk takes clicks and the wheel; with Shift they are the terminal's in any case."
    case (.mouse, .chinese): "是否接受鼠标点击和滚轮；按住 Shift 时鼠标总归终端。"
    case (.clipboard, .english): "What a sent phrase is handed to first; \"auto\" finds the best."
    case (.clipboard, .chinese): "发送话术时首先使用的方式；“auto”表示自动选择。"
    case (.osc52Limit, .english): "The longest phrase, in bytes, that the terminal itself is given."
    case (.osc52Limit, .chinese): "交给终端复制的话术的最大长度（字节）。"
    case (.sendTo, .english): "Where Enter sends phrases to."
    case (.sendTo, .chinese): "按 Enter 后话术发送到哪里。"
    case (.sendCommand, .english):
      "The program that gets phrases on its standard input (send.to = \"command\")."
    case (.sendCommand, .chinese): "从标准输入接收话术的程序（send.to = “command”）。"
    case (.sendCommandSeconds, .english): "How long that program may take, in seconds."
    case (.sendCommandSeconds, .chinese): "该程序最多可运行多久，单位为秒。"
    case (.sendToolMilliseconds, .english):
      "How long xclip, tmux, xdotool and the like may each take, in milliseconds."
    case (.sendToolMilliseconds, .chinese): "xclip、tmux、xdotool 等工具每次最多可用多久，单位为毫秒。"
    case (.sendEnter, .english): "Whether Enter is pressed behind a phrase in a pane or window."
    case (.sendEnter, .chinese): "话术放入窗格或窗口后，是否再按 Enter。"
    case (.sendFocusBack, .english): "Whether a send leads back to where Alt+Z was pressed."
    case (.sendFocusBack, .chinese): "发送后是否回到按下 Alt+Z 的地方。"
    case (.sendBracketedPrograms, .english):
      "The programs in tmux that take a paste of several lines as one (bracketed paste)."
    case (.sendBracketedPrograms, .chinese): "tmux 中哪些程序把多行粘贴当作一次（bracketed paste）。"
    case (.sendShiftInsert, .english):
      "The classes of windows that paste with Shift+Insert instead of Ctrl+V: terminals."
    case (.sendShiftInsert, .chinese): "用 Shift+Insert 而不是 Ctrl+V 粘贴的窗口类别，即终端。"
    case (.filesFolders, .english): "The folders whose files Alt+L lists, such as [\"~/pictures\"]."
    case (.filesFolders, .chinese): "Alt+L 列出哪些文件夹中的文件，例如 [\"~/图片\"]。"
    case (.focusColumns, .english): "How wide a desk becomes that Alt+Z opens in tmux, in cells."
    case (.focusColumns, .chinese): "在 tmux 中按 Alt+Z 打开的话术台的宽度（列）。"
    case (.categoriesColumns, .english):
      "How wide the categories are, in cells; 0 is as the screen asks for."
    case (.categoriesColumns, .chinese): "分类窗格的宽度（列）；0 表示随屏幕而定。"
    case (.previewColumns, .english):
      "How wide the preview beside the list is, in cells; 0 is as the screen asks for."
    case (.previewColumns, .chinese): "列表旁预览窗格的宽度（列）；0 表示随屏幕而定。"
    case (.locked, .english):
      "Settings that nobody else may change, such as [\"send.to\"]; counts in the file for everybody."
    case (.locked, .chinese): "不允许个人更改的设置，如 [\"send.to\"]；只在管理员的文件中生效。"
    case (.fuzzySounds, .english):
      "The sounds taken for each other where exact ones find little: \"all\", \"none\" or a list."
    case (.fuzzySounds, .chinese): "准确读音结果太少时视为相同的模糊音：“all”全部、“none”不用，或列表。"
    case (.doublePinyin, .english): "The double pinyin that you type, beside full pinyin."
    case (.doublePinyin, .chinese): "除全拼外您使用的双拼方案。"
    case (.typos, .english): "Whether one slip, or a gap, is forgiven where little else is found."
    case (.typos, .chinese): "结果太少时，是否容忍一处笔误或间隔。"
    case (.starter, .english):
      "Whether the built-in phrases stand behind your own while no list is connected."
    case (.starter, .chinese): "尚未连接话术表时，是否在个人话术之后显示内置话术。"
    case (.usageKeep, .english):
      "Whether it is kept on this machine what you send when, and what you search in vain."
    case (.usageKeep, .chinese): "是否在本机记录发送过的话术和未找到结果的搜索。"
    case (.proxy, .english): "The proxy that sources are fetched through; empty: the environment's."
    case (.proxy, .chinese): "获取来源所用的代理；留空则用环境变量。"
    case (.certificates, .english):
      "A file of certificates (PEM) to trust instead of the system's; empty for those."
    case (.certificates, .chinese): "用以代替系统证书的证书文件（PEM）；留空则用系统证书。"
    case (.syncEvery, .english): "How often sources of the web are asked, in seconds."
    case (.syncEvery, .chinese): "多久检查一次网络来源，单位为秒。"
    case (.agentsDecide, .english):
      "Whether agents may take a version that waits (Alt+W); \"auto\": where nothing tells of releases."
    case (.agentsDecide, .chinese):
      "客服能否自行采用待确认的版本（Alt+W）；\"auto\"：仅当来源没有发布记录时可以。"
    }
  }

  /// A configuration file with every setting explained and left at its default.
  public static func exampleFile(_ language: Language) -> String {
    allCases.map { key in
      let prefix = language == .english ? "One of" : "可选值"
      var lines = ["# " + key.summary(language)]
      if case .choice(let words) = key.kind {
        lines.append("# \(prefix): " + words.map { "\"\($0)\"" }.joined(separator: ", "))
      }
      if case .selection(let words) = key.kind {
        let listPrefix = language == .english ? "A list of" : "列表中可有"
        lines.append("# \(listPrefix): " + words.map { "\"\($0)\"" }.joined(separator: ", "))
      }
      return (lines + ["#\(key.rawValue) = \(key.standard)\n"]).joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
