/// Where in one field a query was found.
public struct Match: Hashable, Sendable {
  public var field: Field
  /// Offsets in Unicode scalars of the field's string, ascending and apart from each other; no
  /// range begins or ends inside a grapheme cluster.
  public var ranges: [Range<Int>]

  public init(field: Field, ranges: [Range<Int>]) {
    self.field = field
    self.ranges = ranges
  }
}

extension Field {
  /// What it counts as to the ranking.
  var place: Ranking.Field {
    switch self {
    case .title: .title
    case .code: .code
    case .keyword: .keyword
    case .subcategory, .category, .department: .category
    case .text: .text
    }
  }

  /// Matches that count alike are told in this order.
  var order: Int {
    switch self {
    case .title: 0
    case .code: 1
    case .keyword(let index): 2 + index
    case .subcategory: .max - 3
    case .category: .max - 2
    case .department: .max - 1
    case .text: .max
    }
  }

  /// The field at an index in the head of a phrase; see ``FieldUnits``.
  static func inHead(_ index: Int) -> Field {
    switch index {
    case 0: .title
    case 1: .code
    default: .keyword(index - 2)
    }
  }
}
