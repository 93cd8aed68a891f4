import Desk
import Testing

@testable import Terminal

@Suite struct InputDecoderTests {
  private func decode(_ text: String) -> [Input] {
    var decoder = InputDecoder()
    return decoder.decode(Array(text.utf8), at: 0) + decoder.settle()
  }

  private func keys(_ text: String) -> [Key] {
    decode(text).compactMap { if case .key(let key) = $0 { key } else { nil } }
  }

  private func character(_ scalar: Unicode.Scalar, _ modifiers: Key.Modifiers = []) -> Key {
    Key(.character(scalar), modifiers)
  }

  @Test func `Text arrives as whole scalars`() {
    #expect(keys("a Z发😀é") == ["a", " ", "Z", "发", "😀", "é"].map { character($0) })
  }

  @Test func `Control characters are keys`() {
    #expect(
      keys("\u{3}\u{11}\u{13}\u{1A}\u{0}\u{1C}\r\t\u{8}\u{7F}\n") == [
        character("c", .control), character("q", .control), character("s", .control),
        character("z", .control), character(" ", .control), character("\\", .control),
        Key(.enter), Key(.tab), Key(.backspace), Key(.backspace), character("j", .control),
      ])
  }

  @Test func `Escape before anything is Alt`() {
    #expect(
      keys("\u{1B}z\u{1B}Z\u{1B}1\u{1B}发\u{1B}\r\u{1B}\u{7F}\u{1B}\u{1A}") == [
        character("z", .alt), character("Z", .alt), character("1", .alt), character("发", .alt),
        Key(.enter, .alt), Key(.backspace, .alt), character("z", [.alt, .control]),
      ])
  }

  @Test(arguments: [
    ("\u{1B}", [Key(.escape)]),
    ("\u{1B}\u{1B}", [Key(.escape), Key(.escape)]),
    ("\u{1B}[", [Key(.character("["), .alt)]),
    ("\u{1B}O", [Key(.character("O"), .alt)]),
    ("\u{1B}\u{1B}[", [Key(.escape), Key(.character("["), .alt)]),
    ("\u{1B}]", [Key(.character("]"), .alt)]),
    ("\u{1B}P", [Key(.character("P"), .alt)]),
    ("\u{1B}\u{1B}x", [Key(.escape), Key(.character("x"), .alt)]),
    ("x\u{1B}", [Key(.character("x")), Key(.escape)]),
  ])
  func `What could begin a sequence is a key once nothing follows`(text: String, expected: [Key]) {
    #expect(keys(text) == expected)
  }

  @Test(arguments: [
    ("[A", Key(.up)), ("OB", Key(.down)), ("[1;5C", Key(.right, .control)),
    ("[1;2D", Key(.left, .shift)), ("[1;3A", Key(.up, .alt)),
    ("[1;2A", Key(.up, .shift)), ("[1;2H", Key(.home, .shift)), ("[1;2F", Key(.end, .shift)),
    ("[1;4A", Key(.up, [.alt, .shift])), ("[1;4B", Key(.down, [.alt, .shift])),
    ("[127;3u", Key(.backspace, .alt)), ("[106;5u", Key(.character("j"), .control)),
    ("[1;8B", Key(.down, [.shift, .alt, .control])), ("[H", Key(.home)), ("OF", Key(.end)),
    ("[1~", Key(.home)), ("[4~", Key(.end)), ("[7~", Key(.home)), ("[8~", Key(.end)),
    ("[2~", Key(.insert)), ("[3~", Key(.delete)), ("[3;5~", Key(.delete, .control)),
    ("[5~", Key(.pageUp)), ("[6~", Key(.pageDown)), ("[Z", Key(.tab, .shift)),
    ("OP", Key(.function(1))), ("[[B", Key(.function(2))), ("[13~", Key(.function(3))),
    ("[1;2S", Key(.function(4), .shift)), ("[15~", Key(.function(5))),
    ("[21~", Key(.function(10))), ("[24;5~", Key(.function(12), .control)),
    ("OM", Key(.enter)), ("Oq", Key(.character("1"))), ("\u{1B}[A", Key(.up, .alt)),
    ("[122;3u", Key(.character("z"), .alt)), ("[97;2u", Key(.character("A"))),
    ("[13;5u", Key(.enter, .control)), ("[27u", Key(.escape)), ("[97:65;2u", Key(.character("A"))),
    ("[27;5;99~", Key(.character("c"), .control)),
  ])
  func `Sequences are keys, whole and in pieces`(sequence: String, key: Key) {
    #expect(keys("\u{1B}" + sequence) == [key])
    var decoder = InputDecoder()
    var inputs: [Input] = []
    for (time, byte) in ("\u{1B}" + sequence).utf8.enumerated() {
      inputs += decoder.decode([byte], at: UInt64(time))
    }
    #expect(inputs == [.key(key)])
  }

  @Test(arguments: [
    "\u{1B}[24;80R", "\u{1B}[?1;2c", "\u{1B}[<0;3;4M", "\u{1B}]11;rgb:0000/0000/0000\u{7}",
    "\u{1B}]52;c;AAAA\u{1B}\\", "\u{1B}P>|term 1\u{1B}\\", "\u{1B}[201~", "\u{1B}[99~",
    "\u{1B}[57441u", "\u{1B}[999999999999999999999A", "\u{85}", "\u{9B}",
  ])
  func `Answers of the terminal and unknown sequences are no keys`(text: String) {
    #expect(keys("a" + text + "b") == [character("a"), character("b")])
  }

  @Test func `Wrong bytes are skipped and take nothing with them`() {
    let wrong: [[UInt8]] = [
      [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE5, 0x8F], [0x80],
      [0xE0, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
    ]
    for bytes in wrong {
      var decoder = InputDecoder()
      let inputs = decoder.decode([0x61] + bytes + [0x62], at: 0)
      #expect(inputs == [.key(character("a")), .key(character("b"))], "\(bytes)")
    }
  }

  @Test func `A sequence that never ends does not swallow later keys`() {
    var decoder = InputDecoder()
    #expect(decoder.decode(Array("\u{1B}[1;".utf8), at: 0).isEmpty)
    #expect(decoder.settle().isEmpty)
    #expect(decoder.decode(Array("z".utf8), at: 5000) == [.key(character("z"))])
    let digits = String(repeating: "1", count: 200)
    #expect(keys("\u{1B}[" + digits + "z").last == character("z"))
    let answer = String(repeating: "1", count: 5000)
    #expect(keys("\u{1B}]" + answer + "z").last == character("z"))
  }

  @Test func `A control character ends a sequence that was cut off`() {
    #expect(keys("\u{1B}[1;\u{1B}[A") == [Key(.up)])
    #expect(keys("\u{1B}[1\r") == [Key(.enter)])
  }

  @Test func `Sequences of the description come first, the longest of them`() {
    let sequences = KeySequences([
      Array("\u{1B}Oa".utf8): Key(.up, .control), Array("\u{1B}[7$".utf8): Key(.home, .shift),
      Array("\u{1B}[7".utf8): Key(.home), [0x08]: Key(.delete),
    ])
    var decoder = InputDecoder(sequences: sequences)
    #expect(
      decoder.decode(Array("\u{1B}Oa\u{1B}[7$\u{8}".utf8), at: 0) == [
        .key(Key(.up, .control)), .key(Key(.home, .shift)), .key(Key(.backspace)),
      ])
  }

  @Test func `Any bytes in any pieces end, and leave the decoder able to read a key`() {
    var random = SystemRandomNumberGenerator()
    let common = Array("\u{1B}\u{1B}\u{1B}[[O]P;;0127~uAZ\u{7}\\x发".utf8)
    for _ in 0..<3000 {
      var decoder = InputDecoder()
      var bytes: [UInt8] = []
      var time: UInt64 = 0
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let piece = (0..<Int.random(in: 1...9, using: &random)).map { _ in
          Bool.random(using: &random)
            ? common.randomElement(using: &random) ?? 0
            : UInt8.random(in: 0...255, using: &random)
        }
        bytes += piece
        time += UInt64.random(in: 0...1500, using: &random)
        _ = decoder.decode(piece, at: time)
        if Bool.random(using: &random) { _ = decoder.settle() }
      }
      let last = decoder.decode(Array("k".utf8), at: time + 10_000).last
      #expect(last == .key(character("k")), "\(bytes)")
    }
  }
}
