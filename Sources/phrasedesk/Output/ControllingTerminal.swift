import Glibc
import Keeping

/// The terminal that the command was started on, whatever its output is redirected to.
enum ControllingTerminal {
  /// In cells; nil where there is no terminal, or it does not know.
  static var size: (rows: Int, columns: Int)? {
    let descriptor = open("/dev/tty", O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return nil }
    return (Int(size.ws_row), Int(size.ws_col))
  }

  /// Writes bytes that show nothing, such as OSC 52.
  ///
  /// Returns whether there is a terminal that took them all.
  static func write(_ bytes: [UInt8]) -> Bool {
    let descriptor = open("/dev/tty", O_WRONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return Descriptor.write(bytes, to: descriptor)
  }
}
