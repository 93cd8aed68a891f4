import Phrases

/// The strings of one phrase in a segment: id, title, text, keywords, code, attachments.
///
/// Strings end with 0xFF, the entries of a list with 0xFE: bytes that UTF-8 never uses.
struct PhraseRecord {
  private static let stringEnd: UInt8 = 0xFF
  private static let entryEnd: UInt8 = 0xFE

  private var bytes: ArraySlice<UInt8>

  init(bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
  }

  static func append(_ phrase: Phrase, to bytes: inout [UInt8]) {
    func append(_ text: String, end: UInt8) {
      bytes.append(contentsOf: text.utf8)
      bytes.append(end)
    }
    append(phrase.key.id, end: stringEnd)
    append(phrase.title, end: stringEnd)
    append(phrase.text, end: stringEnd)
    for keyword in phrase.keywords { append(keyword, end: entryEnd) }
    append(phrase.code, end: stringEnd)
    for attachment in phrase.attachments { append(attachment, end: entryEnd) }
  }

  /// The bytes that ``append(_:to:)`` appends.
  static func size(of phrase: Phrase) -> Int {
    var size = phrase.key.id.utf8.count + phrase.title.utf8.count + phrase.text.utf8.count
    size += phrase.code.utf8.count + 4
    for keyword in phrase.keywords { size += keyword.utf8.count + 1 }
    for attachment in phrase.attachments { size += attachment.utf8.count + 1 }
    return size
  }

  /// Where the bytes of a field lie in a record; nil for the names of a category, which it does not
  /// hold, and for a keyword that the phrase does not have.
  static func range(of field: Field, in record: Span<UInt8>) -> Range<Int>? {
    var entry = 0
    var start = 0
    for index in record.indices where record[index] >= entryEnd {
      let isWanted =
        switch field {
        case .title: entry == 1
        case .text: entry == 2
        case .keyword(let keyword): entry == 3 + keyword
        // The first string after the entries of a list.
        case .code: entry >= 3 && record[index] == stringEnd
        case .department, .category, .subcategory: false
        }
      if isWanted { return start..<index }
      start = index + 1
      entry += 1
    }
    return nil
  }

  mutating func next() -> String {
    let text = bytes.prefix { $0 != PhraseRecord.stringEnd }
    bytes = bytes[min(text.endIndex + 1, bytes.endIndex)...]
    return String(decoding: text, as: UTF8.self)
  }

  /// The entries up to the next string, or to the end of the record.
  mutating func nextList() -> [String] {
    var entries: [String] = []
    while let end = bytes.firstIndex(where: { $0 >= PhraseRecord.entryEnd }),
      bytes[end] == PhraseRecord.entryEnd
    {
      entries.append(String(decoding: bytes[bytes.startIndex..<end], as: UTF8.self))
      bytes = bytes[(end + 1)...]
    }
    return entries
  }
}

/// What a segment holds of a phrase besides strings, in 12 bytes.
struct PhraseTraits: Sendable {
  /// Index into the segment's sources.
  let source: UInt16
  private let flags: UInt8
  let validFrom: PackedDay
  let validUntil: PackedDay

  /// What is held of a phrase of which title, code and keywords are plain, or the text is; see
  /// ``UnitFolder/append(_:to:)``.
  init(_ phrase: Phrase, source: UInt16, isHeadPlain: Bool, isTextPlain: Bool) {
    self.source = source
    let level = Level.allCases.firstIndex(of: phrase.level) ?? 0
    flags =
      UInt8(level) << 3 | (phrase.isDraft ? 1 : 0) | (isHeadPlain ? 2 : 0) | (isTextPlain ? 4 : 0)
    validFrom = PackedDay(phrase.validFrom)
    validUntil = PackedDay(phrase.validUntil)
  }

  var isDraft: Bool { flags & 1 != 0 }
  var isHeadPlain: Bool { flags & 2 != 0 }
  var isTextPlain: Bool { flags & 4 != 0 }
  var level: Level { Level.allCases[Int(flags >> 3)] }
}

/// A day or none, in 4 bytes.
struct PackedDay: Sendable {
  private let bits: UInt32

  init(_ day: Day?) {
    bits = day.map { UInt32($0.year) << 9 | UInt32($0.month) << 5 | UInt32($0.day) } ?? 0
  }

  var day: Day? { Day(year: Int(bits >> 9), month: Int(bits >> 5 & 15), day: Int(bits & 31)) }
}
