/// `[x]`, `[[x]]`, `【x】` and instructions in other brackets.
extension BlankScanner {
  /// Square brackets are blanks, but for faces, headings, numbers and what is of a program.
  mutating func square(at index: Int) -> Int {
    if let next = self[index + 1], isOpeningSquare(next) {
      if let inner = content(of: index + 1), let last = self[inner.upperBound + 1],
        isClosingSquare(last), !string(inner).isBlank
      {
        return add(.foreign(.doubleSquare), index..<(inner.upperBound + 2), name: string(inner))
      }
      return index
    }
    guard let inner = content(of: index) ?? brokenContent(of: index) else { return index }
    let end = inner.upperBound + 1
    let name = unbroken(inner)
    guard isSquareBlank(name, index..<end) else { return end }
    return add(.foreign(.square), index..<end, name: name)
  }

  private func isSquareBlank(_ name: String, _ range: Range<Int>) -> Bool {
    // Of `[已发货/待发货]` and `[✓/⏳]` one is to be chosen.
    guard name.unicodeScalars.contains(where: { $0.isWordPart || $0 == "/" }),
      !isRemark(name), !isCode(name), !isCountOrTime(name), self[range.upperBound] != "("
    else { return false }
    if name.unicodeScalars.count == 1, let letter = name.unicodeScalars.first, letter.isASCII {
      return isBlank(letter, at: range.lowerBound) && !isButton(name, range)
    }
    let word = name.lowercased()
    guard !Faces.isName(word) else { return false }
    let isHeading = BlankWords.headings.contains(word) && startsLine(range.lowerBound)
    return !isHeading && !isButton(name, range)
  }

  /// Whether it names what somebody is told to press: alone where it names nothing of the customer's, and
  /// in a way through menus, `打开[设置]-[账号]`, whatever it names.
  private func isButton(_ name: String, _ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    for _ in 0..<BlankScanner.mostSteps { start = startOfStep(before: start) ?? start }
    let isOnWay = start < range.lowerBound || leadsOn(range.upperBound)
    if isOnWay, isBehind(BlankWords.ways, start) || isKeyboard(start..<range.upperBound) {
      return true
    }
    guard isOnWay || !BlankWords.namesBlank(name) else { return false }
    return isBehindPress(range.lowerBound, isLenticular: false)
      || !BlankWords.namesBlank(name)
        && (isBehind(BlankWords.ways, range.lowerBound)
          || self[range.lowerBound - 1] == "点" && BlankWords.beginsWithVerb(name))
  }

  /// Where the bracket begins that this one follows, as the second of `[设置] > [账号]` does.
  private func startOfStep(before index: Int) -> Int? {
    let limit = max(index - 4, 0)
    guard let close = scalars[limit..<index].lastIndex(where: { !isJointOfSteps($0) }),
      close < index - 1, isClosingSquare(scalars[close])
    else { return nil }
    let first = max(close - BlankScanner.lookahead, 0)
    guard
      let open = scalars[first..<close].lastIndex(where: {
        isOpeningSquare($0) || isClosingSquare($0) || Braces.isLineBreak($0)
      }), isOpeningSquare(scalars[open])
    else { return nil }
    return open
  }

  /// Whether another bracket follows behind a joint.
  private func leadsOn(_ index: Int) -> Bool {
    let end = scalars[index..<min(index + 4, scalars.count)].firstIndex { !isJointOfSteps($0) }
    return end.map { $0 > index && isOpeningSquare(scalars[$0]) } ?? false
  }

  private func isJointOfSteps(_ scalar: Unicode.Scalar) -> Bool {
    " -–—>›»→＞+＋".unicodeScalars.contains(scalar)
  }

  /// Whether keys are pressed together there, `[Ctrl]+[C]`.
  private func isKeyboard(_ range: Range<Int>) -> Bool {
    let first = scalars[range.lowerBound...].prefix(12).split(maxSplits: 1) { isClosingSquare($0) }
    guard let name = first.first else { return false }
    return BlankWords.keys.contains(String(String.UnicodeScalarView(name.dropFirst())).lowercased())
  }

  /// Letters in brackets are the items of a list and ticked boxes; X, Y and N stand for numbers.
  private func isBlank(_ letter: Unicode.Scalar, at index: Int) -> Bool {
    let isTick = self[index - 2].map { "-*+".unicodeScalars.contains($0) } == true
    let standsForNumber = "XYZN".unicodeScalars.contains(letter)
    if trusted.contains(.square) { return !isTick }
    return standsForNumber || "xyn".unicodeScalars.contains(letter) && !isTick && !startsLine(index)
  }

  /// `【x】` are headings, names and buttons more often than blanks: only a telling word makes them one,
  /// or the word of the source.
  mutating func lenticular(at index: Int) -> Int {
    guard
      let inner = content(of: index, closing: { $0 == "】" }, opening: { $0 == "【" })
        ?? brokenContent(of: index, closing: { $0 == "】" }, opening: { $0 == "【" })
    else { return index }
    let end = inner.upperBound + 1
    let name = unbroken(inner)
    if name.isEmpty {
      // `【   】` is room to write in.
      return inner.isEmpty ? end : add(.foreign(.lenticular), index..<end)
    }
    // What stands in it may be a blank of its own.
    guard !scalars[inner].contains(where: { isOpeningSquare($0) || Braces.isBrace($0) }) else {
      return index
    }
    let isLabel = [":", "："].contains(self[end]) && startsLine(index)
    guard !isLabel, !isBeforeValue(end, of: name, at: index), !isRemark(name), !isCode(name),
      !isCountOrTime(name),
      !isBehindPress(index, isLenticular: true), !Faces.isName(name),
      !BlankWords.isHeading(name, standsAtStart: startsLine(index))
    else { return index }
    guard trusted.contains(.lenticular) || BlankWords.namesBlank(name) else { return index }
    return add(.foreign(.lenticular), index..<end, name: name)
  }

  /// Whether the value stands behind a heading that names it, as in `【营业时间】9:00-18:00`.
  private func isBeforeValue(_ end: Int, of name: String, at index: Int) -> Bool {
    guard startsLine(index) else { return false }
    let limit = min(end + BlankScanner.lookahead, scalars.count)
    let stop = scalars[end..<limit].firstIndex(where: Braces.isLineBreak) ?? limit
    return BlankWords.isValue(string(end..<stop).trimmed(), of: name)
  }

  /// `<Insert order number>`, `(insert date here)`: only with such a word, for all else stands in these.
  mutating func instruction(at index: Int) -> Int {
    let close = closing(of: scalars[index])
    guard startsWithInstruction(index + 1..<scalars.count),
      let inner = content(of: index, closing: { $0 == close }, opening: { $0 == scalars[index] })
    else { return index }
    let end = inner.upperBound + 1
    return add(.foreign(.instruction), index..<end, name: string(inner))
  }

  private func closing(of opening: Unicode.Scalar) -> Unicode.Scalar {
    switch opening {
    case "<": ">"
    case "＜": "＞"
    case "(": ")"
    default: "）"
    }
  }

  /// `<order number>`: what an instruction is, and what is named by a telling word and is no markup.
  mutating func angle(at index: Int) -> Int {
    let end = instruction(at: index)
    let close = closing(of: scalars[index])
    if self[index + 1] == scalars[index] { return doubleAngle(at: index, close) }
    guard end == index,
      let inner = content(of: index, closing: { $0 == close }, opening: { $0 == scalars[index] }),
      isNameOfBlank(inner), !isMarkup
    else { return end }
    return add(.foreign(.instruction), index..<(inner.upperBound + 1), name: string(inner))
  }

  /// `<<order number>>`.
  private mutating func doubleAngle(at index: Int, _ close: Unicode.Scalar) -> Int {
    guard
      let inner = content(
        of: index + 1, closing: { $0 == close }, opening: { $0 == scalars[index] }),
      self[inner.upperBound + 1] == close, isNameOfBlank(inner)
    else { return index }
    return add(.foreign(.instruction), index..<(inner.upperBound + 2), name: string(inner))
  }

  /// `〔order number〕`, by a telling word: years and numbers of papers stand in these.
  mutating func shell(at index: Int) -> Int {
    guard let inner = content(of: index, closing: { $0 == "〕" }, opening: { $0 == "〔" }),
      isNameOfBlank(inner), !isBeforeValue(inner.upperBound + 1, of: string(inner), at: index)
    else { return index }
    return add(.foreign(.instruction), index..<(inner.upperBound + 1), name: string(inner))
  }

  /// `*|FNAME|*`, by its shape alone.
  mutating func merge(at index: Int) -> Int {
    let start = index + 2
    let limit = min(start + Placeholder.nameLimit, scalars.count)
    guard start < limit,
      let stop = scalars[start..<limit].firstIndex(where: {
        !($0.isASCIIWordPart || $0 == "_" || $0 == ":")
      }),
      stop > start, scalars[stop] == "|", self[stop + 1] == "*"
    else { return stars(at: index) }
    return add(.foreign(.instruction), index..<(stop + 2), name: string(start..<stop))
  }

  /// `#order number#`, by a telling word: what else stands between two of these is a topic.
  mutating func between(_ mark: Unicode.Scalar, at index: Int) -> Int {
    guard self[index - 1]?.isASCIIWordPart != true,
      let inner = content(of: index, closing: { $0 == mark }, opening: { _ in false }),
      isNameOfBlank(inner), self[inner.upperBound + 1]?.isASCIIWordPart != true
    else { return index }
    return add(.foreign(.instruction), index..<(inner.upperBound + 1), name: string(inner))
  }

  /// Whether nothing but words stands there, and they tell of something that every customer has their own.
  private func isNameOfBlank(_ range: Range<Int>) -> Bool {
    guard let first = self[range.lowerBound], let last = self[range.upperBound - 1],
      first.isWordPart, last.isWordPart,
      scalars[range].allSatisfy({ $0.isWordPart || " _-".unicodeScalars.contains($0) })
    else { return false }
    return BlankWords.namesBlank(string(range))
  }

  func startsWithInstruction(_ range: Range<Int>) -> Bool {
    guard let first = self[range.lowerBound], "iI插此待填".unicodeScalars.contains(first) else {
      return false
    }
    let start = string(range.lowerBound..<min(range.upperBound, range.lowerBound + 8)).lowercased()
    return BlankWords.instructions.contains { start.hasPrefix($0) }
  }

  private func isOpeningSquare(_ scalar: Unicode.Scalar) -> Bool { scalar == "[" || scalar == "［" }

  private func isClosingSquare(_ scalar: Unicode.Scalar) -> Bool { scalar == "]" || scalar == "］" }

  private func content(of index: Int) -> Range<Int>? {
    content(of: index, closing: isClosingSquare) { isOpeningSquare($0) || Braces.isBrace($0) }
  }

  private func brokenContent(of index: Int) -> Range<Int>? {
    brokenContent(of: index, closing: isClosingSquare) {
      isOpeningSquare($0) || Braces.isBrace($0)
    }
  }

  /// The same where the line is broken once within a telling word, as where a cell was too narrow for it.
  private func brokenContent(
    of index: Int, closing: (Unicode.Scalar) -> Bool, opening: (Unicode.Scalar) -> Bool
  ) -> Range<Int>? {
    let start = index + 1
    let limit = min(start + BlankScanner.brokenLimit, scalars.count)
    guard start < limit,
      let stop = scalars[start..<limit].firstIndex(where: { closing($0) || opening($0) }),
      closing(scalars[stop])
    else { return nil }
    let lines = scalars[start..<stop].split(whereSeparator: Braces.isLineBreak)
    guard lines.count == 2, lines.allSatisfy({ $0.contains(where: \.isWordPart) }),
      BlankWords.namesBlank(unbroken(start..<stop))
    else { return nil }
    return start..<stop
  }

  /// A name without the break of a line in it, which parts words of Latin letters alone.
  func unbroken(_ range: Range<Int>) -> String {
    let lines = scalars[range].split(whereSeparator: Braces.isLineBreak)
    guard lines.count > 1 else { return string(range).trimmed() }
    return lines.map { String(String.UnicodeScalarView($0)).trimmed() }.reduce("") { name, line in
      let isParted =
        name.unicodeScalars.last?.isASCII == true && line.unicodeScalars.first?.isASCII == true
      return name + (isParted ? " " : "") + line
    }
  }

  /// What stands between the bracket at `index` and the one that closes it on the same line.
  private func content(
    of index: Int, closing: (Unicode.Scalar) -> Bool, opening: (Unicode.Scalar) -> Bool
  ) -> Range<Int>? {
    let start = index + 1
    guard start < scalars.count else { return nil }
    let limit = min(start + BlankScanner.lookahead + 1, scalars.count)
    let stop = scalars[start..<limit].firstIndex {
      closing($0) || opening($0) || Braces.isLineBreak($0)
    }
    guard let stop, closing(scalars[stop]) else { return nil }
    return start..<stop
  }

  /// A sentence of its own, not the name of something.
  private func isRemark(_ name: String) -> Bool {
    name.unicodeScalars.contains(where: endsSentence)
      || name.unicodeScalars.last == "?"
  }

  private func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "！", "？", "；", "!": true
    default: false
    }
  }

  /// A locale, or a list of literals.
  private func isCode(_ name: String) -> Bool {
    let scalars = Array(name.unicodeScalars)
    if scalars.first == "'" || scalars.first == "\"" { return true }
    return scalars.count == 5 && (scalars[2] == "_" || scalars[2] == "-")
      && scalars[..<2].allSatisfy { ("a"..."z").contains($0) }
      && scalars[3...].allSatisfy { ("A"..."Z").contains($0) }
  }

  /// A number, a date or a time that is there already; `24/48` and `2-5` are to be chosen from.
  private func isCountOrTime(_ name: String) -> Bool {
    guard name.unicodeScalars.allSatisfy(belongsToCount) else { return false }
    let parts = name.split(whereSeparator: { "-/~".contains($0) })
    return !(parts.count == 2 && parts.allSatisfy { $0.count <= 3 && $0.allSatisfy(\.isNumber) })
  }

  private func belongsToCount(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "-", "/", ":", ".", ",", " ", "~", "+", "#", "%": true
    default: false
    }
  }

  /// Whether it is a button that somebody is told to press, or a step of a way through menus.
  private func isBehindPress(_ index: Int, isLenticular: Bool) -> Bool {
    BlankWords.endsInPress(folded(before: index), isLenticular: isLenticular)
  }

  private func isBehind(_ words: Suffixes, _ index: Int) -> Bool {
    let before = folded(before: index)
    let end = before.lastIndex { !$0.isWhitespace } ?? before.startIndex - 1
    return words.contains(suffixOf: before[...end])
  }

  private func folded(before index: Int) -> ArraySlice<Unicode.Scalar> {
    scalars[max(index - 9, 0)..<index]
      .map { ("A"..."Z").contains($0) ? Unicode.Scalar(UInt8($0.value) + 32) : $0 }[...]
  }
}
