import Search

/// Paths put together as departments, categories and subcategories, in the order of their first
/// phrases: what ``CategoryTree`` is made of.
///
/// Every path is looked at once: a list may have as many categories as phrases.
struct CategoryNodes {
  fileprivate struct Category {
    let name: String
    var count = 0
    var subcategories: [(name: String, count: Int)] = []
  }

  fileprivate struct Department {
    let name: String
    var count = 0
    var categories: [Category] = []
    var placeOfCategory: [String: Int] = [:]
  }

  private var departments: [Department] = []
  private var placeOfDepartment: [String: Int] = [:]
  /// How many paths and names were looked at, for bounding the work.
  private(set) var looked = 0
  /// Depth first, the root before all.
  private(set) var nodes: [CategoryTree.Node] = []

  init(_ paths: some Sequence<CategoryCount>) {
    for path in paths { add(path) }
    nodes.append(
      CategoryTree.Node(
        scope: Scope(), name: "", depth: 0, count: departments.reduce(0) { $0 + $1.count }))
    // Without departments the level is left out: everything is for everybody.
    let hasDepartments = departments.contains { !$0.name.isEmpty }
    for department in departments {
      guard hasDepartments else {
        append(department, below: 0)
        continue
      }
      let index = begin(
        Scope(department: department.name), department.name, count: department.count, below: 0)
      append(department, below: index)
      end(index)
    }
    end(0)
  }

  private mutating func add(_ folder: CategoryCount) {
    looked += 1
    let path = folder.path
    let place = placeOfDepartment[path.department] ?? departments.count
    if place == departments.count {
      placeOfDepartment[path.department] = place
      departments.append(Department(name: path.department))
    }
    departments[place].add(folder)
  }

  private mutating func append(_ department: Department, below parent: Int) {
    for category in department.categories {
      let index = begin(
        Scope(department: department.name, category: category.name), category.name,
        count: category.count, below: parent)
      for subcategory in category.subcategories {
        let scope = Scope(
          department: department.name, category: category.name, subcategory: subcategory.name)
        end(begin(scope, subcategory.name, count: subcategory.count, below: index))
      }
      end(index)
    }
  }

  /// Adds a node, below which come those that are added until its ``end(_:)``.
  private mutating func begin(
    _ scope: Scope, _ name: String, count: Int, below parent: Int
  ) -> Int {
    looked += 1
    nodes[parent].hasChildren = true
    nodes.append(
      CategoryTree.Node(
        scope: scope, name: name, depth: nodes[parent].depth + 1, count: count, parent: parent,
        index: nodes.count))
    return nodes.count - 1
  }

  private mutating func end(_ index: Int) {
    nodes[index].end = nodes.count
  }
}

extension CategoryNodes.Department {
  fileprivate mutating func add(_ folder: CategoryCount) {
    count += folder.count
    let path = folder.path
    guard !path.category.isEmpty else { return }
    let place = placeOfCategory[path.category] ?? categories.count
    if place == categories.count {
      placeOfCategory[path.category] = place
      categories.append(CategoryNodes.Category(name: path.category))
    }
    categories[place].count += folder.count
    if !path.subcategory.isEmpty {
      categories[place].subcategories.append((path.subcategory, folder.count))
    }
  }
}
