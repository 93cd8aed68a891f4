import Foundation
import Store

@testable import Sync

/// A store in a folder of its own, and what syncs it with a file that the test gives.
struct SyncedStore {
  let folder: URL
  let store: Store
  let transport = FakeTransport()
  let sync: SourceSync

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "phrasedesk-sync-\(UUID().uuidString.prefix(8))")
    store = try Store.open(at: folder.appending(path: "phrases.sqlite").path)
    sync = SourceSync(
      store: store, language: .english, now: { 100 },
      transports: { [transport] _ in transport })
  }
}
