import Glibc
import Phrases
import Store
import Sync

/// Why the phrases that were asked for could not be had.
public enum OpeningError: Error, Equatable, Sendable {
  case noSuchFile(path: String)
  /// The folder that a file is to be written into.
  case noSuchFolder(path: String)
  case diskFull(path: String)
  /// The shell or the service allows no file that large (`ulimit -f`).
  case sizeLimit(path: String)
  case noRights(path: String)
  case isFolder(path: String)
  /// A file to be written stands there already.
  case exists(path: String)
  case tooLarge(path: String, limit: Int)
  case notReadable(path: String, errno: Int32)
  /// An address of the network, where only a file is read.
  case isAddress(String)
  case badAddress(AddressFlaw)
  /// The file at an address, by its name.
  case notFetched(FetchFailure, name: String)
  /// The file was read and is no knowledge base.
  case badFile(KnowledgeBaseError)
  case store(StoreError)
  /// Nothing says where the store would be.
  case noHome
  /// `--department` names one that no phrase is for.
  case noSuchDepartment(String, known: [String])

  init(path: String, errno: Int32) {
    switch errno {
    case ENOENT, ENOTDIR: self = .noSuchFile(path: path)
    case ENOSPC, EDQUOT: self = .diskFull(path: path)
    case EFBIG: self = .sizeLimit(path: path)
    case EACCES, EPERM, EROFS: self = .noRights(path: path)
    case EISDIR: self = .isFolder(path: path)
    default: self = .notReadable(path: path, errno: errno)
    }
  }
}
