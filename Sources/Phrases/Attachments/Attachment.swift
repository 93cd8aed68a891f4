/// A picture or a file that goes with a phrase, as the phrase's list names it.
public struct Attachment: Hashable, Sendable {
  /// The list that names it: a source's name, or ``localFiles``.
  public var source: String
  /// As the list has it, to be read by ``AttachmentName``; of a local file its path.
  public var name: String

  public init(source: String, name: String) {
    self.source = source
    self.name = name
  }

  /// In place of a source: a file of the agent's own folders.
  public static let localFiles = "/"

  /// The last part of the name, not sanitised.
  public var fileName: String {
    String(
      name[
        (name.lastIndex { $0 == "/" || $0 == "\\" }.map(name.index(after:)) ?? name.startIndex)...])
  }
}
