/// Where an attachment is, by the name that a list gives it.
///
/// Lists are other people's files, and so are the names in them: one that leads out of the list's folder, or
/// that a program might take for something else than a name, is refused.
///
/// ```swift
/// try AttachmentName("图片/尺码表.png")   // .beside(["图片", "尺码表.png"])
/// try AttachmentName("../../.ssh/id_rsa")   // throws AttachmentFlaw.leavesFolder
/// ```
public enum AttachmentName: Hashable, Sendable {
  /// Beside the list: folders below the list's own, and the file last.
  case beside([String])
  /// At an address of the web.
  case address(String)

  /// The longest part of a name, in bytes, and the longest name: those of Linux (`NAME_MAX`, `PATH_MAX`).
  private static let mostPartBytes = 255
  private static let mostBytes = 4_096

  /// Reads a name; lists from Windows divide its parts by `\`.
  ///
  /// - Throws: ``AttachmentFlaw`` when it is none that could be beside a list.
  public init(_ written: String) throws(AttachmentFlaw) {
    let name = written.trimmed()
    guard !name.isEmpty else { throw .noName }
    guard name.utf8.count <= Self.mostBytes else { throw .nameTooLong }
    guard !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { throw .controlInName }
    if Self.isAddress(name) {
      self = .address(name)
      return
    }
    // Whatever else a scheme may mean, it is no file beside the list: `file:///etc/passwd`.
    guard !name.contains("://") else { throw .notBesideList }
    let parts = name.split(separator: #/[/\\]/#, omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first, !first.isEmpty, !first.hasPrefix("~"), !Self.isDrive(first)
    else { throw .notBesideList }
    guard !parts.contains("..") else { throw .leavesFolder }
    let kept = parts.filter { $0 != "." }
    guard let last = kept.last, !last.isEmpty, !kept.contains("") else { throw .noName }
    guard !kept.contains(where: { $0.hasPrefix("-") }) else { throw .looksLikeOption }
    guard kept.allSatisfy({ $0.utf8.count <= Self.mostPartBytes }) else { throw .nameTooLong }
    self = .beside(kept)
  }

  private static func isAddress(_ name: String) -> Bool {
    let start = name.prefix(8).lowercased()
    return start.hasPrefix("http://") || start.hasPrefix("https://")
  }

  /// `C:`, with or without a file behind it.
  private static func isDrive(_ part: String) -> Bool {
    part.dropFirst().first == ":" && part.first.map { $0.isASCII && $0.isLetter } == true
  }
}
