/// One way for a text to leave the program; the raw value is the word in the configuration file.
public enum Way: String, Hashable, Sendable, CaseIterable {
  /// `tmux load-buffer -w`: a tmux buffer, which tmux also offers to the outer terminal.
  case tmux
  /// `wl-copy`, the Wayland clipboard.
  case wlCopy = "wl-copy"
  /// `xclip`, the X11 clipboard.
  case xclip
  /// `xsel`, the X11 clipboard.
  case xsel
  /// The escape sequence OSC 52, which asks the terminal itself to take the text.
  case osc52

  /// What may truthfully be said of a text that went this way.
  public var claim: Claim {
    switch self {
    case .wlCopy, .xclip, .xsel: .copied
    case .tmux: .handedOver
    case .osc52: .sent
    }
  }
}

/// How much is known about a text that went out, the strongest claim last.
public enum Claim: Int, Hashable, Sendable, Comparable {
  /// In a tmux buffer and nowhere else: the clipboard holds what it held before.
  case buffered
  /// Written to a terminal that never answers: perhaps taken, perhaps not.
  case sent
  /// In a tmux buffer; whether tmux found a clipboard to put it in is not told.
  case handedOver
  /// On the clipboard, owned by a program that outlives this one.
  case copied

  public static func < (left: Claim, right: Claim) -> Bool { left.rawValue < right.rawValue }
}
