import Desk
import Testing

@testable import Terminal

@Suite struct PasteTests {
  private let start = Array("\u{1B}[200~".utf8)
  private let end = Array("\u{1B}[201~".utf8)

  @Test func `A paste is one input, however it is cut`() {
    let bytes = start + Array("一行\r两行\tx".utf8) + end + Array("k".utf8)
    let expected: [Input] = [.paste("一行\r两行\tx"), .key(Key(.character("k")))]
    for cut in 0...bytes.count {
      var decoder = InputDecoder()
      let inputs =
        decoder.decode(Array(bytes[..<cut]), at: 0) + decoder.decode(Array(bytes[cut...]), at: 10)
      #expect(inputs == expected, "cut at \(cut)")
    }
  }

  @Test func `Sequences inside a paste are text, and no lone marker begins one`() {
    var decoder = InputDecoder()
    let text = "a\u{1B}[A\u{1B}\u{1B}[201x\u{1B}[20"
    #expect(decoder.decode(start + Array(text.utf8) + end, at: 0) == [.paste(text)])
    #expect(decoder.decode(end, at: 1).isEmpty)
  }

  @Test func `What is not UTF-8 in a paste is left out`() {
    var decoder = InputDecoder()
    #expect(decoder.decode(start + [0x61, 0xFF, 0xE5, 0x8F] + end, at: 0) == [.paste("a")])
  }

  @Test func `A paste over the limit is cut at a whole character, up to its end marker`() {
    var decoder = InputDecoder()
    let text = String(repeating: "发", count: 400_000)
    let inputs = decoder.decode(start + Array(text.utf8) + end + Array("k".utf8), at: 0)
    #expect(inputs.count == 2)
    #expect(inputs.first == .paste(String(repeating: "发", count: PasteCollector.limit / 3)))
    #expect(inputs.last == .key(Key(.character("k"))))
  }

  @Test func `A paste that comes in many pieces, and marks half begun, is one text`() {
    var decoder = InputDecoder()
    let text = String(repeating: "发\u{1B}[2\u{1B}[20", count: 20_000)
    let bytes = start + Array(text.utf8) + end
    var inputs: [Input] = []
    for first in stride(from: 0, to: bytes.count, by: 1_000) {
      inputs += decoder.decode(Array(bytes[first..<min(first + 1_000, bytes.count)]), at: 0)
    }
    #expect(inputs == [.paste(text)])
  }

  @Test func `After a lost end marker and a pause a key counts again`() {
    var decoder = InputDecoder()
    #expect(decoder.decode(start + Array("abc".utf8), at: 0).isEmpty)
    #expect(decoder.decode([0x1B], at: 2000) == [.paste("abc")])
    #expect(decoder.settle() == [.key(Key(.escape))])
  }

  @Test func `After a pause the rest of a paste is still paste`() {
    var decoder = InputDecoder()
    let rest = Array("a line that no one types at once\r".utf8)
    #expect(decoder.decode(start + Array("abc".utf8), at: 0).isEmpty)
    #expect(decoder.decode(rest, at: 5000).isEmpty)
    #expect(
      decoder.decode([0x0D] + end, at: 10_000) == [
        .paste("abca line that no one types at once\r\r")
      ])
  }
}
