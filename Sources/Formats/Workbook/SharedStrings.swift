import Phrases

/// The texts that the cells of a workbook name by number, each written once.
struct SharedStrings {
  private var arena = TextArena()
  private var ranges: [Range<UInt32>] = []
  /// Those of which a part is struck out, and left out.
  private var struck: Set<Int> = []
  private var rich: Set<Int> = []

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
    var isStruck = false
    while let event = try xml.next() {
      switch (event, xml.name) {
      case (.start, .sharedItem): text.removeAll(keepingCapacity: true)
      case (.start, .run): isStruck = false
      case (.start, .runProperties): rich.insert(ranges.count)
      case (.start, .strike):
        isStruck = xml.isStrike
        if isStruck { struck.insert(ranges.count) }
      case (.start, .phoneticRun), (.end, .phoneticRun): isPhonetic = event == .start
      case (.start, .text), (.end, .text):
        isCollecting = event == .start && !isPhonetic && !isStruck
      case (.end, .sharedItem):
        isStruck = false
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

  /// Whether the text of that number says itself how its parts look, whatever its cell does.
  func isRich(_ index: Int) -> Bool { !rich.isEmpty && rich.contains(index) }

  /// Whether a part of the text of that number is struck out.
  func hasStruckPart(_ index: Int) -> Bool { !struck.isEmpty && struck.contains(index) }

  func text(_ range: Range<UInt32>) -> String { arena[range] }
}

extension XMLReader {
  /// Whether the tag at hand strikes out the text of its run or font.
  var isStrike: Bool {
    name == .strike && (range(of: .setting) == nil || isTrue(.setting))
  }

  /// Reads a part of a workbook.
  init(_ part: ZipPart) {
    self.init(part: part.name) { () throws(Finding.WorkbookProblem) in try part.next() }
  }
}
