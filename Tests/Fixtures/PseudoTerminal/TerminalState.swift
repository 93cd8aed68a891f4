/// What a program's output leaves switched on in the terminal.
public struct TerminalState: Equatable, Sendable {
  /// The private modes (`CSI ? n h`) that are on.
  ///
  /// Of the ones that the program saved (`CSI ? n s`), none was on.
  public private(set) var modes: Set<Int> = [7, 25]
  public private(set) var hasApplicationKeypad = false
  /// Whether the last attributes set were none.
  public private(set) var isPlain = true

  /// As a shell wants it: automatic margins, the cursor shown, nothing else on.
  public static let untouched = TerminalState(after: [])

  public init(after output: [UInt8]) {
    var index = 0
    while let escape = output[index...].firstIndex(of: 0x1B), escape + 1 < output.count {
      index = escape + 2
      switch output[escape + 1] {
      case UInt8(ascii: "="): hasApplicationKeypad = true
      case UInt8(ascii: ">"): hasApplicationKeypad = false
      case UInt8(ascii: "["):
        let body = output[index...].prefix { (0x20...0x3F).contains($0) }
        guard body.endIndex < output.count else { return }
        apply(body, final: output[body.endIndex])
        index = body.endIndex + 1
      default: break
      }
    }
  }

  private mutating func apply(_ body: ArraySlice<UInt8>, final: UInt8) {
    let text = String(decoding: body, as: UTF8.self)
    if final == UInt8(ascii: "m") {
      isPlain = text.split(separator: ";").allSatisfy { $0 == "0" || $0 == "39" || $0 == "49" }
    }
    guard text.hasPrefix("?") else { return }
    let numbers = text.dropFirst().split(separator: ";").compactMap { Int($0) }
    switch final {
    case UInt8(ascii: "h"): modes.formUnion(numbers)
    case UInt8(ascii: "l"), UInt8(ascii: "r"): modes.subtract(numbers)
    default: break
    }
  }
}
