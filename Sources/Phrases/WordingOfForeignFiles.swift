extension Finding.ForeignProblem {
  func sentence(_ language: Language) -> String {
    switch self {
    case .readAs(let reading): reading.sentence(language)
    case .noPhrases(let found, let columns):
      Finding.ForeignProblem.noPhrases(found, columns, language)
    case .pathMissing(let column, let path, let found):
      language.says(
        "--columns maps \(column.name) to \"\(path.excerpt())\", which is not there; "
          + "found: \(found.named(language)); correct --columns.",
        "--columns 把 \(column.name) 指向“\(path.excerpt())”，但文件中没有；"
          + "现有：\(found.named(language))；请更正 --columns。")
    case .tooManyValues(let limit):
      language.says(
        "the file holds more than \(limit) values; split it.",
        "文件中的值超过 \(limit) 个；请拆分。")
    case .tooLarge(let limit):
      language.says(
        "a file of this kind may have \(limit >> 20) MB, and this one is larger; save it as CSV.",
        "这类文件最大 \(limit >> 20) MB，该文件超出；请改存为 CSV。")
    case .yaml(let problem): problem.sentence(language)
    case .notOfKind(let name):
      language.says(
        "the file is not of the kind \(name.excerpt()); leave --from away, or name another one.",
        "文件不是 \(name.excerpt()) 格式；请去掉 --from，或改用其他名称。")
    case .webPage:
      language.says(
        "the file is a web page (HTML) without a table of phrases; save the list itself, as CSV or as a "
          + "workbook, and look whether one has to sign in first.",
        "这是网页（HTML），其中没有话术表格；请另存列表本身（CSV 或工作簿），并确认是否需要先登录。")
    case .ambiguousIDs(let member, let example):
      language.says(
        "\"\(member.excerpt())\" is no identity here, \"\(example.excerpt())\" stands twice; "
          + "the phrases are told apart by their titles.",
        "“\(member.excerpt())”不能作编号，“\(example.excerpt())”出现两次；话术改按标题区分。")
    case .notCarried(let kind, let count, let samples):
      kind.sentence(language, count: count, samples: samples)
    }
  }

  private static func noPhrases(
    _ found: [String], _ columns: String?, _ language: Language
  ) -> String {
    let inventory = language.says(
      "nothing in the file reads like phrases; it holds \(found.named(language))",
      "文件中没有像话术的内容；其中有：\(found.named(language))")
    guard let columns else {
      return inventory
        + language.says(
          "; say where the texts are with --columns text=list[].member.",
          "；请用 --columns text=列表[].成员 指明话术在哪里。")
    }
    return inventory
      + language.says(
        "; where that is meant, type --columns \(columns.excerpt(limit: 120)).",
        "；如果就是它，请加上 --columns \(columns.excerpt(limit: 120))。")
  }
}

extension Finding.ForeignProblem.YAMLProblem {
  fileprivate func sentence(_ language: Language) -> String {
    switch self {
    case .broken:
      language.says(
        "the file is not valid YAML from here on; look for a missing quote or wrong indentation.",
        "从此处起不是有效的 YAML；请检查引号和缩进。")
    case .anchor(let name):
      language.says(
        "the value \"\(name.excerpt())\" is named to be repeated (& and *), which is not read; "
          + "write it out in each place.",
        "此处的值“\(name.excerpt())”是供引用的锚点（& 和 *），不读取；请在各处写全。")
    case .keyTwice(let name):
      language.says(
        "\"\(name.excerpt())\" stands twice in the same place; remove one of them.",
        "“\(name.excerpt())”在同一处出现两次；请删除一个。")
    }
  }
}

extension Finding.ForeignProblem.Reading {
  fileprivate func sentence(_ language: Language) -> String {
    let parts = PhraseColumn.allCases.compactMap { column in
      columns[column].map { "\($0.excerpt()) → \(column.name)" }
    }
    let what = tool ?? list
    let place = what.isEmpty ? "" : language.says("\(what.excerpt()): ", "\(what.excerpt())：")
    let count = language.says(
      "\(count) \(count == 1 ? "phrase" : "phrases")", "\(count) 条话术")
    var sentence = language.says("read as ", "读作 ") + place + count
    if !parts.isEmpty {
      sentence += language.says(", ", "，") + parts.joined(separator: language.says(", ", "、"))
    }
    if !others.isEmpty {
      sentence += language.says("; or type --columns ", "；也可用 --columns ")
      sentence += others.map { $0.excerpt(limit: 80) }
        .joined(separator: language.says(" or ", " 或 "))
    }
    if !left.isEmpty {
      sentence += language.says("; not read: ", "；未读取：") + left.named(language)
    }
    return sentence + language.says(".", "。")
  }
}

extension Finding.ForeignProblem.NotCarried {
  fileprivate func sentence(_ language: Language, count: Int, samples: [String]) -> String {
    let shown = samples.named(language)
    switch self {
    case .conditions:
      return language.says(
        "\(count) \(count == 1 ? "text has" : "texts have") conditions or scripts (\(shown)), which do not "
          + "exist here; they are drafts until somebody writes them anew.",
        "\(count) 条话术含有条件或脚本（\(shown)），此处不支持；已设为草稿，请重写。")
    case .programs:
      return language.says(
        "\(count) \(count == 1 ? "variable is" : "variables are") filled by a program there (\(shown)), "
          + "which is not run; each is a blank to fill in.",
        "\(count) 个变量在原工具中由程序填写（\(shown)），此处不运行程序；已改为待填的空。")
    case .cursor:
      return language.says(
        "\(count) \(count == 1 ? "text says" : "texts say") where the cursor goes (\(shown)); "
          + "that is left out.",
        "\(count) 条话术指定了光标位置（\(shown)），已去掉。")
    case .imports:
      return language.says(
        "the file takes in others (\(shown)), which are not read; connect or import them, too.",
        "该文件引用了其他文件（\(shown)），未读取；请另行导入。")
    case .pictures:
      return language.says(
        "\(count) \(count == 1 ? "picture" : "pictures") (\(shown)) stayed in the other tool; "
          + "save them beside the list.",
        "\(count) 张图片（\(shown)）仍在原工具中；请保存到列表旁边。")
    case .internalNotes:
      return language.says(
        "\(count) \(count == 1 ? "text is a note" : "texts are notes") for colleagues (\(shown)), which no "
          + "customer is to see; \(count == 1 ? "it is a draft" : "they are drafts").",
        "\(count) 条话术是给同事看的内部备注（\(shown)），不应发给顾客；已设为草稿。")
    }
  }
}

extension [String] {
  /// The first six, shortened and safe to print, and how many there are besides.
  fileprivate func named(_ language: Language) -> String {
    guard !isEmpty else { return language.says("nothing", "无") }
    let shown = prefix(6).map { $0.excerpt(limit: 60) }.joined(separator: language.says(", ", "、"))
    let rest = count - 6
    return rest > 0 ? shown + language.says(" and \(rest) more", "等 \(count) 项") : shown
  }
}
