/// The columns of a knowledge base file that mean something.
///
/// A new one comes last: former versions in the store have their cells in this order.
public enum PhraseColumn: Int, CaseIterable, Sendable {
  case id
  case department
  case category
  case subcategory
  case title
  case text
  case keywords
  case code
  case attachments
  case validFrom
  case validUntil
  case status

  /// The header that is written, and the member name in JSON.
  public var name: String { names[0] }

  /// Every header that is read as this column, the written one first.
  public var names: [String] {
    switch self {
    case .id: ["id", "编号"]
    case .department: ["department", "部门"]
    case .category: ["category", "分类", "一级分类"]
    case .subcategory: ["subcategory", "二级分类", "子分类"]
    case .title: ["title", "标题"]
    case .text: ["text", "内容", "话术", "话术内容", "快捷短语"]
    case .keywords: ["keywords", "关键词", "标签"]
    case .code: ["code", "快捷编码", "编码"]
    case .attachments: ["attachments", "图片", "附件"]
    case .validFrom: ["valid_from", "生效日期"]
    case .validUntil: ["valid_until", "失效日期"]
    case .status: ["status", "状态"]
    }
  }

  /// The column that `header` names; white space around it, full width and case do not matter.
  public init?(header: String) {
    guard let column = PhraseColumn.byName[PhraseColumn.folded(header)] else { return nil }
    self = column
  }

  /// By ``folded(_:)``.
  static let byName: [String: PhraseColumn] = {
    var table: [String: PhraseColumn] = [:]
    for column in allCases {
      for name in column.names { table[name] = column }
    }
    return table
  }()

  /// The form in which two headers are compared.
  static func folded(_ header: String) -> String {
    var narrow = String.UnicodeScalarView()
    for scalar in header.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: narrow.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3000: narrow.append(" ")
      default: narrow.append(scalar)
      }
    }
    return String(narrow).lowercased().trimmed()
  }
}
