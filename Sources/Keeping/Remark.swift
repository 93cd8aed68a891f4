import Phrases
import Store

/// Something to be said of what is kept, once, while everything goes on.
public enum Remark: Equatable, Sendable {
  /// The store was damaged, and this was saved of it.
  case rescued(Rescue)
  /// Of the store itself: that it cannot be written, or that other machines may have it open.
  case store(StoreRemark)
  case unusable(StoreError)
  /// The store was removed, with the folder that it was in.
  case gone(path: String)
  case noCopy(StoreError)
  /// Phrases went out, and that could not be recorded.
  case notRecorded(StoreError)
  case usageNotRead(StoreError)
  /// What is in use stays so, because what came after it could not be read.
  case notOpened(OpeningError)
  /// Of a file, by its name: how its bytes were read.
  case assumed(Finding, file: String)
}
