import Phrases

/// Lists in YAML, of which the shape is found as in JSON.
struct YAMLPhrases: ForeignFormat {
  let name = "yaml"
  let needsWord = true
  let countsItems = true

  /// So many lines are looked at to tell YAML from text.
  private static let mostLines = 40

  func recognises(_ file: KnowledgeBaseFile) -> Bool { YAMLPhrases.likeness(file.text) > 0 }

  func read(
    _ file: KnowledgeBaseFile, into builder: inout PhraseListBuilder
  ) throws(Fault) -> FileReading? {
    do {
      let tree = try YAMLReader.read(file.text, builder.limits)
      return try TreePhrases(tree).read(as: .other(name), from: [], into: &builder)
    } catch {
      // A line with a colon may as well begin a table or a text.
      if YAMLPhrases.likeness(file.text) < 2, builder.options.hints.format == nil { return nil }
      throw error
    }
  }

  /// How much a text looks like YAML: 0 not at all, 1 somewhat, 2 by keys of which some hold something.
  ///
  /// Whatever begins a line without a blank is a key, an entry of a list or a mark there.
  static func likeness(_ text: SourceBytes) -> Int {
    var (lines, keys, dashes, comments) = (0, 0, 0, 0)
    var (questions, answers) = (0, 0)
    var index = 0
    while index < text.count, lines < mostLines {
      let end = text.next(UInt8(ascii: "\n"), from: index)
      let whole = index..<min(end, index + 400)
      let line = text.string(text.trimmed(whole.cut(in: text)))
      let isIndented = text[index] <= 0x20
      index = end + 1
      if line.hasPrefix("#") { comments += 1 }
      if line.isEmpty || line.hasPrefix("#") || line.hasPrefix("%") { continue }
      lines += 1
      if TextTitle.title(line) != nil { questions += 1 }
      if TextTitle.answer(line) != nil { answers += 1 }
      let isKey = isEntry(line)
      if isKey { keys += 1 }
      let isDash = line.hasPrefix("- ") || line == "-"
      if isDash { dashes += 1 }
      let isMark = line == "---" || "]}?:".contains(line[line.startIndex])
      if !isIndented, !isKey, !isDash, !isMark { return 0 }
      if lines == 1, isIndented { return 0 }
    }
    // Questions and answers below each other are a text.
    if questions > 0, answers > 0 { return 0 }
    // Headings and lists without a single key are Markdown.
    if keys == 0, dashes == 0 || comments > 0 { return 0 }
    return keys > 1 && keys + dashes > 2 ? 2 : 1
  }

  /// `key:`, `key: value`, `- key: value`.
  private static func isEntry(_ line: String) -> Bool {
    let rest = line.hasPrefix("- ") ? line.dropFirst(2) : line[...]
    guard let colon = rest.firstIndex(of: ":") else { return false }
    let after = rest.index(after: colon)
    let key = rest[..<colon]
    return (after == rest.endIndex || rest[after].isWhitespace) && key.count <= 64
      && !key.contains { ",;\t".contains($0) }
  }
}

extension Range<Int> {
  /// Without the piece of a character at its end.
  fileprivate func cut(in text: SourceBytes) -> Range<Int> {
    var end = upperBound
    while end > lowerBound, end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
    return lowerBound..<end
  }
}
