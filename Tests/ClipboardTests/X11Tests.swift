import Foundation
import Testing

@testable import ChildProcess
@testable import Clipboard

/// Through the real xclip and xsel, on a real X server.
@Suite(
  .enabled(if: XServer.isInstalled, "needs Xvfb, xclip and xsel: apt-get install xvfb xclip xsel"),
  .serialized)
struct X11Tests {
  private static let limits = Limits(perTool: .seconds(20), inAll: .seconds(60))

  private func clipboard(_ way: Way, on server: XServer) -> SystemClipboard {
    SystemClipboard(
      environment: ["DISPLAY": server.display, "PATH": "/usr/bin:/bin", "HOME": "/nonexistent"],
      setting: way, limits: Self.limits)
  }

  /// What another program gets when it pastes.
  ///
  /// By the tool that copied: xsel cannot read a megabyte that xclip holds.
  private func pasted(on server: XServer, with way: Way) throws -> [UInt8]? {
    let tool = try #require(Tool(for: way))
    let ending = ToolProcess.run(
      "/usr/bin/\(tool.program)", try #require(tool.readingBack),
      environment: ["DISPLAY": server.display], exchange: .collect(atMost: 1 << 24),
      until: .now + .seconds(60))
    guard case .exited(status: 0, let output) = ending else { return nil }
    return output
  }

  // xsel hands over more than 4,000 bytes in pieces, and on a busy machine answers a reader now and
  // then with nothing: one of 15 readings. That is why it stands below xclip.
  @Test(arguments: [(Way.xclip, [10, 1000, 65_536, 1 << 20]), (.xsel, [10, 1000, 3900])])
  func `Texts of every size arrive byte for byte and outlive the call`(
    way: Way, sizes: [Int]
  ) throws {
    let server = try #require(XServer())
    for size in sizes {
      let text =
        Array(String(repeating: "发", count: size / 3).utf8)
        + [UInt8](repeating: 0x7A, count: size % 3)
      let delivery = clipboard(way, on: server).deliver(text)
      #expect(delivery == Delivery(taken: [Taker(way: way, isVerified: true)]))
      // Compared outside of the macro, which would print a megabyte.
      let isPasted = try pasted(on: server, with: way) == text
      let isPastedAgain = try pasted(on: server, with: way) == text
      #expect(isPasted && isPastedAgain, "\(size) bytes with \(way)")
    }
  }

  @Test func `What looks like an attack arrives as it is`() throws {
    let server = try #require(XServer())
    let texts = [
      "-selection primary", "--help", "x;", "; touch /tmp/x", "$(touch x) `touch x` ${HOME}",
      "\u{1B}[2J\u{1B}]0;title\u{07}", "\u{1B}[200~a\u{1B}[201~rm\n", "\u{9B}201~", "a\r\nb\r\n\n",
      "#{pane_id} #(touch x) %s %n", "\u{202E}txt.exe\u{2066}", "😀e\u{301}\u{200B}\u{FEFF}", "\t",
      "\n", " ", "'\"\\",
    ]
    for text in texts {
      for way in [Way.xclip, .xsel] {
        let delivery = clipboard(way, on: server).deliver(Array(text.utf8))
        #expect(delivery.taken == [Taker(way: way, isVerified: true)], "\(text.debugDescription)")
        let isPasted = try pasted(on: server, with: way) == Array(text.utf8)
        #expect(isPasted, "\(text.debugDescription)")
      }
    }
  }

  @Test(arguments: ["image/png", "image/jpeg", "image/gif", "image/webp", "text/uri-list"])
  func `Bytes of another type arrive as they are, and are offered as that type alone`(
    mediaType: String
  ) throws {
    let server = try #require(XServer())
    for size in [1, 1_000, 65_537, 5 << 20] {
      let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
      let delivery = clipboard(.xclip, on: server).deliver(bytes, mediaType: mediaType)
      #expect(delivery == Delivery(taken: [Taker(way: .xclip, isVerified: true)]))
      let isPasted =
        try read(["-selection", "clipboard", "-target", mediaType, "-out"], on: server) == bytes
      #expect(isPasted, "\(size) bytes")
    }
    let offered = try read(["-selection", "clipboard", "-target", "TARGETS", "-out"], on: server)
    #expect(offered.map { String(decoding: $0, as: UTF8.self) } == "TARGETS\n\(mediaType)\n")
  }

  private func read(_ arguments: [String], on server: XServer) throws -> [UInt8]? {
    let ending = ToolProcess.run(
      "/usr/bin/xclip", arguments, environment: ["DISPLAY": server.display],
      exchange: .collect(atMost: 1 << 24), until: .now + .seconds(60))
    guard case .exited(status: 0, let output) = ending else { return nil }
    return output
  }

  @Test func `What is no text goes by no way that carries only text`() throws {
    let bytes: [UInt8] = [0x89, 0x50, 0, 0xFF]
    let places: [[String: String]] = [
      ["TERM": "xterm"], ["SSH_TTY": "/dev/pts/9", "TERM": "xterm"],
      // A display that is forwarded is another machine's.
      ["SSH_TTY": "/dev/pts/9", "DISPLAY": ":7", "TERM": "xterm"],
    ]
    for place in places {
      let environment = place.merging(["PATH": "/usr/bin:/bin"]) { one, _ in one }
      let clipboard = SystemClipboard(environment: environment, limits: Self.limits)
      #expect(clipboard.deliver(bytes, mediaType: "image/png") == nil, "\(place)")
    }
    let lost = SystemClipboard(
      environment: ["DISPLAY": "/nonexistent:99", "PATH": "/usr/bin:/bin"], limits: Self.limits
    ).deliver(bytes, mediaType: "image/png")
    #expect(lost?.isTaken == false)
    #expect(lost?.failures == [Failure(way: .xclip, reason: .exited(status: 1))])
  }

  @Test func `Without a display to reach, the tools say so and the next is tried`() {
    let delivery = SystemClipboard(
      environment: ["DISPLAY": "/nonexistent:99", "PATH": "/usr/bin:/bin", "TERM": "xterm"],
      limits: Self.limits
    ).deliver(Array("hello".utf8))
    #expect(delivery.failures.map(\.way) == [.xclip, .xsel])
    #expect(delivery.failures.allSatisfy { $0.reason == .exited(status: 1) })
    #expect(delivery.taken == [Taker(way: .osc52)])
  }

  @Test func `200 copies leave no descriptor and no zombie behind`() throws {
    let server = try #require(XServer())
    let clipboard = clipboard(.xclip, on: server)
    #expect(clipboard.deliver([0x61]).isTaken)
    // The lowest free descriptor climbs with every one that is left open. Tests beside this one
    // open and close files of their own, so it may climb a little.
    var free: Set<Int32> = []
    for round in 0..<200 {
      let text = Array("copy \(round)".utf8)
      #expect(clipboard.deliver(text).taken == [Taker(way: .xclip, isVerified: true)])
      let descriptor = dup(0)
      free.insert(descriptor)
      close(descriptor)
    }
    #expect(free.count < 100)
    #expect(eventually { zombies().isEmpty })
  }

  /// The children of this process that have ended and wait to be reaped.
  private func zombies() -> [String] {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return entries.filter { entry in
      guard Int(entry) != nil,
        let stat = try? String(contentsOfFile: "/proc/\(entry)/stat", encoding: .utf8),
        let end = stat.lastIndex(of: ")")
      else { return false }
      let fields = stat[stat.index(after: end)...].split(separator: " ")
      return fields.first == "Z" && fields.dropFirst().first == "\(getpid())"
    }
  }
}
