/// A field of a phrase that a query was found in.
public enum Field: Hashable, Sendable {
  case title
  case text
  /// The keyword with that index.
  case keyword(Int)
  case code
  case department
  case category
  case subcategory
}
