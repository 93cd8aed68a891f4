import Phrases

/// The headings and blocks of a text, in Markdown or plain.
///
/// A block is what stands between blank lines. Code keeps its lines, whatever they begin with; rules and
/// the front matter of static sites are left out.
struct TextOutline {
  struct Line {
    let text: String
    /// Where it begins, in bytes.
    let offset: Int
  }

  /// A heading and the blocks up to the next one; before the first the level is 0.
  struct Section {
    var level = 0
    var heading = ""
    var blocks: [[Line]] = []
  }

  private(set) var sections = [Section()]
  private var isInBlock = false
  private var isInCode = false
  private var isInComment = false
  /// Where the last fence is that has one before it, and the last end of a comment: behind these nothing
  /// begins.
  private var lastFence = -1
  private var lastCommentEnd = -1

  init(of text: SourceBytes) throws(Fault) {
    try ForeignFormats.checkSize(of: text)
    var lines = TextOutline.lines(of: text)[...]
    if lines.first?.text == "---",
      let end = lines.dropFirst().firstIndex(where: { $0.text == "---" })
    {
      // Of a list that begins with a rule nothing is front matter.
      let isMatter = lines[1..<end].allSatisfy { $0.text.isEmpty || $0.text.contains(":") }
      if isMatter { lines = lines[(end + 1)...] }
    }
    let fences = lines.filter { TextOutline.isFence($0.text) }
    lastFence = fences.dropLast(fences.count % 2).last?.offset ?? -1
    lastCommentEnd = lines.last { $0.text.contains("-->") }?.offset ?? -1
    for line in lines { take(TextOutline.withoutComments(line)) }
  }

  private mutating func take(_ line: Line) {
    if line.offset <= lastFence, TextOutline.isFence(line.text) {
      isInCode.toggle()
      return
    }
    if isInCode { return add(line) }
    if isInComment || line.offset <= lastCommentEnd && line.text.hasPrefix("<!--") {
      isInComment = !line.text.contains("-->")
      return
    }
    if let level = TextOutline.underline(line.text), let title = lastLineAlone {
      sections[sections.count - 1].blocks.removeLast()
      sections.append(Section(level: level, heading: title.trimmed()))
      isInBlock = false
    } else if let (level, heading) = TextOutline.heading(line.text) {
      sections.append(Section(level: level, heading: heading))
      isInBlock = false
    } else if line.text.isBlank || TextOutline.isRule(line.text) {
      isInBlock = false
    } else {
      add(line)
    }
  }

  /// The line of the block at hand, where it has one only.
  private var lastLineAlone: String? {
    guard isInBlock, let block = sections.last?.blocks.last, block.count == 1 else { return nil }
    return block[0].text
  }

  /// The level of the heading that a line under it makes, `====` or `----`; nil where it is none.
  private static func underline(_ line: String) -> Int? {
    guard line.count >= 3, let first = line.first, line.allSatisfy({ $0 == first }) else {
      return nil
    }
    return first == "=" ? 1 : first == "-" ? 2 : nil
  }

  /// A line without what stands in it between `<!--` and `-->`.
  private static func withoutComments(_ line: Line) -> Line {
    guard line.text.contains("<!--"), !line.text.hasPrefix("<!--") else { return line }
    var text = line.text
    while let start = text.firstRange(of: "<!--"),
      let end = text[start.upperBound...].firstRange(of: "-->")
    {
      let isSpaced = text[..<start.lowerBound].last == " "
      let isDoubled = isSpaced && text[end.upperBound...].first == " "
      text.removeSubrange(
        start.lowerBound..<(isDoubled ? text.index(after: end.upperBound) : end.upperBound))
    }
    return Line(text: trimmed(text), offset: line.offset)
  }

  /// What begins or ends code: marks, and behind them at most the name of a language; `~~~亲` is a greeting.
  private static func isFence(_ line: String) -> Bool {
    guard line.hasPrefix("```") || line.hasPrefix("~~~") else { return false }
    let name = String(line.drop { $0 == "`" || $0 == "~" }).trimmed()
    return name.unicodeScalars.allSatisfy { $0.isASCII && !$0.properties.isWhitespace }
  }

  private mutating func add(_ line: Line) {
    let section = sections.count - 1
    if isInBlock {
      sections[section].blocks[sections[section].blocks.count - 1].append(line)
    } else {
      sections[section].blocks.append([line])
      isInBlock = true
    }
  }

  private static func lines(of text: SourceBytes) -> [Line] {
    var lines: [Line] = []
    var start = 0
    for index in 0..<text.count {
      let byte = text[index]
      let isCRLF =
        byte == UInt8(ascii: "\r") && index + 1 < text.count
        && text[index + 1] == UInt8(ascii: "\n")
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") && !isCRLF else { continue }
      lines.append(Line(text: trimmed(text.string(start..<index)), offset: start))
      start = index + 1
    }
    if start < text.count {
      lines.append(Line(text: trimmed(text.string(start..<text.count)), offset: start))
    }
    return lines
  }

  /// Without white space behind it; what stands before it may be the shape of a list.
  private static func trimmed(_ line: String) -> String {
    let scalars = line.unicodeScalars
    guard let last = scalars.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
    return String(scalars[...last])
  }

  /// `## Returns` and `##退货`, but not `#1` and `#退货#`.
  static func heading(_ line: String) -> (level: Int, text: String)? {
    let marks = line.prefix { $0 == "#" || $0 == "＃" }
    guard (1...6).contains(marks.count), marks.endIndex < line.endIndex else { return nil }
    let rest = line[marks.endIndex...]
    let hasSpace = rest.first?.isWhitespace ?? false
    let text = String(rest).trimmed()
    let isTopic = text.last == "#" && !hasSpace
    let isNumber = text.first?.isNumber ?? true
    guard hasSpace || !isTopic && !isNumber else { return nil }
    var bare = Substring(text)
    while bare.last == "#" { bare.removeLast() }
    let heading = String(bare).trimmed()
    return heading.isEmpty ? nil : (marks.count, heading)
  }

  /// `---`, `***`, `====`: nothing but one sign, three times or more.
  private static func isRule(_ line: String) -> Bool {
    guard let first = line.first, "-*_=—".contains(first), line.count >= 3 else { return false }
    return line.allSatisfy { $0 == first || $0 == " " }
  }
}
