import Foundation
import Testing

@testable import Chat
@testable import ChatTrials
@testable import ChildProcess

/// Desks and their callers, over real sockets.
@Suite(.serialized)
struct DeskSocketTests {
  private let root = "/tmp/pd-\(UUID().uuidString.prefix(8))"
  private let chat = Place(pane: Pane(server: "/tmp/t", id: "%5", process: 1, command: "cat"))
  private let own = Place(window: Window(desktop: .x11, id: 7, process: 2, kind: "XTerm"))

  /// Where each call told that the agent came from.
  private final class Calls: @unchecked Sendable {
    private let lock = NSLock()
    private var places: [Place] = []
    var all: [Place] { lock.withLock { places } }
    func add(_ place: Place) { lock.withLock { places.append(place) } }
  }

  /// A desk in this process, in a folder that goes afterwards.
  private func withDesk(
    in name: String = "phrasedesk", _ body: (DeskFolder, Calls) throws -> Void
  ) throws {
    mkdir(root, 0o700)
    defer { try? FileManager.default.removeItem(atPath: root) }
    let folder = DeskFolder(runtime: "\(root)/\(name)")
    let calls = Calls()
    let opened = DeskSocket(
      in: folder, at: { [own] in own },
      focus: {
        calls.add($0)
        return true
      })
    let desk = try #require(opened)
    defer { desk.close() }
    try body(folder, calls)
  }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  private func names(in folder: DeskFolder) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  }

  /// A caller that says this much and no more.
  private func call(_ folder: DeskFolder, saying bytes: [UInt8]) throws -> Int32 {
    let socket = try LocalSocket.connect(to: folder.socket(of: getpid())).get()
    #expect(send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count)
    return socket
  }

  @Test func `A thousand calls are answered, and tell where the agent came from`() throws {
    try withDesk { folder, calls in
      let desk = try #require(folder.desks().first)
      #expect(desk.process == getpid())
      #expect(desk.place(within: .seconds(60)) == own)
      for _ in 0..<1000 { #expect(desk.focus(from: chat, within: .seconds(60)) == own) }
      #expect(calls.all == Array(repeating: chat, count: 1000))
    }
  }

  @Test func `Nobody but this user reaches it, whatever the umask is`() throws {
    try withDesk { folder, _ in
      #expect(mode(folder.path) == 0o700)
      #expect(mode(folder.socket(of: getpid())) == 0o600)
      #expect(names(in: folder) == ["desk-\(getpid()).sock"])
    }
  }

  @Test func `A path longer than an address of a socket does as well`() throws {
    try withDesk(in: String(repeating: "long/", count: 60) + "phrasedesk") { folder, calls in
      #expect(folder.socket(of: getpid()).utf8.count > 108)
      #expect(mode(folder.socket(of: getpid())) == 0o600)
      #expect(folder.desks().first?.focus(from: chat, within: .seconds(60)) == own)
      #expect(calls.all == [chat])
    }
  }

  @Test(arguments: [0o755, 0o770, 0o701])
  func `A folder that others may enter is closed before a desk is called there`(mode: mode_t) {
    mkdir(root, 0o700)
    defer { try? FileManager.default.removeItem(atPath: root) }
    chmod(root, mode)
    #expect(DeskFolder(runtime: root).desks().isEmpty)
    #expect(DeskFolder(runtime: root).obstacle == .notPrivate(root))
    let desk = DeskSocket(in: DeskFolder(runtime: root), at: { Place() }, focus: { _ in true })
    #expect(desk != nil)
    #expect(self.mode(root) == 0o700)
    #expect(DeskFolder(runtime: root).obstacle == nil)
  }

  @Test(arguments: [0o777, 0o702])
  func `A folder that others may write to is refused`(mode: mode_t) {
    mkdir(root, 0o700)
    defer { try? FileManager.default.removeItem(atPath: root) }
    chmod(root, mode)
    let desk = DeskSocket(in: DeskFolder(runtime: root), at: { Place() }, focus: { _ in true })
    #expect(desk == nil)
    #expect(DeskFolder(runtime: root).desks().isEmpty)
    #expect(DeskFolder(runtime: root).obstacle == .notPrivate(root))
  }

  @Test func `What is in the way of a folder is known without making it`() {
    mkdir(root, 0o700)
    defer { try? FileManager.default.removeItem(atPath: root) }
    #expect(DeskFolder(runtime: root).obstacle == nil)
    #expect(DeskFolder(runtime: "\(root)/a/b").obstacle == nil)
    #expect(DeskFolder(runtime: "/dev/null/a/b").obstacle == .notWritable("/dev/null"))
    #expect(access("\(root)/a", F_OK) != 0)
  }

  @Test func `A link to a folder is refused, and a folder that is another's`() throws {
    mkdir(root, 0o700)
    defer { try? FileManager.default.removeItem(atPath: root) }
    mkdir("\(root)/own", 0o700)
    symlink("\(root)/own", "\(root)/link")
    #expect(!DeskFolder(runtime: "\(root)/link").make())
    #expect(DeskFolder(runtime: "\(root)/own").make())
    guard getuid() == 0 else { return }
    chown("\(root)/own", 65_534, 65_534)
    #expect(!DeskFolder(runtime: "\(root)/own").make())
  }

  @Test func `What a desk left behind goes, and what is no socket of a desk stays`() throws {
    try withDesk { folder, _ in
      let left = try #require(LocalSocket.listen(at: folder.socket(of: 999_999)))
      close(left)
      #expect(FileManager.default.createFile(atPath: "\(folder.path)/desk-x.sock", contents: nil))
      #expect(folder.desks().map(\.process) == [getpid()])
      #expect(Set(names(in: folder)) == ["desk-\(getpid()).sock", "desk-x.sock"])
    }
  }

  @Test(arguments: [
    "", "\n\n", "focus 1\npane\t/t\t%5", "focus 2\n\n", String(repeating: "x", count: 5000),
    "\u{0}\u{1B}]52;c;\n\n",
  ])
  func `Garbage focuses nothing, and the next caller is served`(_ message: String) throws {
    try withDesk { folder, calls in
      let socket = try call(folder, saying: Array(message.utf8))
      shutdown(socket, Int32(SHUT_WR))
      defer { close(socket) }
      #expect(folder.desks().first?.focus(from: chat, within: .seconds(60)) == own)
      #expect(calls.all == [chat])
    }
  }

  @Test func `Whoever is silent, or speaks a byte at a time, is given up`() throws {
    try withDesk { folder, calls in
      let silent = try call(folder, saying: [])
      defer { close(silent) }
      let slow = try call(folder, saying: [])
      let talker = Thread {
        // Until the desk has hung up.
        while send(slow, "x", 1, Int32(MSG_NOSIGNAL)) == 1 { usleep(20_000) }
        close(slow)
      }
      talker.start()
      #expect(folder.desks().first?.focus(from: chat, within: .seconds(60)) == own)
      #expect(calls.all == [chat])
    }
  }

  /// What a key of the window manager, far from any tmux, comes to.
  private func summon(_ folder: DeskFolder) -> Summons.Outcome {
    let running = Running(
      environment: ["PATH": "/usr/bin:/bin"], limit: .milliseconds(300))
    return Summons(running: running, folder: folder).run(paneID: nil, columns: 40) { _ in [] }
  }

  @Test func `A stopped desk is said to be stopped, and one that is deaf to give no answer`() throws
  {
    mkdir(root, 0o700)
    defer { try? FileManager.default.removeItem(atPath: root) }
    let folder = DeskFolder(runtime: root)
    #expect(summon(folder) == .noDesk)
    let sleeper = try Spawn.start("/bin/sleep", ["600"], environment: [:]).get()
    defer {
      kill(sleeper, SIGKILL)
      waitpid(sleeper, nil, 0)
    }
    let socket = try #require(LocalSocket.listen(at: folder.socket(of: sleeper)))
    defer { close(socket) }
    #expect(summon(folder) == .silent(process: sleeper))
    kill(sleeper, SIGSTOP)
    #expect(eventually { ProcessStatus(of: sleeper)?.isStopped == true })
    let first = summon(folder)
    #expect(first == .suspended(process: sleeper))
    kill(sleeper, SIGCONT)
    #expect(eventually { ProcessStatus(of: sleeper)?.isStopped == false })
    #expect(summon(folder) == .silent(process: sleeper))
  }

  @Test func `A process is read whatever its name holds`() {
    let line = Array("7 (a) T (b c) T 5 7 7 34816 9 4194304".utf8)
    let status = ProcessStatus(line: line)
    #expect(status?.name == "a) T (b c" && status?.isStopped == true)
    #expect(status?.parent == 5 && status?.foregroundGroup == 9)
    #expect(ProcessStatus(line: Array("7 )a( S 5 7 7 34816 9".utf8)) == nil)
    #expect(ProcessStatus(of: getpid())?.isStopped == false)
  }

  @Test func `A desk that is stopped keeps nobody waiting for a place in its queue`() throws {
    mkdir(root, 0o700)
    defer { try? FileManager.default.removeItem(atPath: root) }
    let folder = DeskFolder(runtime: root)
    let deaf = try #require(LocalSocket.listen(at: folder.socket(of: 999_998)))
    defer { close(deaf) }
    var queued: [Int32] = []
    defer { for socket in queued { close(socket) } }
    var failure: LocalSocket.Failure?
    while failure == nil, queued.count < 100 {
      switch LocalSocket.connect(to: folder.socket(of: 999_998)) {
      case .success(let socket): queued.append(socket)
      case .failure(let found): failure = found
      }
    }
    #expect(failure == LocalSocket.Failure(number: EAGAIN))
    #expect(folder.desks().map(\.process) == [999_998])
    #expect(folder.desks().first?.focus(from: chat, within: .seconds(60)) == nil)
    // It is not taken for one that was left behind.
    #expect(names(in: folder) == ["desk-999998.sock"])
  }

  @Test func `A closed desk has taken its socket away`() throws {
    mkdir(root, 0o700)
    defer { try? FileManager.default.removeItem(atPath: root) }
    let folder = DeskFolder(runtime: root)
    let desk = DeskSocket(in: folder, at: { Place() }, focus: { _ in true })
    #expect(names(in: folder) == ["desk-\(getpid()).sock"])
    try #require(desk).close()
    #expect(names(in: folder).isEmpty)
  }
}
