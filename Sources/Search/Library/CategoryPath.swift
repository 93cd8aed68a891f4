import Phrases

/// Where a phrase stands in the knowledge base: department, category, subcategory.
///
/// Any of them may be empty.
public struct CategoryPath: Hashable, Sendable {
  public var department: String
  public var category: String
  public var subcategory: String

  public init(department: String = "", category: String = "", subcategory: String = "") {
    self.department = department
    self.category = category
    self.subcategory = subcategory
  }

  init(_ phrase: Phrase) {
    self.init(
      department: phrase.department, category: phrase.category, subcategory: phrase.subcategory)
  }
}

/// A path, and how many phrases stand right there.
public struct CategoryCount: Hashable, Sendable {
  public var path: CategoryPath
  /// Live phrases, drafts not counted.
  public var count: Int

  public init(path: CategoryPath, count: Int) {
    self.path = path
    self.count = count
  }
}

/// The part of the knowledge base that a search looks at.
///
/// Each member limits it to phrases with exactly that name there; nil lets every name pass, and
/// the empty name means "none", so phrases for everybody are found by `department: ""`.
public struct Scope: Hashable, Sendable {
  public var department: String?
  public var category: String?
  public var subcategory: String?
  /// The department of whoever reads: it sees its own phrases and those for everybody.
  ///
  /// Nil for somebody who sees those of all departments.
  public var audience: String?

  /// The whole knowledge base.
  public static let all = Scope()

  public init(
    department: String? = nil, category: String? = nil, subcategory: String? = nil,
    audience: String? = nil
  ) {
    self.department = department
    self.category = category
    self.subcategory = subcategory
    self.audience = audience
  }

  /// Whether it is all that its audience sees.
  var isWhole: Bool { department == nil && category == nil && subcategory == nil }

  public func contains(_ path: CategoryPath) -> Bool {
    if let department, !Scope.isSame(department, path.department) { return false }
    if let category, !Scope.isSame(category, path.category) { return false }
    if let subcategory, !Scope.isSame(subcategory, path.subcategory) { return false }
    guard let audience, !path.department.isEmpty else { return true }
    return Scope.isSame(audience, path.department)
  }

  /// Whether two names are equal, told for most by the first byte in which they differ.
  ///
  /// The standard library composes what stands around that byte, lest an accent is written in
  /// another way: a hundred thousand categories would cost ten milliseconds. Two letters of ASCII or
  /// 汉字 from U+4000 to U+9FFF that differ are different in any form: they are composed of nothing,
  /// and what follows may change them but not make them one.
  private static func isSame(_ left: String, _ right: String) -> Bool {
    let (leftBytes, rightBytes) = (left.utf8.span, right.utf8.span)
    let count = min(leftBytes.count, rightBytes.count)
    var index = 0
    while index < count, leftBytes[index] == rightBytes[index] { index += 1 }
    if index == count, leftBytes.count == rightBytes.count { return true }
    guard index < count else { return left == right }
    // Back to where the character begins, the same place in both.
    while leftBytes[index] & 0xC0 == 0x80 || rightBytes[index] & 0xC0 == 0x80, index > 0 {
      index -= 1
    }
    if isInert(leftBytes[index]), isInert(rightBytes[index]) { return false }
    return left == right
  }

  /// Whether a byte begins a letter of ASCII or a 汉字 from U+4000 to U+9FFF.
  private static func isInert(_ byte: UInt8) -> Bool { byte < 0x80 || 0xE4...0xE9 ~= byte }
}
