import Testing

@testable import Chat

struct PlaceTests {
  private let place = Place(
    pane: Pane(
      server: "/tmp/tmux-0/default", id: "%5", process: 4711, command: "weechat",
      edges: [.left, .top]),
    window: Window(desktop: .x11, id: 0x400007, process: 12, kind: "XTerm", title: "客户 王"))

  @Test func `A place arrives as it was told`() {
    #expect(Place(lines: place.lines.map { $0[...] }) == place)
    #expect(DeskMessage(DeskMessage.focus(from: place).bytes) == .focus(from: place))
    #expect(DeskMessage(DeskMessage.answer(Place()).bytes) == .answer(Place()))
  }

  @Test(arguments: [
    "pane\trelative\t%5\t1\tcat", "pane\t/s\t5\t1\tcat", "pane\t/s\t%5;kill\t1\tcat",
    "pane\t/s\t%5\tx\tcat", "window\tmac\t5\t1\tx", "window\tx11\t-5\t1\tx", "window\tx11\t5\t1",
    "door\t1\t2\t3\t4", "",
  ])
  func `What is no place is left out`(_ line: String) {
    #expect(Place(lines: [line[...]]).isEmpty)
  }

  @Test func `Separators in a name make no other fields`() {
    var odd = place
    odd.pane?.command = "a\tb\nwindow\tx11\t1\t1\tx"
    let read = Place(lines: odd.lines.flatMap { $0.split(separator: "\n") })
    #expect(read.pane?.command == "abwindowx1111x")
    #expect(read.window == place.window)
  }

  @Test func `A pane names the chat, whatever runs in it`() {
    var other = place
    other.pane?.command = "bash"
    other.window?.title = "another"
    #expect(other.conversation == place.conversation)
    other.pane?.process = 4712
    #expect(other.conversation != place.conversation)
    #expect(Place().conversation == nil)
  }

  @Test(arguments: ["Anna", "(3) Anna", "(99+) Anna", "[4] Anna", "（5）Anna", "【6】 Anna"])
  func `A window names the chat with its title, but for the count of what is unread`(title: String)
  {
    func named(_ title: String) -> String? {
      Place(window: Window(desktop: .x11, id: 7, process: 2, kind: "firefox", title: title))
        .conversation
    }
    #expect(named(title) == named("Anna"))
    #expect(named(title) != named("Ben"))
    #expect(named("(Anna)") != named("Anna") && named("()Anna") != named("Anna"))
  }

  @Test func `A window is the same with another title, and none without its process`() {
    let window = Window(desktop: .sway, id: 7, process: 2, kind: "firefox", title: "Anna")
    var other = window
    other.title = "Ben"
    #expect(window.isSame(as: other))
    other.process = 3
    #expect(!window.isSame(as: other) && !window.isSame(as: nil))
  }

  @Test func `The longest names still make a message`() {
    let long = String(repeating: "字", count: 500)
    let place = Place(
      pane: Pane(server: "/" + long, id: "%5", process: 1, command: long),
      window: Window(desktop: .x11, id: 1, process: 1, kind: long, title: long))
    let bytes = DeskMessage.focus(from: place).bytes
    #expect(bytes.count <= DeskMessage.limit)
    #expect(DeskMessage(bytes) != nil)
  }

  @Test func `A message without its end, or of another kind, is none`() {
    #expect(DeskMessage(Array("focus 2\n\n".utf8)) == nil)
    #expect(DeskMessage([]) == nil)
    #expect(DeskMessage([0xFF, 0xFE, 0x0A, 0x0A]) == nil)
  }
}
