import Glibc

/// The terminal as a device: bytes in and out, its settings and its size.
///
/// Opened anew, so that standard input and output stay free for pipes, and so that `O_NONBLOCK`
/// holds for this descriptor only and not for the shell's.
struct TerminalDevice {
  let descriptor: Int32
  private let raw: termios

  /// - Throws: ``TerminalError/noTerminal``, or ``TerminalError/system(call:errno:)``.
  init() throws(TerminalError) {
    guard let descriptor = Self.open() else { throw .noTerminal }
    var settings = termios()
    guard tcgetattr(descriptor, &settings) == 0 else {
      let error = errno
      Glibc.close(descriptor)
      throw .system(call: "tcgetattr", errno: error)
    }
    // No signals and no flow control from keys: Ctrl+C, Ctrl+Z, Ctrl+Q and Ctrl+S are keys here.
    cfmakeraw(&settings)
    self.descriptor = descriptor
    raw = settings
  }

  private static func open() -> Int32? {
    let flags = O_RDWR | O_NONBLOCK | O_CLOEXEC | O_NOCTTY
    let controlling = Glibc.open("/dev/tty", flags)
    if controlling >= 0 { return controlling }
    // Without a controlling terminal, the one that standard input is on.
    for standard in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      var name = [CChar](repeating: 0, count: Int(PATH_MAX))
      guard ttyname_r(standard, &name, name.count) == 0 else { continue }
      let descriptor = Glibc.open(name, flags)
      if descriptor >= 0 { return descriptor }
    }
    return nil
  }

  func close() {
    Glibc.close(descriptor)
  }

  /// Gives every byte of a key to the program, at once and unchanged.
  func enterRawMode() {
    var settings = raw
    while tcsetattr(descriptor, TCSANOW, &settings) != 0, errno == EINTR {}
  }

  /// In cells, at most ``ScreenLimit``; nil if the terminal does not know.
  var size: (rows: Int, columns: Int)? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0, size.ws_col > 0 else {
      return nil
    }
    return (
      min(Int(size.ws_row), ScreenLimit.rows), min(Int(size.ws_col), ScreenLimit.columns)
    )
  }

  enum Arrival {
    case bytes([UInt8])
    case nothing
    /// The terminal hung up.
    case closed
  }

  func read() -> Arrival {
    var buffer = [UInt8](repeating: 0, count: 16384)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count > 0 { return .bytes(Array(buffer[..<count])) }
      if count < 0, errno == EINTR { continue }
      return count < 0 && errno == EAGAIN ? .nothing : .closed
    }
  }

  /// Waits for input; false if none came within so many milliseconds.
  func waitForInput(milliseconds: Int) -> Bool {
    poll(POLLIN, milliseconds: milliseconds)
  }

  var takesOutput: Bool {
    poll(POLLOUT, milliseconds: 0)
  }

  private func poll(_ events: Int32, milliseconds: Int) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    return Glibc.poll(&entry, 1, Int32(clamping: milliseconds)) > 0
  }

  /// Writes what the terminal takes at once, and answers how many bytes that was.
  ///
  /// A terminal that is gone takes everything: its end is noticed where it is read.
  func write(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let rest = buffer[done...]
        let count = Glibc.write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count > 0 {
          done += count
        } else if count < 0, errno == EAGAIN {
          return done
        } else if count < 0, errno != EINTR {
          return buffer.count
        }
      }
      return done
    }
  }
}
