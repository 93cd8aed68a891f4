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
    (department ?? path.department) == path.department
      && (category ?? path.category) == path.category
      && (subcategory ?? path.subcategory) == path.subcategory
      && (path.department.isEmpty || (audience ?? path.department) == path.department)
  }
}
