@testable import Phrases

extension FuzzedFile {
  /// Checks that phrases written down are the same phrases when they are read again.
  ///
  /// A CSV file cannot hold everything that JSON can; what it cannot is passed over.
  public func checkWriting(asOneOf formats: [KnowledgeBaseFormat]) {
    guard case .success(let base) = outcome else { return }
    let format = formats[base.rowCount % formats.count]
    let withBOM = bytes.count.isMultiple(of: 2)
    guard format == .json || base.phrases.allSatisfy(\.fitsIntoCSV) else { return }

    let written = KnowledgeBase.write(base.phrases, as: format, withBOM: withBOM)
    guard case .success(let again) = Self.read(written, ReadOptions(file: "again")) else {
      return demand(false, "what is written can be read")
    }
    demand(again.phrases == base.phrases, "what is written is the same")
    demand(again.format == format, "what is written is what it was meant to be")
    demand(again.unknownColumns.isEmpty && again.nameless.isEmpty, "all of it is understood")
    // Strings that differ in their bytes can be equal in Swift.
    let twice = KnowledgeBase.write(again.phrases, as: format, withBOM: withBOM)
    demand(twice == written, "what is written is the same to the byte")
  }
}

extension Phrase {
  /// Whether its lists, each in one cell, can be taken apart again.
  fileprivate var fitsIntoCSV: Bool {
    attachments.allSatisfy { ItemList.attachments($0) == [$0] }
      && PhraseColumn.allCases.allSatisfy { cell($0).utf8.count <= Limits().fieldBytes }
  }
}
