import Phrases
import Search

/// The files of the agent's own folders, as the desk lists them.
public struct FileList: Equatable, Sendable {
  /// Each as a phrase that is called as the file, its id the path, the newest first.
  let library: Library
  /// By their paths, in bytes.
  let sizes: [String: Int]
  /// The folders that are not there; nil where the settings name none.
  let gone: [String]?

  /// Takes files, the newest first; `gone` is nil where the settings name no folder.
  public init(_ files: [(path: String, name: String, size: Int)], gone: [String]?) {
    library = Library(
      files.map { file in
        Phrase(
          key: PhraseKey(source: Attachment.localFiles, id: file.path), title: file.name, text: "",
          attachments: [file.path])
      })
    sizes = Dictionary(files.map { ($0.path, $0.size) }) { first, _ in first }
    self.gone = gone
  }
}
