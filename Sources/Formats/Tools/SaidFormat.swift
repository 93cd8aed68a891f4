import Phrases

/// A kind of file that a person says: it is read as that, whatever it looks like.
struct SaidFormat: FileFormat {
  let format: any ForeignFormat

  var countsItems: Bool { format.countsItems }

  func recognises(_ file: KnowledgeBaseFile) -> Bool { true }

  func read(
    _ file: KnowledgeBaseFile, into builder: inout PhraseListBuilder
  ) throws(Fault) -> FileReading? {
    guard let reading = try format.read(file, into: &builder) else {
      throw Fault(problem: .foreign(.notOfKind(format.name)), offset: 0)
    }
    return reading
  }

  func offset(ofByte byte: Int, inCell cell: Range<Int>, of file: KnowledgeBaseFile) -> Int {
    format.offset(ofByte: byte, inCell: cell, of: file)
  }

  func places(of offsets: [Int], in file: KnowledgeBaseFile) -> [Finding.Place] {
    format.places(of: offsets, in: file)
  }
}
