import Glibc

/// What of termios a shell's user notices.
public struct TerminalSettings: Equatable, Sendable {
  public let input: UInt32
  public let output: UInt32
  public let control: UInt32
  public let local: UInt32

  init(_ settings: termios) {
    input = settings.c_iflag
    output = settings.c_oflag
    control = settings.c_cflag
    local = settings.c_lflag
  }

  /// Whole lines, echoed, with signals from keys: what `stty` calls `icanon echo isig`.
  public var isCooked: Bool {
    let wanted = UInt32(ICANON | ECHO | ISIG)
    return local & wanted == wanted && output & UInt32(OPOST) != 0
  }

  public var isRaw: Bool {
    local & UInt32(ICANON | ECHO | ISIG) == 0
  }
}
