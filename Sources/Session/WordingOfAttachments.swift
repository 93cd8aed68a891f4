import Phrases

/// What a session says of pictures and files itself.
public enum AttachmentSentence {
  /// A text went out before it was there.
  case overtaken(String)
  /// There is no room for it on the disk.
  case notKept(String)
  /// The clipboard did not take it, for these reasons.
  case notCopied(String, [String])

  /// The whole sentence; names are made safe to show by who gives them.
  public func sentence(_ language: Language) -> String {
    switch self {
    case .overtaken(let name):
      language.says(
        "\(name) came only after a text went out, which is on the clipboard.",
        "\(name) 取到时文字已发送，剪贴板上是文字。")
    case .notKept(let name):
      language.says(
        "\(name) could not be kept on this computer; look whether its disk is full.",
        "\(name) 无法保存到本机；请检查磁盘是否已满。")
    case .notCopied(let name, let reasons):
      language.says(
        "\(name): \(reasons.joined(separator: "; ")). The clipboard holds what it held before.",
        "\(name)：\(reasons.joined(separator: "；"))。剪贴板仍是之前的内容。")
    }
  }
}
