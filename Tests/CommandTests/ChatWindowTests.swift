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
    #expect(eventually { drawn(program).contains(" is gone: press Alt+Z in a chat") })
    #expect(try desktop.clipboard() == Self.phrase)
    #expect(try desktop.front() == "desk")
  }

  @Test(.enabled(if: Self.x11Lacks == nil && Tmux.isInstalled, Self.x11Lacks ?? "tmux is missing"))
  func `A key of the desktop finds the pane beside the desk, and the desk is no chat`() throws {
    let phrase = "今天发货 $(x) 100%"
    let program = try Program()
    defer { program.clean() }
    let list = try program.file("shop.csv", "title,text,code\n延迟,\(phrase),fhyc\n")
    #expect(try program.run("import", list).status == 0)
    let folder = program.folder.path
    let settings = try program.file("tmux.conf", "set -g destroy-unattached on\n")
    let tmux = "tmux -S \(folder)/tmux.socket"
    let desktop = try ScratchDesktop(.x11, for: program)
    desktop.open(
      "xterm -T desk -e \(tmux) -f \(settings) new-session 'stty -icanon; exec cat > \(folder)/pane.txt'"
        + " ';' split-window -h '\(Program.path) --send-to pane' ';' select-pane -t 0")
    func activePane() throws -> String? {
      try desktop.run(
        "tmux", "-S", "\(folder)/tmux.socket", "display-message", "-p", "#{pane_index}")
    }
    func inPane() -> String? { try? String(contentsOfFile: "\(folder)/pane.txt", encoding: .utf8) }
    try #require(try eventually { try desktop.front() == "desk" })
    try #require(try eventually { try desktop.run(Program.path, "focus") != nil })
    try #require(try eventually { try activePane() == "1\n" })

    // From the pane of the chat, which the window manager knows nothing of.
    _ = try desktop.run("tmux", "-S", "\(folder)/tmux.socket", "select-pane", "-t", "0")
    try desktop.pressAltZ()
    try #require(try eventually { try activePane() == "1\n" })
    // Pressed in the desk itself it changes nothing; by its name, since nothing shows when it is done.
    #expect(try desktop.run(Program.path, "focus") != nil)
    try desktop.enter("fhyc")
    #expect(eventually { inPane() == phrase }, "\(inPane() ?? "nothing")")
    #expect(try eventually { try activePane() == "0\n" })

    // From a window beside it: no pane is meant.
    desktop.open(try ChatWindow.tk.line(for: program))
    try #require(try eventually { try desktop.isOpen("chat") })
    try desktop.bringToFront("chat")
    try #require(try eventually { try desktop.front() == "chat" })
    try desktop.pressAltZ()
    try #require(try eventually { try desktop.front() == "desk" })
    try #require(try eventually { try activePane() == "1\n" })
    try desktop.enter("fhyc")
    #expect(
      try eventually {
        let screen = try desktop.run(
          "tmux", "-S", "\(folder)/tmux.socket", "capture-pane", "-p", "-t", "1")
        return screen?.contains("Where phrases go") == true
      })
    #expect(inPane() == phrase)
  }

  private func said(_ program: Program) -> String? {
    try? String(contentsOf: program.folder.appending(path: "chat.txt"), encoding: .utf8)
  }

  private func drawn(_ program: Program) -> String {
    let bytes = try? Data(contentsOf: program.folder.appending(path: "drawn"))
    return String(decoding: bytes ?? Data(), as: UTF8.self)
  }
}
