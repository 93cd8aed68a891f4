/// Braces: what is damaged, and `{x}`, `${x}`, `#{x}`.
extension BlankScanner {
  mutating func opening(at index: Int) -> Int {
    let inner = run(from: index, Braces.isOpening)
    guard inner - index > 1 else { return single(.brace, from: index, at: index) }
    if self[index - 1] == Braces.escape { return escaped(from: index - 1, inner) }
    guard let (placeholder, end) = Braces.field(in: scalars, at: inner - 2) else {
      return damaged(from: index, inner)
    }
    let outer = run(from: end, Braces.isClosing)
    guard inner - index > 2 || outer > end else {
      let isPlain = placeholder.kind == .blank && placeholder.flaw == nil
      if !isPlain { remarkable.append((index..<end, placeholder)) }
      return end
    }
    return add(.damaged(.surplusBrace), index..<outer, name: placeholder.name)
  }

  /// The end of what stands in braces that go out, the closing ones too: they close nothing.
  private mutating func escaped(from start: Int, _ inner: Int) -> Int {
    let stop = scalars[inner...].firstIndex(where: Braces.endsName) ?? scalars.count
    let isClosed = stop < scalars.count && Braces.isClosing(scalars[stop])
    let end = isClosed ? run(from: stop, Braces.isClosing) : inner
    remarkable.append((start..<end, nil))
    return end
  }

  /// Double braces at `start` whose name would begin at `inner`, and that are no placeholder.
  private mutating func damaged(from start: Int, _ inner: Int) -> Int {
    var stop = scalars[inner...].firstIndex(where: Braces.endsName) ?? scalars.count
    var isBroken = false
    if stop < scalars.count, Braces.isLineBreak(scalars[stop]) {
      // A name that is broken once or twice, not the rest of the text.
      let limit = min(inner + Placeholder.nameLimit * 2, scalars.count)
      if let brace = scalars[inner..<limit].firstIndex(where: Braces.isBrace),
        Braces.isClosing(scalars[brace])
      {
        (stop, isBroken) = (brace, true)
      }
    }
    if let whole = nested(from: start, inner, stop) { return whole }
    let end = stop < scalars.count ? run(from: stop, Braces.isClosing) : stop
    let name = string(inner..<stop)
    guard end - stop > 1 else {
      let unclosed = unclosedEnd(inner, stop, end)
      return add(
        .damaged(.notClosed), start..<unclosed, name: string(inner..<min(stop, unclosed)))
    }
    if isBroken {
      let words = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return add(.damaged(.brokenName), start..<end, name: words)
    }
    let isEmpty = name.trimmed().isEmpty
    return add(.damaged(isEmpty ? .noName : .longName), start..<end, name: isEmpty ? nil : name)
  }

  /// `{{na{me}}`: a brace too many within the name, which is meant all the same.
  private mutating func nested(from start: Int, _ inner: Int, _ stop: Int) -> Int? {
    let limit = min(inner + Placeholder.nameLimit + 1, scalars.count)
    guard stop + 1 < limit, Braces.isOpening(scalars[stop]),
      let close = scalars[(stop + 1)..<limit].firstIndex(where: Braces.endsName),
      close > stop + 1, Braces.isClosing(scalars[close])
    else { return nil }
    let end = run(from: close, Braces.isClosing)
    let name = string(inner..<stop) + string((stop + 1)..<close)
    guard end - close > 1, !name.isBlank else { return nil }
    return add(.damaged(.surplusBrace), start..<end, name: name)
  }

  /// Where a name ends that nothing closes: with the one brace that is there, or else with its word.
  private func unclosedEnd(_ inner: Int, _ stop: Int, _ end: Int) -> Int {
    if end > stop, stop - inner <= Placeholder.nameLimit { return end }
    let limit = min(stop, inner + Placeholder.nameLimit)
    return scalars[inner..<limit].firstIndex { !($0.isWordPart || $0 == "_") } ?? limit
  }

  mutating func closing(at index: Int) -> Int {
    let end = run(from: index, Braces.isClosing)
    guard end - index > 1 else { return end }
    return add(.damaged(.notOpened), index..<end)
  }

  /// `${x}` and `#{x}`, by their shape alone.
  mutating func sigil(_ form: Blank.Form, at index: Int) -> Int {
    guard let brace = self[index + 1], Braces.isOpening(brace) else { return index }
    if let after = self[index + 2], Braces.isOpening(after) { return index }
    return single(form, from: index, at: index + 1)
  }

  private mutating func single(_ form: Blank.Form, from start: Int, at brace: Int) -> Int {
    let limit = min(brace + 2 + Placeholder.nameLimit, scalars.count)
    guard
      let stop = scalars[(brace + 1)..<max(limit, brace + 1)].firstIndex(where: Braces.endsName),
      Braces.isClosing(scalars[stop])
    else { return start }
    let name = string((brace + 1)..<stop)
    let end = run(from: stop, Braces.isClosing)
    if end - stop > 1 { return add(.damaged(.notClosed), start..<end, name: name) }
    guard form == .brace ? isName(brace + 1..<stop) : !name.isBlank else { return start }
    // `http://example.com/{id}` tells of an interface.
    if form == .brace, BlankWords.interface.contains(name.lowercased()), isInURL(start) {
      return end
    }
    return add(.foreign(form), start..<end, name: name)
  }

  /// Whether an address with `://` goes on here.
  private func isInURL(_ index: Int) -> Bool {
    let first = max(index - BlankScanner.lookahead, 0)
    let start = scalars[first..<index].lastIndex { $0.isWhitespace || $0.isEastAsian } ?? first
    return zip(start..<index, (start + 1)..<max(index, start + 1)).contains {
      scalars[$0] == "/" && scalars[$1] == "/" && self[$0 - 1] == ":"
    }
  }

  /// Whether what stands in single braces is a name, not code or a set.
  private func isName(_ range: Range<Int>) -> Bool {
    var hasWord = false
    for scalar in scalars[range] {
      switch scalar {
      case " ", "_", ".", "-", "/", "|", "$", "'", "’", "#", "、", "，", "（", "）": break
      case ",": guard startsWithInstruction(range) else { return false }
      case _ where scalar.isWordPart: hasWord = true
      default: return false
      }
    }
    return hasWord
  }
}

extension Braces {
  static func isBrace(_ scalar: Unicode.Scalar) -> Bool { isOpening(scalar) || isClosing(scalar) }
}

extension Unicode.Scalar {
  /// Whether it is part of a word of any script: a letter, a mark or a digit.
  var isWordPart: Bool {
    if isASCII { return isASCIIWordPart }
    return properties.isAlphabetic || properties.numericType != nil
      || properties.generalCategory == .nonspacingMark
  }

  var isASCIIWordPart: Bool { isASCIILetter || isASCIIDigit }

  var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }

  var isASCIIDigit: Bool { ("0"..."9").contains(self) }

  /// 汉字, kana and the punctuation that goes with them, full width too.
  var isEastAsian: Bool {
    switch value {
    case 0x2018...0x201D, 0x2026, 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFFEF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
