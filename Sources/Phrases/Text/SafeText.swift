/// What a phrase becomes before it leaves the program: sent, drawn or printed.
///
/// A knowledge base is other people's text. Raw, an escape character in it would command the
/// terminal, a carriage return would press Enter in a chat, and a bidi override would show one
/// thing and send another.
public enum SafeText {
  /// How many combining marks one character may carry on the screen.
  static let combiningMarkLimit = 8

  /// What is sent or copied.
  ///
  /// Line breaks are `\n` (CRLF and CR become it) with none at the end, where many chats take
  /// one for Enter. Control characters other than tab and line break are gone. Everything else
  /// stays as it is, bidi marks and joiners included: in Arabic or in an emoji they belong to
  /// the text. Doing it twice changes nothing.
  ///
  /// - Complexity: O(*n*); a text with nothing to change is returned as it is.
  public static func sendable(_ text: String) -> String {
    var copy = text
    let changed: String? = copy.withUTF8 { bytes in
      guard !isSendable(bytes) else { return nil }
      return String(unsafeUninitializedCapacity: bytes.count) { target in
        var length = 0
        var index = 0
        while index < bytes.count {
          let byte = bytes[index]
          let isLineBreak = byte == carriageReturn
          if isLineBreak, index + 1 < bytes.count, bytes[index + 1] == lineFeed { index += 1 }
          let dropped = isLineBreak ? 0 : controlLength(bytes, at: index)
          if dropped == 0 {
            target[length] = isLineBreak ? lineFeed : byte
            length += 1
          }
          index += max(dropped, 1)
        }
        while length > 0, target[length - 1] == lineFeed { length -= 1 }
        return length
      }
    }
    return changed ?? text
  }

  /// Whether a text holds something that is sent but that nobody sees: worth a warning.
  ///
  /// A joiner inside an emoji, a tab and line breaks are no surprise.
  public static func hidesSomething(_ text: String) -> Bool {
    visible(sendable(text), .lines, marksLimited: false) != sendable(text)
  }

  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  private static func isSendable(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.last != lineFeed else { return false }
    return !bytes.indices.contains { controlLength(bytes, at: $0) > 0 }
  }

  /// How many bytes the control character at `index` has, 0 when there is none to be dropped.
  @inline(__always)
  private static func controlLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch bytes[index] {
    case 0x09, 0x0A: 0
    case 0x00..<0x20, 0x7F: 1
    case 0xC2: index + 1 < bytes.count && bytes[index + 1] < 0xA0 ? 2 : 0
    default: 0
    }
  }
}
