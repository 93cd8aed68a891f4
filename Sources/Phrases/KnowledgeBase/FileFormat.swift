/// A kind of knowledge base file: how it is told, and how its records get into a list of phrases.
///
/// Each has a reader of its own, and whoever reads files says which kinds there are
/// (``KnowledgeBase/read(_:_:formats:limits:)``), so that another module adds one without this one
/// knowing of it:
///
///     struct Workbooks: FileFormat {
///       func recognises(_ file: KnowledgeBaseFile) -> Bool { file.bytes.starts(with: zipMark) }
///       func read(
///         _ file: KnowledgeBaseFile, into builder: inout PhraseListBuilder
///       ) throws(Fault) -> FileReading? {
///         for record in … {
///           try builder.begin(row: record.number, at: record.position)
///           builder.add(row(of: record))
///         }
///         return FileReading(format: …, unknownColumns: […])
///       }
///       func places(of positions: [Int], in file: KnowledgeBaseFile) -> [Finding.Place] { … }
///     }
package protocol FileFormat: Sendable {
  /// Whether the file looks like one of this kind.
  func recognises(_ file: KnowledgeBaseFile) -> Bool

  /// Whether its records are items of a list, and not rows of a spreadsheet.
  var countsItems: Bool { get }

  /// Adds the file's records to `builder`; nil where it is of another kind after all, and then what was
  /// added is forgotten.
  ///
  /// Every offset that it hands over, to the builder and in faults, is a number that rises through the file.
  func read(
    _ file: KnowledgeBaseFile, into builder: inout PhraseListBuilder
  ) throws(Fault) -> FileReading?

  /// Where in such numbers a byte of a value stands, counted in the value as it was read; where that is
  /// not known, where its cell begins.
  func offset(ofByte byte: Int, inCell cell: Range<Int>, of file: KnowledgeBaseFile) -> Int

  /// The places of such numbers, which come rising.
  func places(of offsets: [Int], in file: KnowledgeBaseFile) -> [Finding.Place]
}

/// What a reader tells of a file besides its phrases.
package struct FileReading {
  package var format: KnowledgeBaseFormat
  /// Headers, or member names, that mean nothing here; in the order in which they appear.
  package var unknownColumns: [String]

  package init(format: KnowledgeBaseFormat, unknownColumns: [String]) {
    self.format = format
    self.unknownColumns = unknownColumns
  }
}

/// A file that is being read: its bytes, and its text where it is one.
package struct KnowledgeBaseFile {
  package let bytes: UnsafeBufferPointer<UInt8>
  /// Empty where the bytes are no text.
  package let text: SourceBytes

  package init(bytes: UnsafeBufferPointer<UInt8>, text: SourceBytes) {
    self.bytes = bytes
    self.text = text
  }

  /// The first byte that is no white space, and where it stands; nil where there is none.
  var beginning: (byte: UInt8, offset: Int)? {
    (0..<text.count).first { text[$0] > 0x20 }.map { (text[$0], $0) }
  }
}

extension FileFormat {
  package var countsItems: Bool { false }

  package func offset(ofByte byte: Int, inCell cell: Range<Int>, of file: KnowledgeBaseFile) -> Int
  {
    cell.lowerBound
  }

  /// In a text offsets are bytes, and places lines and columns.
  package func places(of offsets: [Int], in file: KnowledgeBaseFile) -> [Finding.Place] {
    var cursor = PlaceCursor(text: file.text)
    return offsets.map { offset in
      let place = cursor.place(of: offset)
      return .text(line: place.line, column: place.column)
    }
  }
}
