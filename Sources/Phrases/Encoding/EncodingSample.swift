/// A piece of a file as it reads in one encoding; not safe to print.
public struct EncodingSample: Hashable, Sendable {
  public let encoding: TextEncoding
  public let text: String

  public init(encoding: TextEncoding, text: String) {
    self.encoding = encoding
    self.text = text
  }
}
