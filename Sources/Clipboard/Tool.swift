/// How the program behind a way is called.
///
/// A text always goes through standard input: arguments can be read by every user of the machine.
struct Tool {
  let program: String
  /// Makes it take what standard input holds.
  let copying: [String]
  /// Makes it at least keep the text, where ``copying`` failed; nil where it knows no less.
  let keeping: [String]?
  /// Makes it print what the clipboard holds; nil where that proves nothing (a tmux buffer is not
  /// the clipboard) or disturbs (wl-paste may have to open a window to get the focus).
  let readingBack: [String]?

  /// The same for bytes of a type of media, such as `image/png`; nil where a way carries text only.
  ///
  /// One call offers one type, and xclip hands its bytes to whoever asks for text.
  init?(for way: Way, mediaType: String) {
    switch way {
    case .wlCopy:
      self.init(program: "wl-copy", copying: ["--type", mediaType], readingBack: nil)
    case .xclip:
      let selection = ["-selection", "clipboard", "-target", mediaType]
      self.init(
        program: "xclip", copying: selection + ["-in"], readingBack: selection + ["-out"])
    case .tmux, .xsel, .osc52:
      return nil
    }
  }

  /// Nil for OSC 52, which needs no program.
  init?(for way: Way) {
    switch way {
    case .tmux:
      // Before tmux 3.2 there is no -w.
      self.init(
        program: "tmux", copying: ["load-buffer", "-w", "-"], keeping: ["load-buffer", "-"],
        readingBack: nil)
    case .wlCopy:
      // Without a type wl-copy starts a helper to guess one, and may guess HTML.
      self.init(program: "wl-copy", copying: ["--type", "text/plain"], readingBack: nil)
    case .xclip:
      self.init(
        program: "xclip", copying: ["-selection", "clipboard", "-in"],
        readingBack: ["-selection", "clipboard", "-out"])
    case .xsel:
      self.init(
        program: "xsel", copying: ["--clipboard", "--input", "--logfile", "/dev/null"],
        readingBack: ["--clipboard", "--output", "--logfile", "/dev/null"])
    case .osc52:
      return nil
    }
  }

  private init(
    program: String, copying: [String], keeping: [String]? = nil, readingBack: [String]?
  ) {
    self.program = program
    self.copying = copying
    self.keeping = keeping
    self.readingBack = readingBack
  }
}
