import Phrases

/// Why an attachment of a list was not to be had.
public enum AttachmentFailure: Error, Hashable, Sendable {
  /// For what the name says, or what stands there.
  case flaw(AttachmentFlaw)
  /// On the way to it.
  case fetch(FetchFailure)

  /// What happened and what to do, as one sentence; `name` is the attachment's, made safe to show here.
  public func sentence(_ language: Language, name: String) -> String {
    switch self {
    case .flaw(let flaw):
      language.says(
        "\(name.excerpt()) \(flaw.sentence(.english))",
        "\(name.excerpt()) \(flaw.sentence(.chinese))")
    case .fetch(let failure): failure.sentence(language, source: name.excerpt())
    }
  }

  /// What the place said of a file that is asked for as an attachment.
  init(_ failure: FetchFailure) {
    switch failure.reason {
    case .notFound, .noSuchFileInRef, .refused(status: 404), .refused(status: 410):
      self = .flaw(.missing)
    case .isFolder, .notAFile: self = .flaw(.notAFile)
    case .tooLarge(let limit), .unpacksTooLarge(let limit): self = .flaw(.tooLarge(limit: limit))
    case .notReadable(let errno): self = .flaw(.unreadable(errno: errno))
    case _: self = .fetch(failure)
    }
  }
}
