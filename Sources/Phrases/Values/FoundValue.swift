/// A value that a customer's message holds: an order number, a courier's number, a telephone number.
public struct FoundValue: Hashable, Sendable {
  /// The name that fields of it have, the first of its pattern.
  public let name: String
  public let text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
