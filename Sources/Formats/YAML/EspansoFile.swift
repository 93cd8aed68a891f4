import Phrases

/// A file of matches of espanso, the text expander.
struct EspansoFile: ForeignFormat {
  let name = "espanso"
  let needsWord = false
  let countsItems = true

  func recognises(_ file: KnowledgeBaseFile) -> Bool {
    guard YAMLPhrases.likeness(file.text) > 0 else { return false }
    let mark = Array("matches:".utf8)
    var index = 0
    while index + mark.count <= file.text.count {
      if mark.indices.allSatisfy({ file.text[index + $0] == mark[$0] }) { return true }
      index = file.text.next(UInt8(ascii: "\n"), from: index) + 1
    }
    return false
  }

  func read(
    _ file: KnowledgeBaseFile, into builder: inout PhraseListBuilder
  ) throws(Fault) -> FileReading? {
    let tree = try YAMLReader.read(file.text, builder.limits)
    return try EspansoList(tree)?.read(into: &builder)
  }
}
