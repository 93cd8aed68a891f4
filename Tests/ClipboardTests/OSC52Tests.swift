import Foundation
import Testing

@testable import Clipboard

/// The text that a terminal decodes from a sequence, after GNU screen has unpacked it if it had to.
private func decoded(_ sequence: [UInt8], throughScreen: Bool = false) throws -> [UInt8] {
  var text = String(decoding: sequence, as: UTF8.self)
  if throughScreen {
    let chunks = text.components(separatedBy: "\u{1B}\\")
    #expect(chunks.last == "")
    #expect(chunks.allSatisfy { $0.utf8.count + 2 <= 256 })
    text = try chunks.dropLast().map { chunk in
      try #require(chunk.hasPrefix("\u{1B}P"))
      return String(chunk.dropFirst(2))
    }.joined()
  }
  #expect(text.hasPrefix("\u{1B}]52;c;") && text.hasSuffix("\u{07}"))
  let data = try #require(Data(base64Encoded: String(text.dropFirst(7).dropLast())))
  return [UInt8](data)
}

struct OSC52Tests {
  @Test func `The sequence is the one xterm documents`() {
    #expect(OSC52.sequence(for: Array("hi".utf8)) == Array("\u{1B}]52;c;aGk=\u{07}".utf8))
  }

  @Test func `Every length from 0 to 600 arrives, plain and through screen`() throws {
    for length in 0...600 {
      let text = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ length) }
      #expect(try decoded(OSC52.sequence(for: text)) == text)
      let chunked = OSC52.sequence(for: text, throughScreen: true)
      #expect(try decoded(chunked, throughScreen: true) == text)
    }
  }

  @Test func `The default limit is the text that fits 100,000 bytes of sequence`() {
    let limit = Limits().osc52Bytes
    #expect(OSC52.sequence(for: [UInt8](repeating: 0, count: limit)).count == 100_000)
    #expect(OSC52.sequence(for: [UInt8](repeating: 0, count: limit + 1)).count > 100_000)
  }
}

struct TerminalDeliveryTests {
  private func deliver(
    _ text: [UInt8], _ environment: [String: String], limit: Int = 74_994
  ) -> Delivery {
    SystemClipboard(environment: environment, limits: Limits(osc52Bytes: limit)).deliver(text)
  }

  @Test func `A text for the terminal is handed back as a sequence, and never called copied`() {
    let delivery = deliver(Array("发货".utf8), ["TERM": "xterm", "SSH_TTY": "/dev/pts/0"])
    #expect(delivery.best == Taker(way: .osc52, isVerified: false))
    #expect(delivery.best?.way.claim == .sent)
    #expect(delivery.terminalSequence == OSC52.sequence(for: Array("发货".utf8)))
    #expect(!delivery.mayBeTooLong)
  }

  @Test func `What is too long is refused whole`() {
    let text = [UInt8](repeating: 0x61, count: 101)
    let refused = deliver(text, ["TERM": "xterm"], limit: 100)
    #expect(!refused.isTaken)
    #expect(refused.terminalSequence == nil)
    let reason = Failure.Reason.tooLong(bytes: 101, limit: 100)
    #expect(refused.failures == [Failure(way: .osc52, reason: reason)])
    #expect(deliver(Array(text.dropLast()), ["TERM": "xterm"], limit: 100).isTaken)
  }

  @Test func `A long text is doubtful unless the terminal is known to take it`() {
    let text = [UInt8](repeating: 0x61, count: 4097)
    #expect(deliver(text, ["TERM": "xterm-256color"]).mayBeTooLong)
    #expect(!deliver(text, ["TERM": "xterm-kitty"]).mayBeTooLong)
    #expect(!deliver(text, ["TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"]).mayBeTooLong)
    #expect(!deliver(Array(text.dropLast()), ["TERM": "xterm-256color"]).mayBeTooLong)
  }

  @Test func `GNU screen gets the sequence in pieces`() {
    let text = [UInt8](repeating: 0x61, count: 1000)
    let delivery = deliver(text, ["TERM": "screen", "STY": "1.pts-0.host"])
    #expect(delivery.terminalSequence == OSC52.sequence(for: text, throughScreen: true))
  }

  @Test func `An empty text goes nowhere, because an empty sequence would clear the clipboard`() {
    let delivery = deliver([], ["TERM": "xterm"])
    #expect(delivery == Delivery(failures: [Failure(way: .osc52, reason: .emptyText)]))
  }

  @Test func `Where no way exists nothing is taken and nothing is claimed`() {
    #expect(deliver(Array("x".utf8), [:]) == Delivery())
    #expect(Delivery().best == nil)
  }
}
