/// Why an attachment cannot be had.
public enum AttachmentFlaw: Error, Hashable, Sendable {
  // What the name says.
  case noName
  case nameTooLong
  case controlInName
  /// It begins like an option of a program.
  case looksLikeOption
  /// It names a place of its own: a drive, the root, somebody's home.
  case notBesideList
  case leavesFolder
  /// An address that is not the list's own server, which is never asked.
  case elsewhere

  // What is there.
  case missing
  /// A folder, a pipe, a device.
  case notAFile
  /// A link that leads out of the list's folder.
  case linkLeadsOut
  case empty
  /// More bytes than `limit`.
  case tooLarge(limit: Int)
  /// Something that runs: nobody is sent that.
  case program
  /// It cannot be read, for this `errno`.
  case unreadable(errno: Int32)
}
