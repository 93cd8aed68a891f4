import Phrases

/// Every word of the desk about pictures and files.
enum AttachmentLabel {
  /// In the row of a phrase that has one.
  case mark(isPicture: Bool)
  case kind(FileKind)
  case which(AttachmentHandover.Form)
  case filesTitle
  /// Why no file is listed; nil before they were read.
  case nothing(FileList?, query: String)

  func sentence(_ language: Language) -> String {
    switch self {
    case .mark(isPicture: true): language.says("pic", "图")
    case .mark(isPicture: false): language.says("file", "附")
    case .kind(let kind):
      switch kind {
      case .png, .gif, .bmp, .jpeg, .pdf: kind.rawValue.uppercased()
      case .webp: "WebP"
      case .archive: language.says("archive", "压缩包或文档")
      case .video: language.says("video", "视频")
      case .audio: language.says("sound", "音频")
      case .text: language.says("text", "文本")
      case .program: language.says("program", "程序")
      case .other: language.says("file", "文件")
      }
    case .filesTitle:
      language.says(
        "Files (Enter copies)", "本地文件（Enter 复制）")
    case .nothing(nil, _): language.says("Reading the folders..", "正在读取文件夹..")
    case .nothing(let list?, let query):
      if let gone = list.gone {
        gone.isEmpty
          ? query.isEmpty
            ? language.says("There is no file in these folders.", "这些文件夹中没有文件。")
            : Label.noChoice.sentence(language)
          : language.says(
            "This folder is not there: \(gone[0].excerpt(limit: 80))",
            "文件夹不存在：\(gone[0].excerpt(limit: 80))")
      } else {
        language.says(
          "No folder is named yet. Write into config.toml: files.folders = [\"~/pictures\"]",
          "还没有指定文件夹。在 config.toml 中写：files.folders = [\"~/图片\"]")
      }
    case .which(.picture): language.says("Which picture (Enter copies it)", "哪张图片（Enter 复制）")
    case .which(.file): language.says("Which file (Enter copies it)", "哪个文件（Enter 复制）")
    }
  }

  /// Whether a name ends as pictures' names do, before anybody has looked.
  static func looksLikePicture(_ name: String) -> Bool {
    let end = name.lowercased().split(separator: ".").last.map(String.init) ?? ""
    return ["png", "jpg", "jpeg", "gif", "webp", "bmp"].contains(end)
  }
}

extension AttachmentDelivered {
  var isError: Bool {
    switch outcome {
    case .failed, .noPicture: true
    case .asText(_, let outcome): Notice.delivered(Delivered(outcome, title: name)).isError
    case .copied, .pasted: false
    }
  }

  /// What is on the clipboard is not what was asked for, or may not be taken.
  var isWarning: Bool { if case .asText = outcome { true } else { false } }

  /// What the status line and commands say.
  public func sentence(_ language: Language) -> String {
    switch (outcome, form) {
    case (.copied, _) where !hasText:
      language.says("Copied: \(name); paste it in the chat.", "已复制：\(name)，去聊天窗口粘贴。")
    case (.pasted(let target, _), _) where !hasText:
      language.says("Pasted into \(target.name): \(name)", "已粘贴到 \(target.name)：\(name)")
    case (.copied(let kind), .picture):
      language.says(
        "Picture copied: \(name); paste it in the chat, then Enter copies the text\(doubt(kind, language)).",
        "图片已复制：\(name)，去聊天窗口粘贴；再按 Enter 复制文字\(doubt(kind, language))。")
    case (.copied, .file):
      language.says(
        "File copied: \(name); paste it in the chat, then Enter copies the text.",
        "文件已复制：\(name)，去聊天窗口粘贴；再按 Enter 复制文字。")
    case (.pasted(let target, let kind), _):
      language.says(
        "Pasted into \(target.name): \(name); Enter sends the text\(doubt(kind, language)).",
        "已粘贴到 \(target.name)：\(name)；Enter 发送文字\(doubt(kind, language))。")
    case (.asText(let place, let outcome), _):
      language.says(
        "Only text travels from here, so where it is went instead (\(place.excerpt(limit: 60))): ",
        "这里只能传文字，改为发送其位置（\(place.excerpt(limit: 60))）：")
        + Notice.delivered(Delivered(outcome, title: name)).sentence(language)
    case (.noPicture, _):
      language.says(
        "\(name) is no picture; \(Action.copyFile.keyLabel) copies the file.",
        "\(name) 不是图片；\(Action.copyFile.keyLabel) 复制文件。")
    case (.failed(let reason), _):
      language.says("Not copied: \(reason)", "未复制：\(reason)")
    }
  }

  /// Some chats paste PNG alone.
  private func doubt(_ kind: FileKind?, _ language: Language) -> String {
    guard let kind, kind != .png, form == .picture else { return "" }
    let name = AttachmentLabel.kind(kind).sentence(language)
    return language.says(
      " (\(name): some chats take PNG only, then \(Action.copyFile.keyLabel))",
      "（\(name)：有的聊天只收 PNG，可用 \(Action.copyFile.keyLabel)）")
  }
}
