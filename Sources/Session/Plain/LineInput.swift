import Glibc
import Synchronization

/// Lines from standard input, a terminal's or a pipe's.
///
/// While it waits, Ctrl+C is an answer like any other, so that the program ends in its own words and
/// with its own exit code; at any other time the signal waits until it is looked for.
final class LineInput {
  enum Line: Equatable {
    case text(String)
    /// Longer than ``limit``; all of it was read and dropped.
    case tooLong
    /// Ctrl+C.
    case interrupted
    case ended
  }

  /// The longest line, in bytes: more than a terminal hands over at once, which is 4 kB.
  static let limit = 65_536

  private var buffer: [UInt8] = []
  private var isDropping = false
  private var hasEnded = false
  /// The signals that are blocked but while it waits.
  private var waiting = sigset_t()

  init() {
    var interrupt = sigset_t()
    sigemptyset(&interrupt)
    sigaddset(&interrupt, SIGINT)
    pthread_sigmask(SIG_BLOCK, &interrupt, &waiting)
    sigdelset(&waiting, SIGINT)
    interrupts.store(0, ordering: .relaxed)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in interrupts.add(1, ordering: .relaxed) }
    sigaction(SIGINT, &action, nil)
  }

  /// Whether what is typed is seen where it is typed, with its line break.
  var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// Waits for the next line, which comes without its line break.
  ///
  /// Lines that come together on a terminal are one text with line breaks: nobody types them within
  /// ``together``, so they were pasted. On a pipe lines are lines. Whenever there is something to read from the other descriptor, `takeOther` is to read it.
  func next(besides other: Int32, _ takeOther: () -> Void) -> Line {
    while true {
      takeOther()
      if let line = takeLine() { return isTerminal ? withOthers(line) : line }
      if hasEnded { return .ended }
      guard wait(besides: other) else { return .interrupted }
      read()
    }
  }

  /// Milliseconds within which the next line of a paste comes.
  private static let together: Int32 = 10

  /// A line with all those that came together with it.
  private func withOthers(_ line: Line) -> Line {
    var texts: [String] = []
    var size = 0
    var isTooLong = false
    var next: Line? = line
    while true {
      switch next {
      case .text(let text):
        size += text.utf8.count + 1
        if size > LineInput.limit { isTooLong = true }
        if !isTooLong { texts.append(text) }
      case .tooLong: isTooLong = true
      case nil, .interrupted, .ended:
        var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        guard !hasEnded, poll(&descriptor, 1, LineInput.together) > 0 else {
          return isTooLong ? .tooLong : .text(texts.joined(separator: "\n"))
        }
        read()
      }
      next = takeLine()
    }
  }

  private func takeLine() -> Line? {
    guard let end = buffer.firstIndex(of: UInt8(ascii: "\n")) else {
      if buffer.count > LineInput.limit {
        isDropping = true
        buffer.removeAll()
      }
      // A last line without a line break was typed all the same.
      guard hasEnded, isDropping || !buffer.isEmpty else { return nil }
      defer { buffer.removeAll() }
      return line(buffer[...])
    }
    defer { buffer.removeFirst(end + 1) }
    return line(buffer[..<end])
  }

  private func line(_ bytes: ArraySlice<UInt8>) -> Line {
    defer { isDropping = false }
    guard !isDropping, bytes.count <= LineInput.limit else { return .tooLong }
    let bytes = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
    return .text(String(decoding: bytes, as: UTF8.self))
  }

  /// Waits until there is something to read; false for Ctrl+C.
  private func wait(besides other: Int32) -> Bool {
    var descriptors = fd_set()
    for descriptor in [STDIN_FILENO, other] where descriptor < FD_SETSIZE {
      withUnsafeMutableBytes(of: &descriptors) { $0[Int(descriptor / 8)] |= 1 << (descriptor % 8) }
    }
    _ = pselect(max(STDIN_FILENO, other) + 1, &descriptors, nil, nil, nil, &waiting)
    return interrupts.exchange(0, ordering: .relaxed) == 0
  }

  private func read() {
    // The wait also ends when the program was stopped and goes on.
    var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, 0) > 0 else { return }
    var piece = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(STDIN_FILENO, &piece, piece.count)
    if count > 0 {
      buffer += piece[..<count]
    } else if count == 0 || errno != EINTR {
      hasEnded = true
    }
  }
}

/// How often Ctrl+C was pressed since it was last looked for.
private let interrupts = Atomic<Int>(0)
