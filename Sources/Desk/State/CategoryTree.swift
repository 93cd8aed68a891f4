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
  }

  /// Depth first, the root before all.
  private(set) var nodes: [Node]
  private var open: Set<Scope>
  /// The nodes whose parents are all open, as indices.
  private(set) var rows: [Int] = []
  var viewport = Viewport()

  /// A tree with more nodes than this starts with its categories closed.
  private static let openAtStart = 40

  /// The tree of what agents of a department see; of everything for nil.
  init(_ library: Library, audience: String? = nil) {
    let scope = Scope(audience: audience)
    let nodes = CategoryTree.nodes(of: library.categories.filter { scope.contains($0.path) })
    let opened = nodes.filter { $0.scope.category == nil || nodes.count <= Self.openAtStart }
    open = Set(opened.filter(\.hasChildren).map(\.scope))
    self.nodes = nodes
    listRows()
  }

  /// The same tree on other phrases: what was open and selected stays so where it still exists.
  func moved(to library: Library, audience: String? = nil) -> CategoryTree {
    var tree = CategoryTree(library, audience: audience)
    let known = Set(nodes.filter(\.hasChildren).map(\.scope))
    tree.open = tree.open.filter { !known.contains($0) }.union(open)
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
  var selected: Node { nodes[rows[min(viewport.selected, rows.count - 1)]] }

  func isOpen(_ node: Node) -> Bool { open.contains(node.scope) }

  /// Opens the selected node, or steps into an open one.
  mutating func stepIn() {
    guard selected.hasChildren else { return }
    if open.insert(selected.scope).inserted {
      listRows()
    } else {
      viewport.select(viewport.selected + 1, of: rows.count)
    }
  }

  /// Closes the selected node, or steps out to its parent.
  mutating func stepOut() {
    if selected.hasChildren, selected.parent != nil, open.remove(selected.scope) != nil {
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
    if !open.insert(selected.scope).inserted, wasSelected { open.remove(selected.scope) }
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
    open.insert(nodes[parent].scope)
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

  private mutating func listRows() {
    rows = nodes.indices.filter { index in
      var parent = nodes[index].parent
      while let above = parent {
        if !open.contains(nodes[above].scope) { return false }
        parent = nodes[above].parent
      }
      return true
    }
    viewport.select(viewport.selected, of: rows.count)
  }

  private static func nodes(of folders: [CategoryCount]) -> [Node] {
    var nodes = [
      Node(scope: Scope(), name: "", depth: 0, count: folders.reduce(0) { $0 + $1.count })
    ]
    // Without departments the level is left out: everything is for everybody.
    let hasDepartments = folders.contains { !$0.path.department.isEmpty }
    for department in folders.map(\.path.department).uniqued() {
      let inside = folders.filter { $0.path.department == department }
      var parent = 0
      if hasDepartments {
        parent = nodes.count
        nodes.append(
          Node(
            scope: Scope(department: department), name: department, depth: 1,
            count: inside.reduce(0) { $0 + $1.count }, parent: 0))
        nodes[0].hasChildren = true
      }
      append(inside, of: department, below: parent, to: &nodes)
    }
    return nodes
  }

  private static func append(
    _ folders: [CategoryCount], of department: String, below parent: Int, to nodes: inout [Node]
  ) {
    let depth = nodes[parent].depth + 1
    for category in folders.map(\.path.category).uniqued() where !category.isEmpty {
      let inside = folders.filter { $0.path.category == category }
      let index = nodes.count
      nodes[parent].hasChildren = true
      nodes.append(
        Node(
          scope: Scope(department: department, category: category), name: category, depth: depth,
          count: inside.reduce(0) { $0 + $1.count }, parent: parent))
      for folder in inside where !folder.path.subcategory.isEmpty {
        nodes[index].hasChildren = true
        nodes.append(
          Node(
            scope: Scope(
              department: department, category: category, subcategory: folder.path.subcategory),
            name: folder.path.subcategory, depth: depth + 1, count: folder.count, parent: index))
      }
    }
  }
}

extension Scope {
  /// Department, category and subcategory, as far as they are limited and have names.
  var names: [String] {
    [department, category, subcategory].compactMap { $0 }.filter { !$0.isEmpty }
  }
}

extension Sequence where Element: Hashable {
  /// The elements without repetitions, in the order of their first appearance.
  fileprivate func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
