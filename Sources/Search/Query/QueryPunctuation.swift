/// Which punctuation of a query stands between words, and is not searched.
///
/// Whoever pastes a customer's question, or ends a word with Enter in an input method, leaves ？ 。 or
/// ， behind, and a phrase hardly ever has the same one there. So punctuation at the edge of a word
/// is none of it. Inside a word it may be what is meant: 3.5, 12:30, kt-8830, example.com. There
/// only what nobody writes inside a word parts it: the marks of Chinese texts, and those of Latin
/// ones that a space should follow, unless digits stand on both sides.
struct QueryPunctuation {
  /// Whether `;` is a key that spells pinyin, as in Microsoft's double pinyin.
  let readsSemicolon: Bool

  private let plain = FoldingTable.shared.plain

  init(readsSemicolon: Bool) {
    self.readsSemicolon = readsSemicolon
  }

  /// Whether a scalar at the edge of a word is no part of it.
  ///
  /// Marks of quantities are: 100% is another word than 100. Apostrophes are borders of syllables.
  func isEdge(_ scalar: Unicode.Scalar) -> Bool {
    guard !isWord(scalar) else { return false }
    switch scalar.value {
    case 0x25, 0x2030, 0x2031, 0xFE6A, 0xFF05: return false
    // Question and exclamation marks that are drawn as pictures.
    case 0x2753...0x2755, 0x2757: return true
    default: break
    }
    if isApostrophe(scalar) { return false }
    switch scalar.properties.generalCategory {
    case let category where category.isPunctuation: return true
    case .mathSymbol, .modifierSymbol:
      return "<=>^`|~".unicodeScalars.contains { UInt16($0.value) == unit(of: scalar) }
    default: return false
    }
  }

  /// Whether the scalar at an index is no part of a word whose edge it stands at.
  ///
  /// A mark of a quantity is part of it beside a digit alone: ￥退款 and 退款％ are 退款.
  func isEdge(_ index: Int, of scalars: [Unicode.Scalar]) -> Bool {
    if isEdge(scalars[index]) { return true }
    guard isQuantityMark(scalars[index]) else { return false }
    return ![index - 1, index + 1].contains { scalars.indices.contains($0) && isDigit(scalars[$0]) }
  }

  private func isQuantityMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x25, 0x2030, 0x2031, 0x2116, 0xFE6A, 0xFF05: return true
    default: return !isWord(scalar) && scalar.properties.generalCategory == .currencySymbol
    }
  }

  /// Whether the scalar at an index ends the word before it.
  func parts(_ index: Int, of scalars: [Unicode.Scalar]) -> Bool {
    let scalar = scalars[index]
    guard index > 0, isEdge(scalar), !isKey(index, of: scalars) else { return false }
    let before = scalars[index - 1]
    let after = index + 1 < scalars.count ? scalars[index + 1] : " "
    if isDigit(before), isDigit(after) { return false }
    switch scalar.value {
    case 0x21, 0x28, 0x29, 0x2C, 0x2F, 0x3B, 0x3F, 0x5B, 0x5D, 0x7B, 0x7D: return true
    // Of these hyphens are passed over in texts, and a quote means itself inside a word.
    case 0x2D, 0x5F, 0x2010, 0x2011, 0x22, 0xFF02, 0xFF0D, 0xFF3F: return false
    case 0x2E: if isDot(before) || isDot(after) { return true }
    case 0x201C, 0x201D: return !isDigit(before)
    // Marks of other scripts, but for those that stand within their words and those that join them.
    case 0x55A...0x55F, 0x58A, 0x5BE, 0x5F3, 0x5F4, 0xF0B, 0xF0C: return false
    case 0x370...0x1FFF: return true
    case 0x2012...0x2BFF, 0x3000...0x303F, 0xFE10...0xFE6F, 0xFF01...0xFF64: return true
    default: break
    }
    return isHan(before) || isHan(after)
  }

  /// Whether the scalar at an index is a `;` that spells pinyin: only behind another letter.
  func isKey(_ index: Int, of scalars: [Unicode.Scalar]) -> Bool {
    readsSemicolon && index > 0 && unit(of: scalars[index]) == UInt16(UInt8(ascii: ";"))
      && (0x61...0x7A).contains(unit(of: scalars[index - 1]))
  }

  /// Whether a scalar is not seen by a search, apostrophes among them.
  func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x1_0000 && unit(of: scalar) == 0
  }

  func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    let unit = unit(of: scalar)
    return unit == Unit.space || unit == Unit.lineBreak
  }

  func isMinus(_ scalar: Unicode.Scalar) -> Bool {
    unit(of: scalar) == UInt16(UInt8(ascii: "-"))
  }

  func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    UInt16(exactly: scalar.value).map(Unit.quotes.contains) ?? false
  }

  /// The letters, digits and 汉字 that nearly all queries are made of.
  private func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x4E00...0x9FFF: true
    default: false
    }
  }

  private func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    UInt16(exactly: scalar.value).map(Unit.apostrophes.contains) ?? false
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(unit(of: scalar))
  }

  private func isDot(_ scalar: Unicode.Scalar) -> Bool {
    unit(of: scalar) == Unit.fullStop || unit(of: scalar) == Unit.ellipsis
  }

  private func isHan(_ scalar: Unicode.Scalar) -> Bool {
    unit(of: scalar) != 0 && Unit.kind(of: unit(of: scalar)) == .han
  }

  private func unit(of scalar: Unicode.Scalar) -> UInt16 {
    UInt16(exactly: scalar.value).map { plain[Int($0)] } ?? 0
  }
}
