/// `____`, `XXX`, `****` and `%x%`: blanks without brackets.
extension BlankScanner {
  /// A line to write on: three or more, unless it is a rule across the text or part of a name.
  mutating func line(at index: Int) -> Int {
    var end = run(from: index, isLine)
    let single = index..<end
    // `__.__` and `__:__` are one.
    while end - index > 1, let joint = self[end], isJoint(joint), self[end + 1].map(isLine) == true
    {
      let next = run(from: end + 1, isLine)
      guard next - end > 2 else { break }
      end = next
    }
    let isWide = scalars[index] == "＿"
    let isInName = self[index - 1]?.isASCIIWordPart == true && self[end]?.isASCIIWordPart == true
    let isLong = end > single.upperBound || single.count >= (isWide ? 2 : 3)
    guard isLong || isBeforeUnit(single), !isInName, !isAlone(index..<end) else { return end }
    return add(.foreign(.line), index..<end)
  }

  private func isLine(_ scalar: Unicode.Scalar) -> Bool { scalar == "_" || scalar == "＿" }

  /// Two that a unit follows, `__元`, and that are no emphasis: there they come in pairs, and a word
  /// follows one of them.
  private func isBeforeUnit(_ range: Range<Int>) -> Bool {
    guard range.count == 2, self[range.upperBound].map(unitsBehindStars.contains) == true else {
      return false
    }
    let line = lineAround(range.lowerBound)
    var (count, isEachBeforeUnit, index) = (0, true, line.lowerBound)
    while index < line.upperBound {
      guard isLine(scalars[index]) else {
        index += 1
        continue
      }
      let end = run(from: index, isLine)
      if end - index == 2 {
        count += 1
        if self[end].map(unitsBehindStars.contains) != true { isEachBeforeUnit = false }
      }
      index = end
    }
    return isEachBeforeUnit || !count.isMultiple(of: 2)
  }

  /// What stands around here on the line, as far as is looked.
  private func lineAround(_ index: Int) -> Range<Int> {
    let (first, last) = (
      max(index - BlankScanner.lookahead, 0), min(index + BlankScanner.lookahead, scalars.count)
    )
    let start = scalars[first..<index].lastIndex(where: Braces.isLineBreak) ?? first
    return start..<(scalars[index..<last].firstIndex(where: Braces.isLineBreak) ?? last)
  }

  /// Crosses in the place of digits or a name; `XXX-XXX-XXXX` and `XX:XX` are one.
  mutating func crosses(at index: Int) -> Int {
    if let previous = self[index - 1], previous.isASCIIWordPart || isInAddress(previous) {
      return run(from: index, isCross)
    }
    var end = run(from: index, isCross)
    while let joint = self[end], isJoint(joint), let next = self[end + 1], isCross(next) {
      end = run(from: end + 1, isCross)
    }
    let count = scalars[index..<end].count(where: isCross)
    let next = self[end]
    if let next, next.isASCIIWordPart || isInAddress(next) && self[end + 1]?.isASCIIWordPart == true
    {
      return end
    }
    // XXX牌 is any make.
    if next == "牌" { return end }
    let isUpper = scalars[index..<end].allSatisfy { $0 == "X" || $0 == "Ｘ" || isJoint($0) }
    let isCounted =
      (next.map(countersOfOne.contains) == true || next == "号" && self[index - 1] == "月")
      && (isUpper || scalars[index] != "×")
      || isUpper && isBeforeEnglishCounter(end)
    if isCounted { return add(.foreign(.crosses), index..<end) }
    guard count > 1 else { return end }
    let isEastAsian =
      [self[index - 1], next].contains { $0?.isEastAsian == true } || isAmongEastAsian(index..<end)
    guard isEastAsian || isUpper && count >= 3 else { return end }
    return add(.foreign(.crosses), index..<end)
  }

  /// Whether `X business days` goes on here, or `X to Y days`, `X hours`.
  private func isBeforeEnglishCounter(_ index: Int) -> Bool {
    guard self[index] == " " else { return false }
    let end = run(from: index + 1) { $0.isASCIILetter }
    guard end - index < 10 else { return false }
    switch string((index + 1)..<end).lowercased() {
    case "business", "working", "day", "days", "hours", "weeks", "months", "minutes": return true
    case "to", "or": return self[end + 1] == "Y" && isBeforeEnglishCounter(end + 2)
    default: return false
    }
  }

  private func isCross(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "X", "x", "×", "Ｘ", "ｘ": true
    default: false
    }
  }

  /// Whether 汉字 stand at both sides, with a blank between, as in `尊敬的 xx 先生`.
  private func isAmongEastAsian(_ range: Range<Int>) -> Bool {
    func skipping(_ index: Int, by step: Int) -> Unicode.Scalar? {
      self[index] == " " ? self[index + step] : self[index]
    }
    return skipping(range.lowerBound - 1, by: -1)?.isEastAsian == true
      && skipping(range.upperBound, by: 1)?.isEastAsian == true
  }

  /// `○○您好`: circles in the place of a name, not those of a year (二〇〇八) or of a list.
  mutating func circles(at index: Int) -> Int {
    let end = run(from: index) { $0 == scalars[index] }
    let around = [self[index - 1], self[end]].compactMap(\.self)
    guard (2...4).contains(end - index), !isAlone(index..<end),
      around.contains(where: \.isEastAsian), !around.contains(where: isNumeral)
    else { return end }
    return add(.foreign(.crosses), index..<end)
  }

  private func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCIIDigit || "一二三四五六七八九十〇零年".unicodeScalars.contains(scalar)
  }

  private func isJoint(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", ":", "/", ".": true
    default: false
    }
  }

  private func isInAddress(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "/", "_", "@": true
    default: false
    }
  }

  /// Stars in the place of a number or a name, not those of Markdown or of a number that is masked.
  mutating func stars(at index: Int) -> Int {
    let end = run(from: index) { $0 == scalars[index] }
    let (previous, next) = (self[index - 1], self[end])
    guard previous?.isASCIIWordPart != true, next?.isASCIIWordPart != true, !isAlone(index..<end)
    else { return end }
    let isBesideEastAsian = previous?.isEastAsian == true || next?.isEastAsian == true
    let isUnit = next.map(unitsBehindStars.contains) == true || previous == "第"
    let isBlank =
      switch end - index {
      case 1: isUnit && previous?.isEastAsian == true
      // Two are emphasis in Markdown, where they come in pairs.
      case 2: isUnit || isBesideEastAsian && !isPaired(index)
      default: isBesideEastAsian
      }
    return isBlank ? add(.foreign(.crosses), index..<end) : end
  }

  /// Whether an even number of double stars stands around here on the line.
  private func isPaired(_ index: Int) -> Bool {
    scalars[lineAround(index)].split { $0 != "*" }.count { $0.count == 2 }.isMultiple(of: 2)
  }

  /// `%name%`; neither "5%棉+10%" nor what an address has in percent signs.
  mutating func percent(at index: Int) -> Int {
    if let previous = self[index - 1], previous.isASCIIDigit || previous == "%" { return index }
    if self[index + 1] == "%" { return doublePercent(at: index) }
    let allowsSpaces = trusted.contains(.percent)
    let limit = min(index + 2 + Placeholder.nameLimit, scalars.count)
    var end = index + 1
    while end < limit, isPercentName(scalars[end]) || allowsSpaces && scalars[end] == " " {
      end += 1
    }
    guard end > index + 1, self[end] == "%", let first = self[index + 1], let last = self[end - 1],
      first.isWordPart || first == "_", !first.isASCIIDigit, last != " "
    else { return index }
    let name = string((index + 1)..<end)
    let isAddress =
      self[index - 1]?.isASCII == true && self[index - 1] != " " && name.isHexadecimalPair
    // `C:\\Users\\%USERNAME%`.
    guard !isAddress, self[index - 1] != "\\", self[end + 1] != "\\",
      !BlankWords.environment.contains(name.uppercased())
    else { return index }
    return add(.foreign(.percent), index..<(end + 1), name: name)
  }

  /// `%%order number%%`.
  private mutating func doublePercent(at index: Int) -> Int {
    let start = index + 2
    let limit = min(start + Placeholder.nameLimit, scalars.count)
    guard start < limit,
      let end = scalars[start..<limit].firstIndex(where: { !isPercentName($0) && $0 != " " }),
      end > start, scalars[end] == "%", self[end + 1] == "%", scalars[start].isWordPart,
      !scalars[start].isASCIIDigit, scalars[end - 1] != " "
    else { return index }
    return add(.foreign(.percent), index..<(end + 2), name: string(start..<end))
  }

  private func isPercentName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "_", ".", "-": true
    default: scalar.isWordPart
    }
  }

  /// Whether nothing else stands on the line.
  func isAlone(_ range: Range<Int>) -> Bool {
    startsLine(range.lowerBound) && endsLine(range.upperBound)
  }

  func startsLine(_ index: Int) -> Bool {
    var index = index - 1
    while let scalar = self[index], scalar.isWhitespace, !Braces.isLineBreak(scalar) { index -= 1 }
    return self[index].map(Braces.isLineBreak) ?? true
  }

  func endsLine(_ index: Int) -> Bool {
    var index = index
    while let scalar = self[index], scalar.isWhitespace, !Braces.isLineBreak(scalar) { index += 1 }
    return self[index].map(Braces.isLineBreak) ?? true
  }
}

/// What one X is counted in, as in `X天` and `X月X日`, which 光 and 射线 are not.
private let countersOfOne = Set("年月日天元件℃周".unicodeScalars)

/// What follows two stars that stand for something: `**省`, `**站`, `**元`.
private let unitsBehindStars = Set("省市县区站元年月日点时分号车次店行先女铁路银公".unicodeScalars)

extension String {
  /// Two hexadecimal digits, as behind a percent sign in an address.
  fileprivate var isHexadecimalPair: Bool {
    unicodeScalars.count >= 2
      && unicodeScalars.prefix(2).allSatisfy { $0.properties.isASCIIHexDigit }
  }
}
