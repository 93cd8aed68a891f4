import Phrases
import Review
import Store
import Sync

/// A list as it stands where desks read it.
struct PublishedList {
  let bytes: [UInt8]
  /// SHA-256, in hexadecimal digits.
  let hash: String
  /// Nil where it has errors, so that desks use what they had before.
  private(set) var list: ListFile?
  let releases: ReleaseList
  /// Whether what stands beside it as its releases cannot be read.
  let hasBrokenReleases: Bool
  /// Its address without secrets.
  let place: String
  /// What stood there before, the newest first, and what desks had of it; see ``learn(_:_:)``.
  private(set) var states: [(former: FormerList, phrases: [Phrase])] = []
  /// How it is known itself among what was published; nil where it is not.
  private(set) var present: FormerList?

  /// The release that it is.
  var release: Release? { releases.release(ofHash: hash) }

  /// Learns what stood there before, and which ids desks have by now.
  ///
  /// A row without an id has the one that it had when it first came: so the ids of desks that have followed the
  /// list are told only by all of its states, one after the other. What this desk has of it does not matter.
  ///
  /// - Parameters:
  ///   - history: the newest first.
  ///   - read: reads a list as desks do.
  mutating func learn(_ history: [FormerList], _ read: ([UInt8]) throws -> ListFile) {
    present = history.first { $0.hash == hash }
    var last: [Phrase] = []
    states = []
    for former in history.reversed() where former.hash != hash {
      guard var list = try? read(former.bytes) else { continue }
      list.inheritIDs(from: last)
      last = list.phrases
      states.insert((former, last), at: 0)
    }
    list?.inheritIDs(from: last)
  }

  /// The last release, where desks go on with it: they cannot use what stands at an address, or wait for it,
  /// since somebody put it there by hand.
  ///
  /// - Returns: nil where desks use what stands there.
  static func inUse(
    insteadOf now: PublishedList?, at address: SourceAddress, _ source: Source, _ context: Context
  ) -> [Phrase]? {
    guard now?.release == nil else { return nil }
    let states = now?.states.map { ($0.former, $0.phrases) } ?? []
    let known = states.first { $0.0.release != nil }?.1
    guard let used = known ?? former(at: address, source, context) else { return nil }
    guard var list = now?.list else { return used }
    list.inheritIDs(from: used)
    let difference = Difference(from: used, to: list.phrases)
    return HoldReason.all(old: used, new: list.phrases, difference).isEmpty ? nil : used
  }

  /// The last release of a list that is not there any more.
  private static func former(
    at address: SourceAddress, _ source: Source, _ context: Context
  ) -> [Phrase]? {
    guard
      let former = try? context.publishing.history(of: address, atMost: 5)
        .first(where: { $0.release != nil })
    else { return nil }
    return try? ListFile(former.bytes, source.readOptions(of: former.bytes)).phrases
  }

  /// Fetches what stands at a source's address.
  ///
  /// - Returns: nil where there is no file yet.
  /// - Throws: the command's failure where that cannot be told: it is not taken for an empty list.
  static func fetch(
    _ source: Source, _ context: Context
  ) throws -> PublishedList? {
    let transport: any Transport
    do throws(AddressFlaw) {
      transport = try context.transports.transport(of: source)
    } catch {
      throw CommandFailure(.wrongUse, error.sentence(context.language))
    }
    do throws(FetchFailure) {
      guard case .file(let file) = try transport.fetch(unless: nil) else { return nil }
      let beside = transport.companion(ReleaseList.suffix)
      let releases = beside.flatMap { ReleaseList($0) }
      return PublishedList(
        bytes: file.bytes, hash: SHA256(of: file.bytes).digits,
        list: try? ListFile(file.bytes, source.readOptions(of: file.bytes)),
        releases: releases ?? ReleaseList(), hasBrokenReleases: beside != nil && releases == nil,
        place: source.shownAddress)
    } catch {
      if error.isNoFileYet { return nil }
      throw CommandFailure(
        .sourceUnreachable, error.sentence(context.language, source: source.shownAddress))
    }
  }

  init(
    bytes: [UInt8], hash: String, list: ListFile?, releases: ReleaseList = ReleaseList(),
    hasBrokenReleases: Bool = false, place: String
  ) {
    self.bytes = bytes
    self.hash = hash
    self.list = list
    self.releases = releases
    self.hasBrokenReleases = hasBrokenReleases
    self.place = place
  }
}

extension FetchFailure {
  /// Whether it says only that nothing was published there before.
  fileprivate var isNoFileYet: Bool {
    switch reason {
    case .notFound, .noSuchFileInRef, .noSuchRef: true
    default: false
    }
  }
}
