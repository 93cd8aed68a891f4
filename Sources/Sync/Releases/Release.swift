import Phrases

/// One decision to put a list out to every desk.
public struct Release: Hashable, Sendable {
  /// Counted from 1.
  public var number: Int
  /// SHA-256 of the list, in hexadecimal digits.
  public var hash: String
  /// That of the list before; empty where there was none.
  public var base: String
  /// Who published it, and when: in UTC, as ISO 8601 writes it.
  public var by: String
  public var at: String
  public var message: String
  /// What changed, in phrases: `phrases` altogether, `added`, `removed`, `changed`, `moved`.
  public var counts: [String: Int]
  /// What desks would have waited for, by the names of ``HoldKey``, and how many of each were agreed to.
  public var accepted: [String: Int]

  public init(
    number: Int = 0, hash: String, base: String = "", by: String, at: String, message: String,
    counts: [String: Int], accepted: [String: Int] = [:]
  ) {
    self.number = number
    self.hash = hash
    self.base = base
    self.by = by
    self.at = at
    self.message = message
    self.counts = counts
    self.accepted = accepted
  }

  /// `12 (a9f9de3f)`.
  public var name: String { "\(number) (\(hash.prefix(8)))" }
}

/// The last releases of a list, which stand beside it as ``ReleaseList/suffix``.
///
/// It is written before the list, so there may be one whose list never came; and whoever may write the list
/// may write it: it guards against accident, not malice.
public struct ReleaseList: Hashable, Sendable {
  /// What is added to the list's name: `phrases.csv.release.json`.
  public static let suffix = ".release.json"
  /// So many are kept.
  public static let mostKept = 50
  /// No list was published so often.
  private static let mostNumber = 1 << 40
  /// More than any such file has, in bytes.
  static let mostBytes = 1 << 20

  /// Ascending by number.
  public private(set) var releases: [Release] = []

  public init() {}

  init(_ releases: [Release]) {
    self.releases = releases.filter { 1...Self.mostNumber ~= $0.number && !$0.hash.isEmpty }
      .sorted { $0.number < $1.number }.suffix(Self.mostKept)
  }

  /// The newest release of these bytes; nil where there is none.
  public func release(ofHash hash: String) -> Release? { releases.last { $0.hash == hash } }

  public func release(_ number: Int) -> Release? { releases.first { $0.number == number } }

  /// Whether it tells nothing new: the list stands there, as a release where there are any.
  func isKnown(_ release: Release, after hash: String?) -> Bool {
    hash == release.hash && (releases.isEmpty || self.release(ofHash: release.hash) != nil)
  }

  /// Adds a release behind the others, with the next number.
  ///
  /// - Parameters:
  ///   - release: what is published.
  ///   - hash: of the list that stands there; nil for none.
  ///   - came: whether the list of a release ever stood there, as far as that can be told. The number of one that
  ///     did is never given again, though somebody may have put back what was there before it.
  /// - Returns: that release.
  mutating func add(
    _ release: Release, after hash: String?, came: (Release) -> Bool = { _ in false }
  ) -> Release {
    // One whose list never came: it was to follow the one that stands there still.
    if let last = releases.last, last.hash != hash, last.base == hash ?? "", !came(last) {
      releases.removeLast()
    }
    var release = release
    release.number = (releases.last?.number ?? 0) + 1
    // What was put there by hand, and is agreed to now, followed the last release.
    release.base = (hash == release.hash ? releases.last?.hash : hash) ?? ""
    releases = (releases + [release]).suffix(Self.mostKept)
    return release
  }

  /// Whether somebody has decided everything that a desk would wait for, between the list that it has and
  /// the new one.
  ///
  /// Each release on the way was decided by the one who published it, what was too little to be asked for
  /// with the rest; so what they changed adds up. A desk whose own list is no release, nor what one followed,
  /// goes by what was agreed to last, and by what came after that.
  public func covers(_ reasons: [HoldReason], from old: String?, to new: String) -> Bool {
    guard let end = releases.lastIndex(where: { $0.hash == new }) else { return false }
    let steps: ArraySlice<Release>
    if let old, let last = releases[...end].lastIndex(where: { $0.base == old }) {
      steps = releases[last...end]
    } else if let old, let own = releases[..<end].lastIndex(where: { $0.hash == old }) {
      steps = releases[(own + 1)...end]
    } else if let agreed = releases[...end].lastIndex(where: { !$0.accepted.isEmpty }),
      agreed == end || !isTakenBack(agreed, by: new)
    {
      steps = releases[agreed...end]
    } else {
      return false
    }
    return reasons.allSatisfy { reason in
      let agreed = steps.reduce(0) { sum, release in
        let changed = (release.counts["removed"] ?? 0) + (release.counts["changed"] ?? 0)
        return sum + max(release.accepted[reason.key.acceptKey] ?? 0, changed)
      }
      return reason.count <= agreed
    }
  }
}

extension ReleaseList {
  /// Whether a list was there before the release of that index: what that one agreed to is undone.
  private func isTakenBack(_ index: Int, by hash: String) -> Bool {
    releases[index].base == hash || releases[..<index].contains { $0.hash == hash }
  }
}

extension HoldKey {
  /// The key by which it is agreed to: a list that is empty has lost all of its phrases.
  public var acceptKey: String { (self == .empty ? .removed : self).rawValue }
}
