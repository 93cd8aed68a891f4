/// What tools and people call the columns of their lists, besides the names of ``PhraseColumn``.
///
/// Gathered from exports of help desks, text expanders and chat tools and from lists that people keep, in
/// Chinese (both scripts), English, Japanese, Korean and German; the better name of a column stands first.
enum HeaderNames {
  private static let table: [(PhraseColumn, [String])] = [
    (.id, ["phrase id", "话术id", "话术编号", "話術編號", "編號", "uuid", "guid", "record id"]),
    (.department, ["部門", "团队", "業務部門", "业务部门", "team", "dept", "所属部门", "部署", "부서"]),
    (
      .category,
      [
        "一級分類", "分類", "类别", "類別", "话术分类", "问题分类", "知识分类", "分类名称", "一级类目", "一级目录",
        "分组", "分組", "话术分组", "快捷短语分组", "分组名称", "大类", "类目", "栏目", "目录", "文件夹", "folder",
        "group", "group name", "folder name", "category name", "categories", "section", "topic",
        "カテゴリ", "カテゴリー", "グループ", "フォルダ", "카테고리", "분류", "그룹", "kategorie", "gruppe", "ordner",
        "类型", "類型", "场景", "業務場景", "业务场景", "产品", "產品", "intent",
      ]
    ),
    (
      .subcategory,
      [
        "二級分類", "子分類", "小类", "子类", "二级类目", "二级目录", "二级分组", "子分组", "sub category",
        "subgroup", "sub group", "サブカテゴリ", "サブカテゴリー", "하위분류",
      ]
    ),
    (
      .title,
      [
        "標題", "话术标题", "話術標題", "标题名称", "名称", "名稱", "subject", "label", "heading", "headline",
        "name", "macro name", "template name", "标准问题", "标准问", "標準問題", "问题", "問題", "提问", "客户问题",
        "客户提问", "常见问题", "问题标题", "问句", "买家问题", "顾客问题", "question", "questions", "query",
        "customer question", "faq", "主题", "主題", "タイトル", "件名", "質問", "お問い合わせ", "質問内容", "제목", "질문",
        "titel", "betreff", "frage",
      ]
    ),
    (
      .text,
      [
        "內容", "話術", "話術內容", "回复内容", "回覆內容", "话术文案", "标准话术", "参考话术", "推荐话术", "应答话术",
        "客服话术", "标准答案", "標準答案", "标准回答", "标准回复", "参考答案", "回复话术", "回复", "回覆", "答案", "回答",
        "答复", "答覆", "解答", "应答", "快捷回复", "短语内容", "短语", "文案", "文本", "正文", "answer", "answers",
        "reply", "reply text", "response", "responses", "canned response", "body", "message",
        "content", "replacement", "snippet", "expansion", "template", "macro text", "phrase",
        "description text", "回答内容", "返信", "返信内容", "返答", "本文", "メッセージ", "내용", "답변", "응답", "본문",
        "antwort", "antworttext", "inhalt", "nachricht",
      ]
    ),
    (
      .keywords,
      [
        "關鍵詞", "关键字", "關鍵字", "標籤", "相似问法", "相似问", "相似問法", "相似问题", "同义问", "扩展问", "扩展问题",
        "tags", "tag", "labels", "keyword", "search terms", "synonyms", "similar questions",
        "キーワード", "タグ", "키워드", "태그", "schlagwörter", "stichwörter",
      ]
    ),
    (
      .code,
      [
        "快捷短语编码", "快捷編碼", "快捷码", "快捷键", "快捷指令", "指令", "編碼", "短码", "简码", "助记码", "short code",
        "shortcode", "shortcut", "short cut", "abbreviation", "abbrev", "trigger", "hotkey",
        "ショートカット", "短縮コード", "단축키", "단축어", "kürzel",
      ]
    ),
    (.attachments, ["圖片", "图片名", "图片链接", "附件名", "image", "images", "image path", "picture", "画像"]),
    (
      .validFrom,
      ["生效日", "开始日期", "起始日期", "生效时间", "开始时间", "start date", "active from", "開始日"]
    ),
    (
      .validUntil,
      [
        "失效日", "结束日期", "截止日期", "到期日期", "有效期至", "use until", "valid through", "good until",
        "expires on", "过期日期", "失效时间", "结束时间", "valid to", "end date",
        "expiry date", "expiration date", "active to", "終了日",
      ]
    ),
    (
      .status,
      [
        "狀態", "active", "enabled", "is active", "启用", "是否启用", "启用状态", "是否有效", "published",
        "is published",
        "in use", "archived", "is archived", "归档", "已归档", "is internal", "上线", "是否上线", "aktiv",
        "veröffentlicht", "有効", "ステータス", "상태", "사용여부", "disabled",
        "停用",
        "是否停用", "inactive", "draft", "hidden", "deleted", "deprecated", "下线", "是否删除", "已删除",
        "gesperrt",
      ]
    ),
  ]

  /// By ``loose(_:)``; the smaller number is the better name.
  static let byName: [String: (column: PhraseColumn, rank: Int)] = {
    var names: [String: (column: PhraseColumn, rank: Int)] = [:]
    for (column, list) in table {
      for (rank, name) in list.enumerated() where names[loose(name)] == nil {
        names[loose(name)] = (column, rank)
      }
    }
    return names
  }()

  /// The columns' own names by ``loose(_:)``: `valid until`.
  static let own: [String: PhraseColumn] = {
    var names: [String: PhraseColumn] = [:]
    for column in PhraseColumn.allCases {
      for name in column.names { names[loose(name)] = column }
    }
    return names
  }()

  /// Whether what a header says besides its name keeps it from being meant: `回复（旧）`, `Reply (do not use)`.
  static func isDisowned(folded: String) -> Bool {
    let parts = folded.split(whereSeparator: { "([【{<".contains($0) }).dropFirst()
    return parts.contains { part in saysAgainst(part.prefix { !")]】}>".contains($0) }) }
  }

  /// Whether a header says anywhere that it is not meant: `Old text`, `Antwort intern`.
  static func isDoubtful(_ header: String) -> Bool { saysAgainst(PhraseColumn.folded(header)[...]) }

  private static func saysAgainst(_ text: Substring) -> Bool {
    // Within a word they say nothing: `optional` has "old" in it.
    let words = " " + text.map { $0.isASCII && !$0.isLetter && $0 != "'" ? " " : $0 } + " "
    return against.contains { word in
      words.contains(word.utf8.first.map { $0 < 0x80 } == true ? " \(word) " : word)
    }
  }

  private static let against = [
    "旧", "舊", "内部", "內部", "废", "廢", "停用", "勿用", "不用", "草稿", "备份", "備份", "原文", "原版", "原稿", "old",
    "internal", "deprecated", "do not", "don't", "not used", "unused", "obsolete", "draft",
    "backup", "archive",
    "archived", "former", "previous", "intern", "alt",
  ]

  /// Whether a header that names no column speaks of a text: `Reply to customer`, `客户可见话术`.
  static func speaksOfText(_ header: String) -> Bool {
    let folded = PhraseColumn.folded(header)
    return ofText.contains { folded.contains($0) }
  }

  private static let ofText = [
    "reply", "replies", "answer", "response", "message", "text", "content", "customer", "回复", "回覆",
    "答复", "回答", "答案", "话术", "話術", "内容", "內容", "文案", "客户", "顾客", "对外", "返信", "回答", "답변", "antwort",
  ]

  /// A header without what people add to its name: marks of required columns, explanations in brackets,
  /// signs at its ends, spaces and what stands for them.
  ///
  ///     loose("*内容（必填）")  // 内容
  ///     loose("Short_Code:")   // shortcode
  static func loose(_ header: String) -> String { loose(folded: PhraseColumn.folded(header)) }

  static func loose(folded: String) -> String {
    var name = String.UnicodeScalarView()
    var depth = 0
    for scalar in folded.unicodeScalars {
      switch scalar {
      case "(", "[", "【", "{", "<": depth += 1
      case ")", "]", "】", "}", ">": depth = max(0, depth - 1)
      case " ", "_", "-", "*", ":", "：", "?", "!", ".", "。", "、", "\"", "'", "`": break
      // The byte order mark, a space of no width, and one that does not break.
      case "\u{FEFF}", "\u{200B}", "\u{A0}": break
      default: if depth == 0 { name.append(scalar) }
      }
    }
    let marks = ["必填", "选填", "必選", "可选"]
    var text = String(name)
    for mark in marks where text.hasSuffix(mark) && text.count > mark.count {
      text.removeLast(mark.count)
    }
    return text.isEmpty ? folded : text
  }
}
