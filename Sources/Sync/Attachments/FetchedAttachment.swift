/// What a transport has of an attachment.
public enum FetchedAttachment: Hashable, Sendable {
  /// A file of this computer, where it is.
  case here(path: String)
  /// It is still the one with the known tag.
  case unchanged
  case file(FetchedFile)
}
