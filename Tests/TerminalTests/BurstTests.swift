import Desk
import Testing

@testable import Terminal

@Suite struct BurstTests {
  private static let pastes = [
    "refund\rmy parcel has not come, where is it?\rthanks\r",
    "在吗\r\r订单什么时候发货呀\r", "a\nb", "1\r\n2\r\n", "\tx\r\ty",
    "my parcel has not come, where is it?\r",
  ]

  // MARK: - Pastes

  @Test(arguments: pastes)
  func `A paste cut twice is no key but text`(text: String) {
    let bytes = Array(text.utf8)
    for first in 0...bytes.count {
      for second in first...bytes.count {
        for pauses: (UInt64, UInt64) in [(0, 9), (9, 30), (30, 1), (30, 30)] {
          var line = Line()
          line.send(bytes[..<first])
          line.send(bytes[first..<second], after: pauses.0)
          line.send(bytes[second...], after: pauses.1)
          line.rest()
          let place = Comment(rawValue: "cut at \(first) and \(second), \(pauses)")
          #expect(line.hasOnlyText, place)
          #expect(line.text == text, place)
        }
      }
    }
  }

  @Test(arguments: pastes, [0, 1, 5, 9, 10, 17, 29, 30] as [UInt64])
  func `A paste whose bytes come one by one is no key but text`(text: String, pause: UInt64) {
    var line = Line()
    for byte in text.utf8 { line.send([byte], after: pause) }
    line.rest()
    #expect(line.hasOnlyText)
    #expect(line.text == text)
  }

  @Test func `What comes together is one paste, whole`() {
    for text in BurstTests.pastes {
      var line = Line()
      line.send(Array(text.utf8))
      line.rest()
      #expect(line.inputs == [.paste(text)])
    }
  }

  @Test func `A hundred kilobytes are one paste`() {
    let text = String(repeating: "亲，您的包裹还没有到。\r", count: 3_000)
    let bytes = Array(text.utf8)
    var line = Line()
    for start in stride(from: 0, to: bytes.count, by: 4_095) {
      line.send(bytes[start..<min(start + 4_095, bytes.count)], after: 1)
    }
    line.rest()
    #expect(line.inputs == [.paste(text)])
  }

  @Test func `A long line without a break is one as well, once it is longer than anybody types`() {
    var line = Line()
    line.send(Array(repeating: UInt8(ascii: "x"), count: 100_000))
    line.rest()
    #expect(line.inputs == [.paste(String(repeating: "x", count: 100_000))])
  }

  @Test func `A paste is held no longer than a paste with brackets may be`() {
    var line = Line()
    line.send(Array(repeating: UInt8(ascii: "x"), count: PasteCollector.limit + 9))
    line.rest()
    #expect(line.inputs == [.paste(String(repeating: "x", count: PasteCollector.limit))])
  }

  @Test func `A paste is over after a pause, and the next key is one`() {
    var line = Line()
    line.send(Array("a\rb".utf8))
    line.send(Array("\r".utf8), after: 40)
    #expect(line.inputs == [.paste("a\rb"), .key(Key(.enter))])
  }

  // MARK: - Typing

  @Test func `A lone key is handled at once`() {
    var line = Line()
    for key in ["f", "h", "\t", "\u{7F}", "\r"] { line.send(Array(key.utf8), after: 40) }
    #expect(line.keys == "f h tab backspace enter")
  }

  @Test func `Up to 24 characters and Enter may have been typed in one go`() {
    for count in [1, 4, 24, 25] {
      let text = String(repeating: "发", count: count) + "\r"
      var line = Line()
      line.send(Array(text.utf8))
      #expect(line.inputs.isEmpty)
      line.pass(39)
      #expect(line.inputs.isEmpty)
      line.pass(1)
      #expect(line.inputs.last == (count > 24 ? Input.paste(text) : .key(Key(.enter))))
      #expect(line.inputs.count == (count > 24 ? 1 : count + 1))
    }
  }

  @Test func `Enter right behind a character waits, and is one`() {
    var line = Line()
    line.send(Array("k".utf8))
    line.send(Array("\r".utf8), after: 1)
    #expect(line.keys == "k")
    line.pass(40)
    #expect(line.keys == "k enter")
  }

  @Test func `What an input method brings without a line break is typed`() {
    var line = Line()
    let text = "您好，这边马上为您查询一下订单的物流情况，请您稍等片刻好吗"
    line.send(Array(text.utf8))
    line.pass(10)
    #expect(line.inputs.count == text.unicodeScalars.count)
    #expect(line.text == text)
  }

  @Test(arguments: [
    ("\u{1B}[B\u{1B}[B\r", "down down enter"), ("\r\r\r", "enter enter enter"),
    ("\u{1B}1\u{1B}2", "A-1 A-2"), ("\u{11}\u{A}\t", "C-q C-j tab"), ("fh\u{1B}[B", "f h down"),
  ])
  func `Keys that no text holds are keys however fast`(typed: String, keys: String) {
    var line = Line()
    line.send(Array(typed.utf8))
    #expect(line.keys == keys)
  }

  @Test func `Ctrl+J at the pace of a hand is a key, and no Enter`() {
    var line = Line()
    for bytes in ["a", "\u{A}", "\u{A}", "b"] { line.send(Array(bytes.utf8), after: 50) }
    line.rest()
    #expect(line.keys == "a C-j C-j b")
  }

  @Test func `A key behind an Enter that waits keeps its place`() {
    var line = Line()
    line.send(Array("fh\r\u{1B}[B\r\r".utf8))
    line.rest()
    #expect(line.keys == "f h enter down enter enter")
  }

  @Test func `A key in the middle of a paste comes behind it`() {
    var line = Line()
    line.send(Array("a\r\u{1B}[Bb\r".utf8))
    line.rest()
    #expect(line.inputs == [.paste("a\rb\r"), .key(Key(.down))])
  }

  @Test(arguments: [
    ("abc\u{12}def", "abcdef"), ("hello\u{12}\rworld\r\u{12}", "hello\rworld\r"),
    ("a\r\u{1B}1b\r", "a\rb\r"), ("a\u{1B}\u{12}\u{7}2", "a2"), ("发\u{12}\t货", "发\t货"),
  ])
  func `Control characters between text that comes at once run nothing`(typed: String, text: String)
  {
    let bytes = Array(typed.utf8)
    for cut in 0...bytes.count {
      for pause: UInt64 in [0, 1, 9] {
        var line = Line()
        line.send(bytes[..<cut])
        line.send(bytes[cut...], after: pause)
        line.rest()
        #expect(line.hasOnlyText && line.text == text, "cut at \(cut), \(pause)")
      }
    }
  }

  @Test(arguments: [
    ("fh\u{12}", "f h C-r"), ("\u{12}fh", "C-r f h"), ("fh\u{12}\r", "f h C-r enter"),
    ("a\u{7F}b", "a backspace b"), ("\u{1B}zfh", "A-z f h"), ("fh\u{1B}[Bk", "f h down k"),
  ])
  func `A control character at the edge of text is a key`(typed: String, keys: String) {
    var line = Line()
    line.send(Array(typed.utf8))
    line.rest()
    #expect(line.keys == keys)
  }

  // MARK: - Brackets, and late reads

  @Test func `A key right behind a paste with brackets is a key, an Enter with it is none`() {
    let paste = "\u{1B}[200~one\rtwo\u{1B}[201~"
    var line = Line()
    line.send(Array((paste + "k").utf8))
    line.rest()
    #expect(line.inputs == [.paste("one\rtwo"), .key(Key(.character("k")))])
    line = Line()
    line.send(Array((paste + "evil\r").utf8))
    line.rest()
    #expect(line.inputs == [.paste("one\rtwo"), .paste("evil\r")])
    line = Line()
    line.send(Array(("fh\r" + paste).utf8))
    line.rest()
    #expect(line.inputs == [.paste("fh\r"), .paste("one\rtwo")])
  }

  @Test func `What may have come right behind text is taken so`() {
    var burst = Burst()
    let (f, enter) = (Input.key(Key(.character("f"))), Input.key(Key(.enter)))
    #expect(burst.take([f], at: 0) == [f])
    #expect(burst.take([enter], at: 500, isLate: true).isEmpty)
    #expect(burst.wait(at: 510) == 30)
    #expect(burst.take([f], at: 700, isLate: false).isEmpty)
    #expect(burst.settle(at: 740) == [.paste("\rf")])
    #expect(burst.wait(at: 740) == nil)
  }

  @Test func `Where nothing comes any more, what is held was typed`() {
    var burst = Burst()
    let keys = [Input.key(Key(.character("f"))), .key(Key(.enter))]
    #expect(burst.take(keys, at: 0).isEmpty)
    #expect(burst.finish() == keys)
    #expect(!burst.isHolding)
  }
}

/// A terminal's line whose bytes come when a test says so, and are waited for as the screen does.
private struct Line {
  private(set) var inputs: [Input] = []
  private var decoder = InputDecoder()
  private var burst = Burst()
  private var now: UInt64 = 1_000

  mutating func send(_ bytes: some Collection<UInt8>, after pause: UInt64 = 0) {
    guard !bytes.isEmpty else { return }
    pass(pause)
    inputs += burst.take(decoder.decode(Array(bytes), at: now), at: now)
  }

  mutating func pass(_ milliseconds: UInt64) {
    let end = now + milliseconds
    while let wait = burst.wait(at: now), now + UInt64(wait) <= end {
      now += UInt64(wait)
      inputs += burst.settle(at: now)
    }
    now = end
  }

  mutating func rest() { pass(1_000) }

  /// Whether all that came is characters and pastes: nothing that does anything.
  var hasOnlyText: Bool {
    inputs.allSatisfy {
      switch $0 {
      case .paste, .key(Key(.tab)): true
      case .key(let key): if case .character = key.code { key.modifiers.isEmpty } else { false }
      default: false
      }
    }
  }

  /// The characters and pastes together.
  var text: String {
    inputs.reduce(into: "") { text, input in
      switch input {
      case .paste(let paste): text.unicodeScalars += paste.unicodeScalars
      case .key(Key(.tab)): text += "\t"
      case .key(let key):
        if case .character(let scalar) = key.code { text.unicodeScalars.append(scalar) }
      default: break
      }
    }
  }

  /// The keys, one word each.
  var keys: String {
    inputs.map { input in
      guard case .key(let key) = input else { return "\(input)" }
      var word = key.modifiers.contains(.control) ? "C-" : ""
      if key.modifiers.contains(.alt) { word += "A-" }
      if case .character(let scalar) = key.code { return word + String(scalar) }
      return word + "\(key.code)"
    }.joined(separator: " ")
  }
}
