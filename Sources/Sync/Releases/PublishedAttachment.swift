import Glibc
import Phrases

/// A picture or file that goes out with the list that names it.
public struct PublishedAttachment: Hashable, Sendable {
  /// Below the list's folder, the file last.
  let parts: [String]
  let bytes: [UInt8]

  /// Those of a list that stand beside it on this computer, each once; what does not is where the list goes already,
  /// or is said by `check`.
  public static func all(of phrases: [Phrase], beside list: String) -> [PublishedAttachment] {
    let transport = PathTransport(path: list)
    var seen: Set<[String]> = []
    return phrases.flatMap(\.attachments).compactMap { name in
      guard case .beside(let parts)? = try? AttachmentName(name), seen.insert(parts).inserted,
        let file = try? AttachmentFile(named: name, by: transport)
      else { return nil }
      return PublishedAttachment(parts: parts, bytes: file.bytes)
    }
  }

  /// Writes it below a folder, unless it is there already.
  ///
  /// - Throws: ``FetchFailure``, also where a link would lead it out of the folder.
  func write(below folder: String) throws(FetchFailure) {
    var parent = folder
    for part in parts.dropLast() {
      parent += "/" + part
      guard mkdir(parent, 0o777) == 0 || errno == EEXIST else {
        throw FileReplacement.failure(errno)
      }
    }
    let root = FileReplacement.resolved(folder)
    guard FileReplacement.resolved(parent) == ([root] + parts.dropLast()).joined(separator: "/")
    else { throw FetchFailure(.notAFile) }
    let path = "\(parent)/\(parts.last ?? "")"
    if case .file(let file)? = try? PathTransport(path: path).fetch(unless: nil),
      file.bytes == bytes
    {
      return
    }
    var status = stat()
    guard lstat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG else {
      throw FetchFailure(.notAFile)
    }
    try FileReplacement.write(bytes, to: path)
  }
}
