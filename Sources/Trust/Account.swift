import Glibc

/// What the system's lists of users and groups say.
enum Account {
  /// Longer entries, of groups with thousands of members, count as not there.
  private static let mostBytes = 16_384

  static func name(ofUser user: uid_t) -> String? {
    var account = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var texts = [CChar](repeating: 0, count: mostBytes)
    guard getpwuid_r(user, &account, &texts, texts.count, &found) == 0, found != nil,
      let name = account.pw_name
    else { return nil }
    return String(cString: name)
  }

  static func name(ofGroup group: gid_t) -> String? { entry(ofGroup: group)?.name }

  /// Whether a group is a user's own: of the user's name, with nobody else in it, as `useradd` makes
  /// one for each user.
  ///
  /// Where neither has a name, as in a container that runs under any number: of the same number.
  static func isPrivate(group: gid_t, of user: uid_t) -> Bool {
    let name = name(ofUser: user)
    guard let entry = entry(ofGroup: group) else { return name == nil && group == user }
    return entry.name == name && entry.members.allSatisfy { $0 == name }
  }

  private static func entry(ofGroup group: gid_t) -> (name: String, members: [String])? {
    var entry = Glibc.group()
    var found: UnsafeMutablePointer<Glibc.group>?
    var texts = [CChar](repeating: 0, count: mostBytes)
    guard getgrgid_r(group, &entry, &texts, texts.count, &found) == 0, found != nil,
      let name = entry.gr_name
    else { return nil }
    var members: [String] = []
    var next = entry.gr_mem
    while let member = next?.pointee {
      members.append(String(cString: member))
      next = next?.successor()
    }
    return (String(cString: name), members)
  }
}
