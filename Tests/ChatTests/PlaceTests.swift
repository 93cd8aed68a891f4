import Testing

@testable import Chat

struct PlaceTests {
  private let place = Place(
    pane: Pane(server: "/tmp/tmux-0/default", id: "%5", process: 4711, command: "weechat"),
    window: Window(desktop: .x11, id: 0x400007, process: 12, kind: "XTerm"))

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

  @Test func `A message without its end, or of another kind, is none`() {
    #expect(DeskMessage(Array("focus 2\n\n".utf8)) == nil)
    #expect(DeskMessage([]) == nil)
    #expect(DeskMessage([0xFF, 0xFE, 0x0A, 0x0A]) == nil)
  }
}
