import ChildProcess
import Glibc

@testable import Clipboard

/// An X server of one's own, on a display number that it finds free itself.
///
/// A shell holds it by a socket and ends it when the socket closes, so that it is gone even when
/// the tests are killed.
final class XServer {
  let display: String
  private let leash: Int32
  private let shell: pid_t

  /// Nil where Xvfb does not start.
  init?() {
    var sockets: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &sockets) == 0 else { return nil }
    // The server writes its number into the socket and closes it; the shell waits for its end.
    let script = """
      exec 3>&0; Xvfb -displayfd 3 -nolisten tcp -screen 0 64x64x8 & exec 3>&-
      read line; kill $!; wait
      """
    let started = Spawn.start(
      "/bin/sh", ["-c", script], environment: ["PATH": "/usr/bin:/bin"],
      .init(input: .descriptor(sockets[1])))
    close(sockets[1])
    guard case .success(let shell) = started else {
      close(sockets[0])
      return nil
    }
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while line.last != UInt8(ascii: "\n"), recv(sockets[0], &byte, 1, 0) == 1 { line.append(byte) }
    self.shell = shell
    leash = sockets[0]
    display = ":" + String(decoding: line.dropLast(), as: UTF8.self)
    guard line.count > 1 else { return nil }
  }

  deinit {
    shutdown(leash, Int32(SHUT_RDWR))
    close(leash)
    waitpid(shell, nil, 0)
  }

  static let isInstalled = ["Xvfb", "xclip", "xsel"].allSatisfy(isOnPath)
}

/// Whether a program is installed where Debian puts programs.
func isOnPath(_ program: String) -> Bool { access("/usr/bin/\(program)", X_OK) == 0 }
