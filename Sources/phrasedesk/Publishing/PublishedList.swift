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
  let list: ListFile?
  let releases: ReleaseList
  /// Its address without secrets.
  let place: String

  /// The release that it is.
  var release: Release? { releases.release(ofHash: hash) }

  /// The last release, where desks go on with it: they cannot use what stands at an address, or wait for it,
  /// since somebody put it there by hand.
  ///
  /// - Returns: nil where desks use what stands there.
  static func inUse(
    insteadOf now: PublishedList?, at address: SourceAddress, _ source: Source, _ context: Context
  ) -> [Phrase]? {
    guard now?.release == nil,
      let former = try? context.publishing.history(of: address, atMost: 5)
        .first(where: { $0.release != nil }),
      let used = try? ListFile(former.bytes, source.readOptions(of: former.bytes))
    else { return nil }
    guard var list = now?.list else { return used.phrases }
    list.inheritIDs(from: used.phrases)
    let difference = Difference(from: used.phrases, to: list.phrases)
    return HoldReason.all(old: used.phrases, new: list.phrases, difference).isEmpty
      ? nil : used.phrases
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
      return PublishedList(
        bytes: file.bytes, hash: SHA256(of: file.bytes).digits,
        list: try? ListFile(file.bytes, source.readOptions(of: file.bytes)),
        releases: transport.releases() ?? ReleaseList(),
        place: source.shownAddress)
    } catch {
      if error.isNoFileYet { return nil }
      throw CommandFailure(
        .sourceUnreachable, error.sentence(context.language, source: source.shownAddress))
    }
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
