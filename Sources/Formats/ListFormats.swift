import Phrases

/// Every kind of list that is read.
public enum ListFormats {
  /// In the order in which they are asked.
  package static let all: [any FileFormat] = [Workbooks()] + KnowledgeBase.formats

  /// Reads a whole file, whatever kind of list it is.
  ///
  ///     let list = try ListFormats.read(bytes, ReadOptions(file: "replies.xlsx"))
  ///
  /// - Throws: every error of the file; nothing of a file with an error is used.
  public static func read(
    _ bytes: [UInt8], _ options: ReadOptions
  ) throws(KnowledgeBaseError) -> KnowledgeBase {
    try bytes.withUnsafeBufferPointer { buffer throws(KnowledgeBaseError) in
      try KnowledgeBase.read(buffer, options, formats: all, limits: Limits())
    }
  }
}
