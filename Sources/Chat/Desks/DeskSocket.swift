import Foundation

/// The socket on which a desk is called to the front.
///
/// One thread waits at it, and does nothing else as long as nobody calls.
public final class DeskSocket: Sendable {
  private let path: String
  private let socket: Int32
  /// Written to once, which ends the thread.
  private let stop: Int32

  /// Opens the socket of this process; nil where there can be none, so that the desk runs without.
  ///
  /// - Parameters:
  ///   - folder: the folder of desks, which is made.
  ///   - place: where this desk is.
  ///   - focus: called on the socket's thread; returns once keys go to the search box.
  public init?(
    in folder: DeskFolder, at place: @escaping @Sendable () -> Place,
    focus: @escaping @Sendable (Place) -> Bool
  ) {
    path = folder.socket(of: getpid())
    var ends: [Int32] = [0, 0]
    guard folder.make(), pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    guard let socket = LocalSocket.listen(at: path) else {
      for end in ends { Glibc.close(end) }
      return nil
    }
    self.socket = socket
    stop = ends[1]
    let wake = ends[0]
    let thread = Thread {
      while DeskSocket.waits(for: socket, unless: wake) {
        let caller = accept(socket, nil, nil)
        guard caller >= 0 else {
          // Out of descriptors, say: the caller is still there, and would be found again at once.
          usleep(10_000)
          continue
        }
        DeskSocket.serve(caller, place, focus)
        Glibc.close(caller)
      }
      Glibc.close(socket)
      Glibc.close(wake)
    }
    thread.name = "desk socket"
    thread.start()
  }

  /// Takes the socket away; nobody is answered any more.
  public func close() {
    unlink(path)
    Glibc.close(stop)
  }

  /// Waits for a caller; false when the desk is closed.
  private static func waits(for socket: Int32, unless wake: Int32) -> Bool {
    while true {
      var descriptors = [
        pollfd(fd: socket, events: Int16(POLLIN), revents: 0),
        pollfd(fd: wake, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&descriptors, 2, -1)
      if descriptors[1].revents != 0 { return false }
      if count > 0 { return true }
    }
  }

  private static func serve(
    _ caller: Int32, _ place: () -> Place, _ focus: (Place) -> Bool
  ) {
    guard LocalSocket.isOwn(caller) else { return }
    switch LocalSocket.read(caller, within: .milliseconds(200)) {
    case .ask: _ = LocalSocket.write(.answer(place()), to: caller)
    case .focus(let from):
      guard focus(from) else { return }
      _ = LocalSocket.write(.answer(place()), to: caller)
    case .answer, nil: break
    }
  }
}
