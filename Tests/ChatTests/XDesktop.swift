import ChatTrials
import Foundation

@testable import ChildProcess

/// An X server with a window manager, a chat of Tk and an xterm, in a folder of its own.
///
/// A shell holds them by a socket and ends them when the socket closes, so that they are gone even
/// when the tests are killed.
final class XDesktop {
  let folder: String
  let environment: [String: String]
  private let leash: Int32
  private let shell: pid_t

  /// Nil where the X server does not start.
  init?() {
    folder = "/tmp/pd-\(UUID().uuidString.prefix(8))"
    var sockets: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard mkdir(folder, 0o700) == 0, socketpair(AF_UNIX, kind, 0, &sockets) == 0 else { return nil }
    leash = sockets[0]
    // The server writes its number into the socket, from where it comes back to the shell.
    let script = """
      cd '\(folder)'
      exec 3>&0; Xvfb -displayfd 3 -nolisten tcp -noreset -screen 0 640x480x24 & exec 3>&-
      read number; DISPLAY=:$number; export DISPLAY
      openbox & manager=$!
      while kill -0 $manager && ! xprop -root _NET_SUPPORTING_WM_CHECK | grep -q 'window id'
      do sleep 0.05; done
      python3 -c '\(TkChat.program)' &
      xterm -e sh -c 'echo $WINDOWID > id; mv id xterm; exec cat > entered' &
      while read word; do if test "$word" = unmanage; then kill $manager; fi; done
      kill $(jobs -p); wait
      """
    let plain = ["PATH": "/usr/bin:/bin", "HOME": folder, "LC_ALL": "C.UTF-8"]
    let started = Spawn.start(
      "/bin/bash", ["-c", script], environment: plain, .init(input: .descriptor(sockets[1])))
    close(sockets[1])
    guard case .success(let shell) = started else {
      close(leash)
      return nil
    }
    self.shell = shell
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while line.last != UInt8(ascii: "\n"), recv(leash, &byte, 1, 0) == 1 { line.append(byte) }
    let number = String(decoding: line.dropLast(), as: UTF8.self)
    environment = plain.merging(["DISPLAY": ":\(number)"]) { $1 }
    guard line.count > 1 else { return nil }
    tell(number)
  }

  deinit {
    shutdown(leash, Int32(SHUT_RDWR))
    close(leash)
    waitpid(shell, nil, 0)
    try? FileManager.default.removeItem(atPath: folder)
  }

  func endWindowManager() { tell("unmanage") }

  private func tell(_ word: String) {
    let bytes = Array("\(word)\n".utf8)
    _ = send(leash, bytes, bytes.count, Int32(MSG_NOSIGNAL))
  }

  func read(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: "\(folder)/\(name)").map { [UInt8]($0) }
  }

  static let missing = [
    "Xvfb", "openbox", "xterm", "xdotool", "xprop", "xclip", "python3",
  ].filter { !isOnPath($0) }
}
