import Glibc

/// Where threads put what they have to tell a loop, and what wakes it.
///
/// ```swift
/// let mailbox = try Mailbox<Letter>()
/// worker.run { mailbox.post(.loaded(phrases())) }
/// // The loop: poll(mailbox.descriptor), then
/// for letter in mailbox.takeAll() { take(letter) }
/// ```
public final class Mailbox<Letter: Sendable>: Sendable {
  /// Readable while there is a letter.
  public let descriptor: Int32
  private let bell: Int32
  private let letters = Locked<[Letter]>([])

  /// - Throws: ``NoDescriptors`` when the process may open no more files.
  public init() throws(NoDescriptors) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw NoDescriptors() }
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
  public func post(_ letters: Letter...) { post(letters) }

  /// Puts letters in that are taken out together.
  public func post(_ letters: [Letter]) {
    self.letters.withLock { $0 += letters }
    // A full pipe rings already.
    var one: UInt8 = 1
    _ = write(bell, &one, 1)
  }

  /// Takes everything out.
  public func takeAll() -> [Letter] {
    var buffer = [UInt8](repeating: 0, count: 256)
    while read(descriptor, &buffer, buffer.count) == buffer.count {}
    return letters.withLock { letters in
      defer { letters = [] }
      return letters
    }
  }
}

/// The process may open no more files.
public struct NoDescriptors: Error {}
