import Phrases

/// What an object is by its members.
enum TreeShape {
  /// One thing, which says a text of itself.
  case record
  /// Many things by their names.
  case map
  /// Parts that belong together.
  case structure

  init(_ members: [TreeMember], _ names: MemberNames) {
    var (columns, kinds): (Set<PhraseColumn>, Set<Finding.JSONKind>) = ([], [])
    var foreignNames = 0
    for member in members {
      kinds.insert(member.value.kind)
      if let column = names[member.name] {
        columns.insert(column)
        if column == .text, member.value.texts != nil {
          self = .record
          return
        }
      } else if !member.name.utf8.allSatisfy({ $0 < 0x80 }) {
        foreignNames += 1
      }
    }
    self = TreeShape.isMap(members, columns, kinds, foreignNames) ? .map : .structure
  }

  private static func isMap(
    _ members: [TreeMember], _ columns: Set<PhraseColumn>, _ kinds: Set<Finding.JSONKind>,
    _ foreignNames: Int
  ) -> Bool {
    guard columns.count < 2, kinds.isDisjoint(with: [.number, .boolean]) else { return false }
    // Nobody names parts of a program 售后.
    if foreignNames * 2 > members.count { return true }
    guard members.count > 1, kinds.count == 1, let kind = kinds.first else { return false }
    // What a thing is called says that it is one.
    if kind == .string, !columns.isEmpty { return false }
    switch kind {
    case .string: return true
    case .array: return isAlike(members.map { Set($0.value.elements.prefix(8).map(\.kind)) })
    case .object:
      let first = Set(members[0].value.members.map(\.name))
      let isOneShape = members.allSatisfy { member in
        member.value.members.count(where: { first.contains($0.name) }) * 2 >= max(first.count, 1)
      }
      return isOneShape
        || isAlike(members.map { Set($0.value.members.prefix(8).map(\.value.kind)) })
    case .number, .boolean, .null: return false
    }
  }

  /// Whether the things in each are of one kind, and the same.
  private static func isAlike(_ kinds: [Set<Finding.JSONKind>]) -> Bool {
    let filled = kinds.filter { !$0.isEmpty }
    guard let first = filled.first, first.count == 1 else { return false }
    return filled.allSatisfy { $0 == first }
      && !first.isSubset(of: [.number, .boolean, .null])
  }
}
