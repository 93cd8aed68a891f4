import Search

/// Departments, categories and subcategories as rows that open and close.
struct CategoryTree: Equatable, Sendable {
  struct Node: Equatable, Sendable {
    /// Where in the knowledge base the node stands; the root is everywhere.
    var scope: Scope
    /// Empty for the root, and for what names no department or category of its own.
    var name: String
    var depth: Int
    /// How many phrases agents see below it.
    var count: Int
    var parent: Int?
    var hasChildren = false
    /// Its place among the nodes, and the first that is not below it.
    var index = 0
    var end = 0
  }

  /// Depth first, the root before all.
  private(set) var nodes: [Node]
  /// Whether each of the nodes is open.
  private var areOpen: [Bool]
  /// The nodes whose parents are all open, as indices.
  private(set) var rows: [Int] = []
  var viewport = Viewport()

  /// A tree with more nodes than this starts with its categories closed.
  private static let openAtStart = 40

  /// The tree of what agents of a department see; of everything for nil.
  init(_ library: Library, audience: String? = nil) {
    let scope = Scope(audience: audience)
    let nodes = CategoryNodes(library.categories.lazy.filter { scope.contains($0.path) }).nodes
    areOpen = nodes.map { node in
      node.hasChildren && (node.scope.category == nil || nodes.count <= Self.openAtStart)
    }
    self.nodes = nodes
    listRows()
  }

  /// The same tree on other phrases: what was open and selected stays so where it still exists.
  func moved(to library: Library, audience: String? = nil) -> CategoryTree {
    var tree = CategoryTree(library, audience: audience)
    let known = Dictionary(
      nodes.lazy.filter(\.hasChildren).map { ($0.scope, areOpen[$0.index]) }
    ) { first, _ in first }
    for node in tree.nodes where node.hasChildren {
      if let wasOpen = known[node.scope] { tree.areOpen[node.index] = wasOpen }
    }
    tree.listRows()
    tree.viewport = viewport
    // What is gone leaves the selection with what it stood in.
    let scope = selected.scope
    let above = [
      scope, Scope(department: scope.department, category: scope.category),
      Scope(department: scope.department), Scope(),
    ]
    _ = above.contains { tree.select(scope: $0) }
    return tree
  }

  /// How many phrases agents see in all.
  var total: Int { nodes[0].count }

  /// The node that keys act on.
  var selected: Node { nodes[selectedNode] }

  /// The names beside a node, its own among them, and the names that they stand below; nil for
  /// the root.
  func siblings(of node: Node) -> (names: [String], below: [String])? {
    guard let parent = node.parent else { return nil }
    let scope = node.scope
    let below: [String] =
      if scope.subcategory != nil {
        [scope.department ?? "", scope.category ?? ""]
      } else {
        scope.category == nil ? [] : [scope.department ?? ""]
      }
    return (nodes.filter { $0.parent == parent }.map(\.name), below)
  }

  func isOpen(_ node: Node) -> Bool { areOpen[node.index] }

  /// The index of the node that keys act on.
  private var selectedNode: Int { rows[min(viewport.selected, rows.count - 1)] }

  /// Opens the selected node, or steps into an open one.
  mutating func stepIn() {
    guard selected.hasChildren else { return }
    if areOpen[selectedNode] {
      viewport.select(viewport.selected + 1, of: rows.count)
    } else {
      areOpen[selectedNode] = true
      listRows()
    }
  }

  /// Closes the selected node, or steps out to its parent.
  mutating func stepOut() {
    if selected.parent != nil, areOpen[selectedNode] {
      areOpen[selectedNode] = false
      listRows()
    } else if let parent = selected.parent, let row = rows.firstIndex(of: parent) {
      viewport.select(row, of: rows.count)
    }
  }

  /// Selects a row and opens it; closes it where it was selected before, and open.
  mutating func click(row: Int) {
    let wasSelected = viewport.selected == row
    viewport.select(row, of: rows.count)
    guard selected.hasChildren, selected.parent != nil else { return }
    areOpen[selectedNode] = !areOpen[selectedNode] || !wasSelected
    listRows()
  }

  /// Selects a category, and opens what it stands in.
  ///
  /// Returns whether there is a node for it other than the root.
  mutating func reveal(department: String, category: String) -> Bool {
    let scope =
      category.isEmpty
      ? Scope(department: department) : Scope(department: department, category: category)
    guard let node = nodes.first(where: { $0.scope == scope }), let parent = node.parent else {
      return false
    }
    areOpen[parent] = true
    listRows()
    select(scope: scope)
    return true
  }

  /// Returns false, and changes nothing, where no row stands for that scope.
  @discardableResult
  private mutating func select(scope: Scope) -> Bool {
    guard let row = rows.firstIndex(where: { nodes[$0].scope == scope }) else { return false }
    viewport.select(row, of: rows.count)
    return true
  }

  /// Looks at the rows that there are, not at what closed nodes hold.
  private mutating func listRows() {
    rows.removeAll(keepingCapacity: true)
    var index = 0
    while index < nodes.count {
      rows.append(index)
      index = areOpen[index] || !nodes[index].hasChildren ? index + 1 : nodes[index].end
    }
    viewport.select(viewport.selected, of: rows.count)
  }
}

extension Scope {
  /// Department, category and subcategory, as far as they are limited and have names.
  var names: [String] {
    [department, category, subcategory].compactMap { $0 }.filter { !$0.isEmpty }
  }
}
