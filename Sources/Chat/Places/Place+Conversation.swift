extension Place {
  /// What names the chat here, equal for the same chat and for no other; nil where nothing does.
  ///
  /// It is the pane, with its server and process, or else the window with its title, since one window
  /// of a browser or of 千牛 holds all customers. The count of unread messages that many titles begin
  /// with is left out of it.
  ///
  /// ```swift
  /// Place(window: Window(desktop: .x11, id: 7, process: 2, kind: "firefox", title: "(3) Anna"))
  ///   .conversation  // the same as with "(4) Anna"
  /// ```
  public var conversation: String? {
    if let pane { return "pane\t\(pane.server)\t\(pane.id)\t\(pane.process)" }
    guard let window else { return nil }
    let title = Place.withoutCount(window.title)
    return "window\t\(window.desktop)\t\(window.id)\t\(window.process)\t\(window.kind)\t\(title)"
  }

  /// A title without the number in brackets that it begins with, as `(3) `, `[99+] ` or `（2）`.
  static func withoutCount(_ title: String) -> Substring {
    let pairs: [Character: Character] = ["(": ")", "[": "]", "（": "）", "【": "】"]
    guard let first = title.first, let close = pairs[first],
      let end = title.firstIndex(of: close)
    else { return title[...] }
    let count = title[title.index(after: title.startIndex)..<end]
    guard count.contains(where: \.isNumber), count.allSatisfy({ $0.isNumber || $0 == "+" }) else {
      return title[...]
    }
    return title[title.index(after: end)...].drop(while: \.isWhitespace)
  }
}
