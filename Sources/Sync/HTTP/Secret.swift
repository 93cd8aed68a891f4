/// A token or a password: something that is sent, and never shown.
///
/// Whatever prints it, on purpose or by accident, prints `…`.
public struct Secret: Hashable, Sendable {
  let text: String

  /// Takes a secret as it was read from a variable or a file.
  ///
  /// White space around it goes, such as the line break at the end of a file. Nil where nothing is
  /// left, or where it holds control characters, which would end the line of a header.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    let kept = bytes.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
    guard !kept.isEmpty, kept.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
    self.text = String(decoding: Array(kept), as: UTF8.self)
  }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "…" }
  public var debugDescription: String { "…" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// How a desk shows a server who it is.
///
/// Only the server that was asked first ever sees it.
public enum Credentials: Hashable, Sendable {
  case bearer(Secret)
  case basic(name: String, password: Secret)
}
