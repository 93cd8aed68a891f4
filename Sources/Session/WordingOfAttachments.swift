import Phrases

/// What a session says of pictures and files itself.
public enum AttachmentSentence {
  /// A text went out before it was there.
  case overtaken(String)
  /// Another file stands under its name than the one that was shown.
  case exchanged(String)
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
    case .exchanged(let name):
      language.says(
        "\(name) is another file by now: look at it, then press again.",
        "\(name) 已换成另一个文件：请看过再按一次。")
    case .notKept(let name):
      language.says(
        "\(name) has no place that could be told: its disk may be full, or its path has odd characters.",
        "\(name) 没有可用的路径：磁盘可能已满，或路径含特殊字符。")
    case .notCopied(let name, let reasons):
      language.says(
        "\(name): \(reasons.joined(separator: "; ")). The clipboard holds what it held before.",
        "\(name)：\(reasons.joined(separator: "；"))。剪贴板仍是之前的内容。")
    }
  }
}
