import Glibc

/// How the terminal device of a pane treats what is written to it, as far as pasting goes.
///
/// A program with a line editor (a shell's prompt, vim, a chat client) takes each byte itself, and
/// tells tmux whether it wants pastes in brackets. A plain one (`cat`, a loop that reads lines) lets
/// the kernel gather lines: there a line break enters what stands before it.
enum LineDiscipline: Equatable {
  /// The program takes each byte as it comes.
  case bytes
  /// The kernel gathers lines. `quote` is the byte that takes the meaning of the next one away (^V;
  /// nil where it is switched off), `special` are those that mean something.
  case lines(quote: UInt8?, special: Set<UInt8>)

  /// The longest line, in bytes, that is left to the kernel, which drops silently what goes beyond
  /// 4,095 (`N_TTY_BUF_SIZE`); what was typed before counts as well.
  static let lineLimit = 3840

  /// Looks at a device; nil where it cannot be opened.
  init?(device: String) {
    let descriptor = open(device, O_RDONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var settings = termios()
    guard tcgetattr(descriptor, &settings) == 0 else { return nil }
    self.init(settings)
  }

  init(_ settings: termios) {
    guard settings.c_lflag & tcflag_t(ICANON) != 0 else {
      self = .bytes
      return
    }
    let characters = withUnsafeBytes(of: settings.c_cc) { Array($0) }
    let isExtended = settings.c_lflag & tcflag_t(IEXTEN) != 0
    let quote = characters[Int(VLNEXT)]
    var names = [VEOF, VEOL, VEOL2, VERASE, VKILL, VINTR, VQUIT, VSUSP, VSTART, VSTOP]
    if isExtended { names += [VLNEXT, VWERASE, VREPRINT, VDISCARD] }
    // 0 is what switches one off (_POSIX_VDISABLE).
    var special = Set(names.map { characters[Int($0)] }).subtracting([0])
    special.insert(UInt8(ascii: "\n"))
    self = .lines(quote: isExtended && quote != 0 ? quote : nil, special: special)
  }
}
