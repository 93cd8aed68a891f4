import Foundation
import Testing

/// From a chat's window to the desk and back, as an agent has it: real desktops, programs and keys.
@Suite(.serialized)
struct ChatWindowTests {
  private static let phrase = "非常抱歉，让您久等了 👩‍👩‍👧\n\t预计明天发出; $(x) 100%"

  /// The packages that those tests need; nil where they are all there.
  private static func missing(_ tools: [String], import modules: String) -> Comment? {
    let absent = tools.filter { tool in
      !["/usr/bin", "/bin", "/usr/sbin"].contains {
        FileManager.default.isExecutableFile(atPath: "\($0)/\(tool)")
      }
    }
    if !absent.isEmpty { return "\(absent.joined(separator: ", ")): not installed" }
    let status = try? spawn("/usr/bin/python3", ["-c", modules], environment: [:])
    return status == 0 ? nil : "python3 cannot \(modules)"
  }

  private static let x11Lacks = missing(
    ["Xvfb", "openbox", "xterm", "xdotool", "xprop", "xclip", "script"], import: "import tkinter")

  private static let swayLacks: Comment? = {
    let gtk = "import gi; gi.require_version('Gtk', '3.0')"
    let tools = ["sway", "swaymsg", "foot", "wtype", "wl-copy", "script"]
    if let lacks = missing(tools, import: gtk) { return lacks }
    guard getuid() == 0 else { return nil }
    // sway refuses root; another user has to be allowed to run what was built.
    let status = try? spawn(
      "runuser", ["-u", "nobody", "--", Program.path, "--version"],
      environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"])
    return status == 0 ? nil : "root cannot run phrasedesk as nobody, and sway not as root"
  }()

  @Test(
    .enabled(if: Self.x11Lacks == nil, Self.x11Lacks ?? ""), arguments: [ChatWindow.tk, .xterm])
  func `On X11: Alt+Z, a search, Enter, and the phrase is in the chat`(chat: ChatWindow) throws {
    try play(.x11, chat, terminal: "xterm -T desk -e")
  }

  @Test(
    .enabled(if: Self.swayLacks == nil, Self.swayLacks ?? ""), arguments: [ChatWindow.gtk, .foot])
  func `On sway: Alt+Z, a search, Enter, and the phrase is in the chat`(chat: ChatWindow) throws {
    try play(.sway, chat, terminal: "foot -T desk")
  }

  private func play(_ kind: ScratchDesktop.Kind, _ chat: ChatWindow, terminal: String) throws {
    let program = try Program()
    defer { program.clean() }
    let list = try program.file("shop.csv", "title,text,code\n延迟,\"\(Self.phrase)\",fhyc\n")
    #expect(try program.run("import", list).status == 0)
    let chatLine = try chat.line(for: program)
    let desktop = try ScratchDesktop(kind, for: program)

    // `script` keeps what the desk draws.
    desktop.open("\(terminal) script -qfc '\(Program.path) --send-to window' drawn")
    try #require(try eventually { try desktop.isOpen("desk") })
    desktop.open(chatLine)
    try #require(try eventually { try desktop.isOpen("chat") })
    // By its own name: once that works, the key has a desk to find.
    try #require(try eventually { try desktop.run(Program.path, "focus") != nil })
    try #require(try eventually { try desktop.front() == "desk" })

    for round in 1...2 {
      try desktop.bringToFront("chat")
      try #require(try eventually { try desktop.front() == "chat" })
      try desktop.pressAltZ()
      try #require(try eventually { try desktop.front() == "desk" }, "round \(round)")
      try desktop.enter("fhyc")
      let all = String(repeating: Self.phrase, count: round)
      #expect(eventually { said(program) == all }, "round \(round): \(said(program) ?? "nothing")")
      #expect(try eventually { try desktop.front() == "chat" }, "round \(round)")
      #expect(try desktop.clipboard() == Self.phrase)
    }

    try desktop.pressAltZ()
    try #require(try eventually { try desktop.front() == "desk" })
    try desktop.closeWindow("chat")
    try #require(try eventually { try !desktop.isOpen("chat") })
    try desktop.enter("fhyc")
    #expect(eventually { drawn(program).contains(" is gone. Paste it yourself. Copied with ") })
    #expect(try desktop.clipboard() == Self.phrase)
    #expect(try desktop.front() == "desk")
  }

  private func said(_ program: Program) -> String? {
    try? String(contentsOf: program.folder.appending(path: "chat.txt"), encoding: .utf8)
  }

  private func drawn(_ program: Program) -> String {
    let bytes = try? Data(contentsOf: program.folder.appending(path: "drawn"))
    return String(decoding: bytes ?? Data(), as: UTF8.self)
  }
}
