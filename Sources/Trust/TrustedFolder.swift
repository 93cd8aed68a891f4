import Glibc

/// A folder whose contents are taken for the user's own word: settings, tokens, phrases, and the copies
/// of repositories in which git would run what their configuration names.
///
/// So nobody but the user and root may own it or put something into it, nor put another folder in its
/// place: that is what who may write to a folder above it could do.
///
/// ```swift
/// try TrustedFolder.make(cacheFolder + "/phrasedesk")
/// ```
public enum TrustedFolder {
  /// Why a folder, or a file that decides as much, is not trusted.
  public struct Flaw: Error, Hashable, Sendable {
    public let path: String
    let cause: Cause
    /// The folder that is not trusted because of this one above it; nil where it is this one itself.
    var folder: String?

    enum Cause: Hashable, Sendable {
      /// Another user's, by name or number.
      case owner(String)
      /// A group that others are in may write to it; by name or number.
      case group(String)
      case others
      /// An access control list lets somebody write to it, whom the mode does not tell.
      case accessList
    }
  }

  public enum Refusal: Error, Hashable, Sendable {
    case flawed(Flaw)
    case notMade(errno: Int32)
  }

  /// What keeps a folder from being trusted; nil also where there is none.
  ///
  /// Links are followed, and have to be the user's or root's, too.
  public static func flaw(of path: String) -> Flaw? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    if status.st_mode & S_IFMT == S_IFLNK {
      if let cause = ownerCause(status) { return Flaw(path: path, cause: cause) }
      guard stat(path, &status) == 0 else { return nil }
    }
    return flaw(status, at: path) ?? FoldersAbove.flaw(of: path)
  }

  /// Makes a folder that is there and the user's own one for this user alone (0700), where it is not.
  ///
  /// One behind a link is left as it is: it may be part of something else.
  public static func close(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
      status.st_uid == geteuid(), status.st_mode & 0o077 != 0, flaw(status, at: path) == nil
    else { return }
    chmod(path, status.st_mode & 0o700)
  }

  /// The same for a file that is open, `path` being its name.
  public static func flaw(ofFile descriptor: Int32, at path: String) -> Flaw? {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? flaw(status, at: path) : nil
  }

  /// Makes a folder, and those above it, for this user alone (0700) where they are missing.
  ///
  /// - Throws: ``Refusal``, also for a folder that was there and is not to be trusted.
  public static func make(_ path: String) throws(Refusal) {
    // As far as it goes: what matters is whether the last one is there in the end.
    for index in path.indices.dropFirst() where path[index] == "/" {
      mkdir(String(path[..<index]), 0o700)
    }
    if mkdir(path, 0o700) != 0 {
      let failure = errno
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
        throw .notMade(errno: failure == EEXIST ? ENOTDIR : failure)
      }
    }
    if let flaw = flaw(of: path) { throw .flawed(flaw) }
    close(path)
  }

  private static func flaw(_ status: stat, at path: String) -> Flaw? {
    (ownerCause(status) ?? writerCause(status, path)).map { Flaw(path: path, cause: $0) }
  }

  static func ownerCause(_ status: stat) -> Flaw.Cause? {
    status.st_uid == 0 || status.st_uid == geteuid()
      ? nil : .owner(Account.name(ofUser: status.st_uid) ?? String(status.st_uid))
  }

  static func writerCause(_ status: stat, _ path: String) -> Flaw.Cause? {
    if status.st_mode & S_IWOTH != 0 { return .others }
    guard status.st_mode & S_IWGRP != 0 else { return nil }
    // The bits of the group are then the most that any entry of the list allows.
    if AccessList.isThere(at: path) { return .accessList }
    if Account.isPrivate(group: status.st_gid, of: geteuid()) { return nil }
    return .group(Account.name(ofGroup: status.st_gid) ?? String(status.st_gid))
  }
}

/// Whether a file has an access control list (acl(5)) besides its mode.
private enum AccessList {
  private typealias GetAttribute =
    @convention(c) (UnsafePointer<CChar>, UnsafePointer<CChar>, UnsafeMutableRawPointer?, Int) ->
    Int

  /// `<sys/xattr.h>` is not among what Swift imports of glibc.
  private static let getAttribute: GetAttribute? =
    dlsym(nil, "getxattr").map { unsafeBitCast($0, to: GetAttribute.self) }

  static func isThere(at path: String) -> Bool {
    (getAttribute?(path, "system.posix_acl_access", nil, 0) ?? 0) > 0
  }
}
