/// A phrase's place in one library: numbers ascend in knowledge base order.
///
/// A number keeps its meaning through ``Library/applying(removing:adding:)`` while the phrase
/// lives; to find a phrase again in another library, use its key.
public struct PhraseNumber: Hashable, Sendable, Comparable, RawRepresentable {
  public var rawValue: Int32

  public init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  public static func < (left: PhraseNumber, right: PhraseNumber) -> Bool {
    left.rawValue < right.rawValue
  }
}
