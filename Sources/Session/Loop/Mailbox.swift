import Chat
import Desk
import Glibc

/// Where workers put what they have to tell the desk, and what wakes its loop.
final class Mailbox: Sendable {
  /// What a worker may post.
  enum Letter: Sendable {
    case event(Event)
    /// Alt+Z was pressed elsewhere; whoever told it waits until that is taken in.
    case summons(from: Place, Handled)
    /// A phrase went out as it should; the agent may be led back, if nothing was typed since.
    case wayBack((@Sendable () -> Void)?)
    case openingFailed(OpeningError)
    /// Bytes for the terminal, which only the loop may write; the event is true once they are out.
    case terminalBytes([UInt8], then: Event)
  }

  /// Readable while there is a letter.
  let descriptor: Int32
  private let bell: Int32
  private let letters = Locked<[Letter]>([])

  /// - Throws: ``SessionError/noDescriptors`` when the process may open no more files.
  init() throws(SessionError) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .noDescriptors }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    descriptor = ends[0]
    bell = ends[1]
  }

  deinit {
    Glibc.close(descriptor)
    Glibc.close(bell)
  }

  /// Puts letters in that are taken out together.
  func post(_ letters: Letter...) {
    self.letters.withLock { $0 += letters }
    // A full pipe rings already.
    var one: UInt8 = 1
    _ = write(bell, &one, 1)
  }

  /// Takes everything out.
  func takeAll() -> [Letter] {
    var buffer = [UInt8](repeating: 0, count: 256)
    while read(descriptor, &buffer, buffer.count) == buffer.count {}
    return letters.withLock { letters in
      defer { letters = [] }
      return letters
    }
  }
}
