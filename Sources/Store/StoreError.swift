import GRDB
import Glibc
import Trust

/// Why the store could not be opened, read or written.
///
/// Every case names the file it is about, so that ``sentence(_:)`` can say where and what to do.
/// SQLite's own messages never get this far: they speak of tables, and an agent has none.
public enum StoreError: Error, Equatable, Sendable {
  /// The store is to be read only, and there is no such file yet.
  case missing(path: String)
  /// There is no such file any more, and its copies cannot be put back because nothing may be written.
  case lost(path: String)
  /// The folder that is to hold the store cannot be made or is not a folder.
  case noFolder(path: String)
  /// The folder of the store, or of its copies, is one that others may put something into.
  case distrusted(TrustedFolder.Flaw)
  /// This user may not read or write the file or folder.
  case noRights(path: String)
  /// The store can be read but not changed, because the file or its file system is read-only.
  case readOnly(path: String)
  /// The path names a folder, a device, or a link to nothing.
  case notAFile(path: String)
  /// The file is no store, or a broken one; the row too where a single one is broken.
  case damaged(path: String, row: StoreRow?)
  /// A later phrasedesk made the store; `known` is the newest schema that this one reads.
  case newerSchema(path: String, found: Int, known: Int)
  case diskFull(path: String)
  /// The shell or the service allows no file that large (`RLIMIT_FSIZE`, `ulimit -f`).
  case sizeLimit(path: String)
  /// Another file stands where the one was that is open; nothing was written to either.
  case replaced(path: String)
  /// Another program held the store for longer than the busy time-out.
  case busy(path: String)
  /// A phrase cannot be kept; nothing of the import was.
  case unusablePhrase(id: String, PhraseFlaw)
  /// What the agent wrote cannot be kept; nothing was changed.
  case refused(OwnFlaw)
  /// Anything else, with SQLite's extended result code (<https://www.sqlite.org/rescode.html>),
  /// or the negative of an `errno` where the system refused before SQLite was asked.
  case other(path: String, code: Int)
}

/// One row of one table, as a place in an error sentence.
public struct StoreRow: Hashable, Sendable {
  let table: String
  /// The rowid.
  let number: Int64

  public init(table: String, number: Int64) {
    self.table = table
    self.number = number
  }
}

/// What is wrong with a phrase that is to be kept.
public enum PhraseFlaw: Hashable, Sendable, CaseIterable {
  case noID
  case noTitle
  case noText
  /// Another phrase of the same import has the same id.
  case repeatedID
  /// Its texts together are longer than ``Connection/phraseLimit``.
  case tooLong
}

extension StoreError {
  /// Translates whatever a database access threw.
  ///
  /// The codes alone are not enough: a full disk and a file system that has become read-only also
  /// come as I/O errors (the shared-memory file cannot grow, the log cannot be opened), so the
  /// file system is asked.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as StoreError: self = error
    case let error as DatabaseError:
      self.init(error.extendedResultCode, file: StoreFile(path: path))
    default: self = .damaged(path: path, row: nil)
    }
  }

  private init(_ code: ResultCode, file: StoreFile) {
    let path = file.path
    switch code.primaryResultCode {
    // The statements are fixed, so one that cannot be compiled or obeyed meets another schema.
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT, .SQLITE_ERROR, .SQLITE_SCHEMA,
      .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG:
      self = .damaged(path: path, row: nil)
    case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: self = .busy(path: path)
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_READONLY where code == .SQLITE_READONLY_DBMOVED: self = .replaced(path: path)
    case .SQLITE_READONLY: self = .readOnly(path: path)
    case .SQLITE_PERM, .SQLITE_AUTH: self = .noRights(path: path)
    case .SQLITE_IOERR where code == .SQLITE_IOERR_SHMSIZE || file.isOnFullDisk:
      self = .diskFull(path: path)
    case .SQLITE_IOERR where code == .SQLITE_IOERR_WRITE && StoreFile.hasSizeLimit:
      self = .sizeLimit(path: path)
    case .SQLITE_IOERR where file.isOnReadOnlyFileSystem: self = .readOnly(path: path)
    case .SQLITE_CANTOPEN:
      if let forbidden = file.firstForbidden {
        self = .noRights(path: forbidden)
      } else if file.isOnReadOnlyFileSystem {
        self = .readOnly(path: path)
      } else if file.isOnFullDisk {
        self = .diskFull(path: path)
      } else {
        self = .other(path: path, code: Int(code.rawValue))
      }
    default: self = .other(path: path, code: Int(code.rawValue))
    }
  }

  /// Translates an `errno` of a call that was to make `path`, inside `folder`.
  init(errno code: Int32, making path: String, inside folder: String) {
    switch code {
    case ENOSPC, EDQUOT: self = .diskFull(path: path)
    case EFBIG: self = .sizeLimit(path: path)
    case EROFS: self = .readOnly(path: path)
    case EACCES, EPERM: self = .noRights(path: folder)
    case ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG: self = .noFolder(path: folder)
    default: self = .other(path: path, code: -Int(code))
    }
  }
}
