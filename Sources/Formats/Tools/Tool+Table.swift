import Phrases

extension Tool {
  /// Every tool, each as its own sources say how its lists are written.
  static let all: [Tool] = [
    Tool(
      name: "zendesk", title: "Zendesk", container: .json, marks: ["title", "actions"],
      columns: [
        .id: "id", .title: "title", .status: "active",
        .text: "actions[field=comment_value|comment_value_html].value[-1]",
      ],
      markup: .some, placeholders: [.braces],
      off: ["false"],
      publicity: TreePath(
        "actions[field=comment_mode_is_public|comment_value|comment_value_html].value"),
      levels: ["::"], levelsInTitle: true),
    Tool(
      name: "chatwoot", title: "Chatwoot", container: .json, marks: ["short_code", "content"],
      columns: [.id: "id", .code: "short_code", .text: "content"],
      markup: .some, placeholders: [.braces]),
    Tool(
      name: "rocketchat", title: "Rocket.Chat", container: .json,
      marks: ["shortcut", "text", "scope"],
      columns: [.id: "_id", .code: "shortcut", .text: "text", .keywords: "tags"],
      placeholders: [.braces]),
    Tool(
      name: "beeftext", title: "Beeftext", container: .json, marks: ["keyword", "snippet"],
      columns: [
        .id: "uuid", .code: "keyword", .title: "name", .text: "snippet", .category: "group",
        .status: "enabled",
      ],
      placeholders: [.hash], off: ["false"],
      reference: beeftextGroups),
    Tool(
      name: "beeftext", title: "Beeftext", container: .json,
      marks: ["comboText", "substitutionText"],
      columns: [
        .id: "uuid", .code: "comboText", .title: "name", .text: "substitutionText",
        .category: "group", .status: "enabled",
      ],
      placeholders: [.hash], off: ["false"],
      reference: beeftextGroups),
    Tool(
      name: "zammad", title: "Zammad", container: .table,
      marks: ["name", "keywords", "content", "note", "active"],
      columns: [
        .id: "id", .title: "name", .text: "content", .keywords: "keywords", .status: "active",
      ],
      markup: .all, placeholders: [.hash],
      off: ["false", "0", "no"], levels: ["::"],
      levelsInTitle: true),
    Tool(
      name: "livehelperchat", title: "Live Helper Chat", container: .table,
      marks: ["msg", "title", "fallback_msg", "active_from", "active_to", "disabled"],
      columns: [
        .id: "unique_id", .title: "title", .text: "msg", .keywords: "tags_plain",
        .validFrom: "active_from", .validUntil: "active_to", .status: "disabled",
      ],
      placeholders: [.brace], off: ["1", "true"]),
    Tool(
      name: "qianniu-addon", title: "千牛", container: .table,
      marks: ["分组", "快捷编码", "标题", "内容", "图片名"],
      columns: [
        .category: "分组", .code: "快捷编码", .title: "标题", .text: "内容", .attachments: "图片名",
      ],
      levels: ["=>", "＝>", "＝＞", "=＞"], pictures: "图片"),
    // Its files have no header, so that it takes a word.
    Tool(
      name: "textexpander", title: "TextExpander", container: .table, marks: [],
      columns: [.code: "1", .text: "2", .title: "3"], placeholders: [.percent]),
  ]

  private static let beeftextGroups = Reference(
    column: .category, list: TreePath("groups[]"), key: "uuid", name: "name")
}
