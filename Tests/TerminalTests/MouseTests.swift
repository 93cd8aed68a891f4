import Desk
import Testing

@testable import Terminal

@Suite struct MouseTests {
  private func decode(_ text: String) -> [Input] { decode(Array(text.utf8)) }

  private func decode(_ bytes: [UInt8]) -> [Input] {
    var decoder = InputDecoder()
    return decoder.decode(bytes, at: 0) + decoder.settle()
  }

  private func mouse(_ kind: MouseEvent.Kind, _ row: Int, _ column: Int) -> Input {
    .mouse(MouseEvent(kind, at: Position(row: row, column: column)))
  }

  @Test func `Press and release on one cell are a click`() {
    #expect(decode("\u{1B}[<0;5;3M\u{1B}[<0;5;3m") == [mouse(.click, 2, 4)])
  }

  @Test func `Wide terminals are no different`() {
    #expect(decode("\u{1B}[<0;480;230M\u{1B}[<0;480;230m") == [mouse(.click, 229, 479)])
  }

  @Test func `The wheel needs no release`() {
    #expect(
      decode("\u{1B}[<64;1;1M\u{1B}[<65;2;9M") == [mouse(.wheelUp, 0, 0), mouse(.wheelDown, 8, 1)])
  }

  @Test func `Motion with the button down is a drag from where it was pressed`() {
    #expect(
      decode("\u{1B}[<0;5;3M\u{1B}[<32;5;4M\u{1B}[<32;6;4M\u{1B}[<0;6;4m")
        == [mouse(.drag, 2, 4), mouse(.drag, 3, 4), mouse(.drag, 3, 5), mouse(.release, 3, 5)])
  }

  @Test func `Who drags back to where it began has clicked nothing`() {
    #expect(
      decode("\u{1B}[<0;5;3M\u{1B}[<32;5;4M\u{1B}[<32;5;3M\u{1B}[<0;5;3m")
        == [mouse(.drag, 2, 4), mouse(.drag, 3, 4), mouse(.drag, 2, 4), mouse(.release, 2, 4)])
  }

  @Test func `A hand that trembles within one cell clicks`() {
    #expect(
      decode("\u{1B}[<0;5;3M\u{1B}[<32;5;3M\u{1B}[<32;5;3M\u{1B}[<0;5;3m") == [mouse(.click, 2, 4)])
  }

  @Test func `The button that was let go outside of the window drags nothing on`() {
    #expect(
      decode(
        "\u{1B}[<0;5;3M\u{1B}[<32;5;4M\u{1B}[<0;9;9M\u{1B}[<0;9;9m\u{1B}[<32;5;5M\u{1B}[<0;5;5m")
        == [mouse(.drag, 2, 4), mouse(.drag, 3, 4), mouse(.click, 8, 8)])
  }

  @Test(arguments: [
    // Pressed here and let go there.
    "\u{1B}[<0;5;3M\u{1B}[<0;6;3m",
    // Let go without a press, and once more after a click was taken.
    "\u{1B}[<0;5;3m",
    // Pressed alone.
    "\u{1B}[<0;5;3M",
    // The other buttons, also dragged, motion without a press, the wheel's sides, and what is held down with a key.
    "\u{1B}[<1;5;3M\u{1B}[<1;5;3m", "\u{1B}[<2;5;3M\u{1B}[<2;5;3m", "\u{1B}[<32;5;3M",
    "\u{1B}[<35;5;3M", "\u{1B}[<2;5;3M\u{1B}[<34;5;4M\u{1B}[<2;5;4m",
    "\u{1B}[<66;5;3M", "\u{1B}[<67;5;3M", "\u{1B}[<4;5;3M\u{1B}[<4;5;3m",
    "\u{1B}[<16;5;3M\u{1B}[<16;5;3m", "\u{1B}[<72;5;3M", "\u{1B}[<128;5;3M",
  ])
  func `What is no click and no wheel is nothing, not even text`(text: String) {
    #expect(decode(text) == [])
  }

  @Test func `The right button in between does not let the left one go`() {
    #expect(
      decode("\u{1B}[<0;5;3M\u{1B}[<2;5;3M\u{1B}[<2;5;3m\u{1B}[<0;5;3m") == [mouse(.click, 2, 4)])
  }

  @Test(arguments: [
    "\u{1B}[<M", "\u{1B}[<0M", "\u{1B}[<0;5M", "\u{1B}[<0;5;3;7M", "\u{1B}[<0;0;3M\u{1B}[<0;0;3m",
    "\u{1B}[<64;0;0M", "\u{1B}[<64;99999999999999999999;1M", "\u{1B}[<64;1;99999999M",
    "\u{1B}[<-64;1;1M", "\u{1B}[<64;1;1;M", "\u{1B}[<x;1;1M", "\u{1B}[<<64;1;1M",
    "\u{1B}[?64;1;1M", "\u{1B}[<999;1;1m",
  ])
  func `Rubbish and huge numbers are nothing, and the key behind them counts`(text: String) {
    let key = Input.key(Key(.down))
    #expect(decode(text + "\u{1B}[B").last == key)
    #expect(!decode(text + "\u{1B}[B").contains { if case .mouse = $0 { true } else { false } })
  }

  @Test func `A report may arrive in any two pieces`() {
    let bytes = Array("a\u{1B}[<0;480;23M\u{1B}[<0;480;23mb".utf8)
    let expected = [
      Input.key(Key(.character("a"))), mouse(.click, 22, 479), .key(Key(.character("b"))),
    ]
    for split in 1..<bytes.count {
      var decoder = InputDecoder()
      let first = decoder.decode(Array(bytes[..<split]), at: 0)
      #expect(first + decoder.decode(Array(bytes[split...]), at: 40) == expected, "\(split)")
    }
  }

  @Test func `A report may arrive byte by byte`() {
    var decoder = InputDecoder()
    var inputs: [Input] = []
    for (index, byte) in "\u{1B}[<0;5;3M\u{1B}[<0;5;3m".utf8.enumerated() {
      inputs += decoder.decode([byte], at: UInt64(index) * 30)
    }
    #expect(inputs == [mouse(.click, 2, 4)])
  }

  @Test func `Esc right before a report is Esc`() {
    #expect(decode("\u{1B}\u{1B}[<64;1;1M") == [.key(Key(.escape)), mouse(.wheelUp, 0, 0)])
  }

  @Test func `Inside a paste it is text`() {
    #expect(decode("\u{1B}[200~\u{1B}[<64;1;1M\u{1B}[201~") == [.paste("\u{1B}[<64;1;1M")])
  }

  /// What terminals send that know mode 1002 but not 1006: three bytes, which are no letters.
  @Test func `The older form is understood too`() {
    func report(_ button: UInt8, _ column: UInt8, _ row: UInt8) -> [UInt8] {
      [0x1B, UInt8(ascii: "["), UInt8(ascii: "M"), button + 32, column + 32, row + 32]
    }
    #expect(decode(report(0, 5, 3) + report(3, 5, 3)) == [mouse(.click, 2, 4)])
    #expect(
      decode(report(0, 5, 3) + report(32, 5, 4) + report(3, 5, 4))
        == [mouse(.drag, 2, 4), mouse(.drag, 3, 4), mouse(.release, 3, 4)])
    #expect(decode(report(64, 200, 100)) == [mouse(.wheelUp, 99, 199)])
    #expect(decode(report(0, 0, 0) + report(3, 0, 0)) == [])
    for split in 1..<6 {
      var decoder = InputDecoder()
      let bytes = report(65, 7, 7)
      #expect(decoder.decode(Array(bytes[..<split]), at: 0).isEmpty)
      #expect(decoder.decode(Array(bytes[split...]), at: 40) == [mouse(.wheelDown, 6, 6)])
    }
  }
}
