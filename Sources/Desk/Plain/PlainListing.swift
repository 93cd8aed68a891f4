import Phrases
import Search

/// What the ``PlainDesk`` listed last, and how much of it was said: only that has a number.
struct PlainListing: Sendable {
  enum Items: Sendable {
    case hits([Hit])
    case categories([CategoryTree.Node])
  }

  static let none = PlainListing(.hits([]))

  /// So many are said at a time, as many as have a digit.
  static let page = 9

  let items: Items
  /// How many were said, from the first on.
  private(set) var shown = 0

  init(_ items: Items) { self.items = items }

  var count: Int {
    switch items {
    case .hits(let hits): hits.count
    case .categories(let nodes): nodes.count
    }
  }

  /// Goes on by a page.
  ///
  /// - Returns: the places of what is to be said now.
  mutating func turn() -> Range<Int> {
    let start = shown
    shown = min(start + PlainListing.page, count)
    return start..<shown
  }

  /// Notes that all of it was said.
  mutating func turnAll() { shown = count }

  /// The hit that was said with this number.
  func hit(_ number: Int) -> Hit? {
    guard case .hits(let hits) = items, number >= 1, number <= shown else { return nil }
    return hits[number - 1]
  }

  /// The category that was said with this number.
  func category(_ number: Int) -> CategoryTree.Node? {
    guard case .categories(let nodes) = items, number >= 1, number <= shown else { return nil }
    return nodes[number - 1]
  }
}
