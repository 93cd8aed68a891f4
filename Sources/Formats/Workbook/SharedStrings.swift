import Phrases

/// The texts that the cells of a workbook name by number, each written once.
struct SharedStrings {
  private var arena = TextArena()
  private var ranges: [Range<UInt32>] = []

  /// As many as a list has cells at most, of a million rows.
  private static let mostTexts = 16_000_000

  init() {}

  /// Reads the part that holds them: the runs of a rich text joined, and how it is pronounced left out.
  init(_ part: ZipPart) throws(Finding.WorkbookProblem) {
    arena.reserve(part.size)
    var xml = XMLReader(part)
    var text: [UInt8] = []
    var isCollecting = false
    var isPhonetic = false
    while let event = try xml.next() {
      switch (event, xml.name) {
      case (.start, .sharedItem): text.removeAll(keepingCapacity: true)
      case (.start, .phoneticRun), (.end, .phoneticRun): isPhonetic = event == .start
      case (.start, .text), (.end, .text): isCollecting = event == .start && !isPhonetic
      case (.end, .sharedItem):
        WorkbookEscapes.resolve(&text)
        guard ranges.count < SharedStrings.mostTexts else {
          throw .unpacksTooLarge(limit: ZipLimits().bytes)
        }
        ranges.append(try arena.add(text, in: part.name) ?? 0..<0)
      case (.text, _): if isCollecting { xml.appendText(to: &text) }
      default: break
      }
    }
  }

  /// Nil where there is none of that number.
  subscript(index: Int) -> Range<UInt32>? { ranges.indices.contains(index) ? ranges[index] : nil }

  func text(_ range: Range<UInt32>) -> String { arena[range] }
}

extension XMLReader {
  /// Reads a part of a workbook.
  init(_ part: ZipPart) {
    self.init(part: part.name) { () throws(Finding.WorkbookProblem) in try part.next() }
  }
}
