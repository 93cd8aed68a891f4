import Phrases

/// What a look at an attachment showed.
public enum AttachmentLook: Equatable, Sendable {
  /// It is there; drawn where it is a picture that can be.
  case file(AttachmentFacts, Picture?)
  /// It is not to be had: a sentence, in the agent's language.
  case failed(String)
}

/// What there is to say of an attachment.
public struct AttachmentFacts: Hashable, Sendable {
  public let kind: FileKind
  /// In bytes.
  public let size: Int
  public let pixels: PictureSize?
  /// Tells the bytes from any others, within this run of the program.
  public let fingerprint: Int

  public init(kind: FileKind, size: Int, pixels: PictureSize?, fingerprint: Int = 0) {
    self.fingerprint = fingerprint
    self.kind = kind
    self.size = size
    self.pixels = pixels
  }

  /// `PNG 800x600 84 kB`.
  func text(_ language: Language) -> String {
    [
      AttachmentLabel.kind(kind).sentence(language), pixels.map { "\($0.columns)x\($0.rows)" },
      bytes,
    ]
    .compactMap(\.self).joined(separator: " ")
  }

  private var bytes: String { AttachmentFacts.text(bytes: size) }

  /// `84 kB`.
  static func text(bytes size: Int) -> String {
    size < 1_000
      ? "\(size) B"
      : size < 1_000_000
        ? "\((size + 500) / 1_000) kB" : "\(size / 1_000_000).\(size / 100_000 % 10) MB"
  }
}

/// An attachment that is to be handed over: `Effect.handOver`.
public struct AttachmentHandover: Equatable, Sendable {
  public enum Form: Sendable {
    /// What is in it, as a picture.
    case picture
    /// The file itself, as programs pass files on.
    case file
  }

  public var attachment: Attachment
  public var form: Form
  public var destination: Destination
  /// What the agent was shown of it; nil where nothing was shown yet.
  public var seen: AttachmentFacts?

  public init(
    attachment: Attachment, form: Form, destination: Destination = .clipboard
  ) {
    self.attachment = attachment
    self.form = form
    self.destination = destination
  }

  /// Its name as it may be shown.
  public var name: String { SafeText.visible(attachment.fileName) }
}

/// What became of an attachment that was to be handed over.
public struct AttachmentDelivered: Equatable, Sendable {
  public indirect enum Outcome: Equatable, Sendable {
    /// It is on the clipboard; of a picture its kind, since some chats take one kind alone.
    case copied(FileKind?)
    /// A window of that name was told to paste it.
    case pasted(Target, FileKind?)
    /// Only text travels from here: where it is went instead, and that became of it.
    case asText(String, Delivered.Outcome)
    /// It is no picture.
    case noPicture
    /// Nothing went anywhere, for that reason: a sentence in the agent's language.
    case failed(String)
  }

  public var outcome: Outcome
  public var form: AttachmentHandover.Form
  /// Its name, safe to show.
  public var name: String
  /// Whether a phrase's text goes with it.
  var hasText: Bool

  public init(_ outcome: Outcome, of handover: AttachmentHandover) {
    hasText = handover.attachment.source != Attachment.localFiles
    self.outcome = outcome
    form = handover.form
    name = handover.name
  }
}
