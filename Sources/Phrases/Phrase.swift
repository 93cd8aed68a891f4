/// One canned reply: what is sent, and everything an agent finds it by.
///
/// Texts are as the knowledge base holds them, not sanitised: whoever draws, prints or sends one
/// goes through ``SafeText`` first.
public struct Phrase: Hashable, Sendable {
  /// What names this phrase for good.
  public var key: PhraseKey
  /// Who owns it.
  public var level: Level
  /// The department it is for; empty means everybody.
  public var department: String
  public var category: String
  public var subcategory: String
  /// Never empty in a phrase that was read from a file: the text's first words stand in.
  public var title: String
  /// What is sent, any number of lines, with `{{placeholders}}`.
  public var text: String
  public var keywords: [String]
  /// The short code that puts this phrase first when it is typed exactly; may be empty.
  public var code: String
  /// Paths or addresses relative to the file they stand in.
  public var attachments: [String]
  /// The first day it may be sent on, included.
  public var validFrom: Day?
  /// The last day it may be sent on, included.
  public var validUntil: Day?
  /// A draft is not shown to agents.
  public var isDraft: Bool

  public init(
    key: PhraseKey, level: Level = .company, department: String = "", category: String = "",
    subcategory: String = "", title: String, text: String, keywords: [String] = [],
    code: String = "", attachments: [String] = [], validFrom: Day? = nil, validUntil: Day? = nil,
    isDraft: Bool = false
  ) {
    self.key = key
    self.level = level
    self.department = department
    self.category = category
    self.subcategory = subcategory
    self.title = title
    self.text = text
    self.keywords = keywords
    self.code = code
    self.attachments = attachments
    self.validFrom = validFrom
    self.validUntil = validUntil
    self.isDraft = isDraft
  }

  /// Department, category and subcategory, the empty ones left out.
  public var path: [String] { [department, category, subcategory].filter { !$0.isEmpty } }

  /// Whether the phrase may be sent on `day`, is not yet valid, or has expired.
  public func validity(on day: Day) -> Validity {
    if let validUntil, day > validUntil { return .expired(validUntil) }
    if let validFrom, day < validFrom { return .notYet(validFrom) }
    return .valid
  }
}

/// A phrase's standing on one day.
public enum Validity: Hashable, Sendable {
  case valid
  /// Valid only from that day on.
  case notYet(Day)
  /// Valid only to the end of that day.
  case expired(Day)
  /// A newer list, which waits for somebody's yes, withdraws or rewords it.
  case contested
}

/// What names a phrase everywhere: where it comes from and its id there.
public struct PhraseKey: Hashable, Sendable, Comparable {
  /// The name of the source, `personal`, `starter`, or `file` for one opened with `--kb`.
  public var source: String
  public var id: String

  public init(source: String, id: String) {
    self.source = source
    self.id = id
  }

  public static func < (left: PhraseKey, right: PhraseKey) -> Bool {
    (left.source, left.id) < (right.source, right.id)
  }
}

extension PhraseKey: CustomStringConvertible {
  /// `source/id`, the form that `--id` takes.
  public var description: String { "\(source)/\(id)" }
}

/// Who owns a phrase: 公司, 部门, 个人.
public enum Level: String, Hashable, Sendable, CaseIterable {
  case company
  case department
  case personal
}
