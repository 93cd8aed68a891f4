import Synchronization

@testable import Sync

/// A source whose file is whatever the test says.
final class FakeTransport: Transport {
  private let answer = Mutex<Result<Fetched, FetchFailure>>(.success(.unchanged()))
  private let asked = Mutex(0)
  private let beside = Mutex<[UInt8]?>(nil)
  private let known = Mutex<Sync.Tag?>(nil)

  var count: Int { asked.withLock { $0 } }
  /// What the last question was conditional on.
  var lastKnown: Sync.Tag? { known.withLock { $0 } }

  func give(_ bytes: [UInt8], tag: String? = nil) {
    let file = FetchedFile(bytes: bytes, tag: tag.map(Sync.Tag.init))
    answer.withLock { $0 = .success(.file(file)) }
  }

  func give(_ text: String, tag: String? = nil, notBefore: Int? = nil) {
    let file = FetchedFile(
      bytes: Array(text.utf8), tag: tag.map(Sync.Tag.init), author: "li", message: "new prices",
      notBefore: notBefore)
    answer.withLock { $0 = .success(.file(file)) }
  }

  func fail(_ reason: FetchFailure.Reason, retryAfter: Int? = nil) {
    answer.withLock { $0 = .failure(FetchFailure(reason, retryAfter: retryAfter)) }
  }

  func leaveUnchanged(notBefore: Int? = nil) {
    answer.withLock { $0 = .success(.unchanged(notBefore: notBefore)) }
  }

  /// Leaves a list of releases beside the file.
  func leave(_ releases: ReleaseList) { beside.withLock { $0 = releases.bytes } }

  func companion(_ suffix: String) -> [UInt8]? { beside.withLock { $0 } }

  func fetch(unless known: Sync.Tag?) throws(FetchFailure) -> Fetched {
    asked.withLock { $0 += 1 }
    self.known.withLock { $0 = known }
    return try answer.withLock { $0 }.get()
  }
}
