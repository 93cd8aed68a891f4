import Phrases

/// What lists a tree holds, wherever they stand, and what groups they stand in.
///
/// A list is all that stands on one way: the `replies` of every group are one. An object whose names are
/// data, `{"After sales": […], "Orders": […]}`, is a map, and its names are groups.
struct TreeSurvey {
  /// A group around an item: the name in a map, the object, or both.
  struct Group {
    var key: String?
    var members: [TreeMember] = []
    /// The way to it.
    let way: Int
  }

  struct Item {
    let value: TreeValue
    /// Its name where it stands in a map.
    var key: String?
    let groups: [Group]
  }

  enum Kind: Hashable {
    case objects
    case texts
  }

  struct Collection {
    let kind: Kind
    let way: Int
    var items: [Item] = []
  }

  private struct Place: Hashable {
    let kind: Kind
    let way: Int
  }

  /// The way to the whole.
  static let root = 0

  private(set) var collections: [Collection] = []
  /// The names of the whole, where it is an object.
  let members: [String]
  private var places: [Place: Int] = [:]
  /// Every way as its last step and the way before it; the first is the root.
  private var ways: [(before: Int, step: TreePath.Step?)] = [(0, nil)]
  private var wayNumbers: [WayKey: Int] = [:]
  private let names: MemberNames

  private struct WayKey: Hashable {
    let before: Int
    let step: TreePath.Step
  }

  init(of tree: TreeValue, _ names: MemberNames) {
    self.names = names
    members = tree.members.map(\.name)
    visit(tree, TreeSurvey.root, [], map: nil)
  }

  func path(_ way: Int) -> TreePath {
    var steps: [TreePath.Step] = []
    var way = way
    while let step = ways[way].step {
      steps.append(step)
      way = ways[way].before
    }
    return TreePath(steps.reversed())
  }

  /// The way one step further.
  private mutating func way(_ before: Int, _ step: TreePath.Step) -> Int {
    let key = WayKey(before: before, step: step)
    if let number = wayNumbers[key] { return number }
    ways.append((before, step))
    wayNumbers[key] = ways.count - 1
    return ways.count - 1
  }

  private mutating func add(_ item: Item, _ kind: Kind, _ way: Int) {
    let place = Place(kind: kind, way: way)
    if let index = places[place] {
      collections[index].items.append(item)
    } else {
      places[place] = collections.count
      collections.append(Collection(kind: kind, way: way, items: [item]))
    }
  }

  /// `map` is where the outermost map around it stands, whose texts are one list however deep they are.
  private mutating func visit(_ value: TreeValue, _ way: Int, _ groups: [Group], map: Int?) {
    switch value.content {
    case .list(let elements):
      let inner = self.way(way, .element)
      if let header = header(of: elements) {
        for row in elements.dropFirst() {
          let members = zip(header, row.elements).map { TreeMember(name: $0, value: $1) }
          let object = TreeValue(content: .object(members), range: row.range)
          add(Item(value: object, groups: groups), .objects, inner)
        }
      } else if isListOfMaps(elements) {
        for element in elements {
          visit(map: element.members, inner, groups, outermost: map ?? inner)
        }
      } else {
        for element in elements { visit(element: element, inner, groups, map: map) }
      }
    case .object(let members):
      if TreeShape(members, names) == .map {
        visit(map: members, way, groups, outermost: map ?? way)
      } else {
        visit(members, of: Group(members: members, way: way), way, groups)
      }
    case .text, .number, .truth, .null: break
    }
  }

  /// The names of the columns of a list of lists, whose first one says which is the text.
  private func header(of rows: [TreeValue]) -> [String]? {
    guard rows.count > 1, let first = rows.first, !first.elements.isEmpty else { return nil }
    let header = first.elements.compactMap(\.text)
    let isTable = rows.prefix(8).allSatisfy { row in
      !row.elements.isEmpty && row.elements.allSatisfy { $0.scalar != nil }
    }
    guard isTable, header.count == first.elements.count,
      header.contains(where: { names[$0] == .text })
    else { return nil }
    return header
  }

  /// Whether the objects of a list are maps, `[{"Hello": "…"}, {"Bye": "…"}]`: one shares no name with the
  /// next.
  private func isListOfMaps(_ elements: [TreeValue]) -> Bool {
    let first = elements.prefix(8)
    return first.count > 1
      && first.allSatisfy { element in
        guard case .object(let members) = element.content, let name = members.first?.name else {
          return false
        }
        return members.allSatisfy { $0.value.text != nil } && TreeShape(members, names) != .record
          && first.count(where: { $0.members[name] != nil }) == 1
      }
  }

  private mutating func visit(
    element: TreeValue, _ way: Int, _ groups: [Group], map: Int?
  ) {
    switch element.content {
    case .object(let members):
      add(Item(value: element, groups: groups), .objects, way)
      visit(members, of: Group(members: members, way: way), way, groups)
    case .text: add(Item(value: element, groups: groups), .texts, map ?? way)
    case .list: visit(element, way, groups, map: map)
    case .number, .truth, .null: break
    }
  }

  private mutating func visit(
    map members: [TreeMember], _ way: Int, _ groups: [Group], outermost: Int
  ) {
    let inner = self.way(way, .value)
    for member in members {
      let value = member.value
      switch value.content {
      case .text:
        add(Item(value: value, key: member.name, groups: groups), .texts, outermost)
      case .object(let members):
        let group = Group(key: member.name, members: members, way: inner)
        // A group of a map may have no more than one phrase, and one that is called like a column.
        let isTexts = !members.isEmpty && members.allSatisfy { $0.value.text != nil }
        switch TreeShape(members, names) {
        case .structure where isTexts, .map:
          let named = Group(key: member.name, way: inner)
          visit(map: members, inner, groups + [named], outermost: outermost)
        case .record:
          add(Item(value: value, key: member.name, groups: groups), .objects, inner)
          visit(members, of: group, inner, groups)
        case .structure: visit(members, of: group, inner, groups)
        }
      case .list:
        let named = Group(key: member.name, way: inner)
        visit(value, inner, groups + [named], map: outermost)
      case .number, .truth, .null: break
      }
    }
  }

  /// Goes on in an object whose names are its structure.
  private mutating func visit(
    _ members: [TreeMember], of group: Group, _ way: Int, _ groups: [Group]
  ) {
    var inner: [Group]?
    for member in members {
      switch member.value.content {
      case .object, .list:
        // Most objects hold none, and nothing is made for them.
        let groupsWithin = inner ?? groups + [group]
        inner = groupsWithin
        visit(member.value, self.way(way, .member(member.name)), groupsWithin, map: nil)
      case .text, .number, .truth, .null: break
      }
    }
  }
}
