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
    guard let inner = content(of: index) else { return index }
    let end = inner.upperBound + 1
    let name = string(inner).trimmed()
    guard isSquareBlank(name, index..<end) else { return end }
    return add(.foreign(.square), index..<end, name: name)
  }

  private func isSquareBlank(_ name: String, _ range: Range<Int>) -> Bool {
    // Of `[已发货/待发货]` and `[✓/⏳]` one is to be chosen.
    guard name.unicodeScalars.contains(where: { $0.isWordPart || $0 == "/" }),
      !isRemark(name), !isCode(name), !isCountOrTime(name), self[range.upperBound] != "("
    else { return false }
    if name.unicodeScalars.count == 1, let letter = name.unicodeScalars.first, letter.isASCII {
      return isBlank(letter, at: range.lowerBound)
    }
    let word = name.lowercased()
    guard !Faces.names.contains(word) else { return false }
    let isHeading = BlankWords.headings.contains(word) && startsLine(range.lowerBound)
    return !isHeading
      && (!isBehindPress(range.lowerBound, isLenticular: false) || BlankWords.namesBlank(name))
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
    guard let inner = content(of: index, closing: { $0 == "】" }, opening: { $0 == "【" }) else {
      return index
    }
    let end = inner.upperBound + 1
    let text = string(inner)
    let name = text.trimmed()
    if name.isEmpty {
      // `【   】` is room to write in.
      return inner.isEmpty ? end : add(.foreign(.lenticular), index..<end)
    }
    // What stands in it may be a blank of its own.
    guard !scalars[inner].contains(where: { isOpeningSquare($0) || Braces.isBrace($0) }) else {
      return index
    }
    let isLabel = [":", "："].contains(self[end]) && startsLine(index)
    guard !isLabel, !isRemark(name), !isCode(name), !isCountOrTime(name),
      !isBehindPress(index, isLenticular: true), !Faces.names.contains(name),
      !BlankWords.isHeading(name, standsAtStart: startsLine(index))
    else { return index }
    guard trusted.contains(.lenticular) || BlankWords.namesBlank(name) else { return index }
    return add(.foreign(.lenticular), index..<end, name: name)
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
    guard end == index,
      let inner = content(of: index, closing: { $0 == close }, opening: { $0 == scalars[index] }),
      isNameOfBlank(inner), !isMarkup
    else { return end }
    return add(.foreign(.instruction), index..<(inner.upperBound + 1), name: string(inner))
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
    let before = scalars[max(index - 9, 0)..<index]
    let folded = before.map { ("A"..."Z").contains($0) ? Unicode.Scalar(UInt8($0.value) + 32) : $0 }
    return BlankWords.endsInPress(folded[...], isLenticular: isLenticular)
  }
}
