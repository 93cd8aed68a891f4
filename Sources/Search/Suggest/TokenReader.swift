/// Cuts folded units into the tokens that messages and phrases are compared by.
///
/// A token is one 汉字 (also a kana or Hangul syllable), one word of letters, or one run of digits;
/// everything else stands between tokens. Two tokens that touch are a *pair*, and pairs of 汉字 are
/// what Chinese words mostly are: 退款 is a better witness than 退 and 款 apart.
struct TokenReader: Sendable {
  static let shared = TokenReader()

  /// What each unit is to a message: 0 between tokens, a letter or digit itself, and a 汉字 in the
  /// form that stands for all of its forms, so that 發貨 is 发货.
  private let symbols: [UInt16]
  /// What stands where a unit is: nothing, a token of its own, or a piece of a word or number.
  let classes: [UInt8]

  static let noClass: UInt8 = 0
  static let hanClass: UInt8 = 1
  static let wordClass: UInt8 = 2

  /// Symbols from here on are tokens of their own; those below, but 0, are letters and digits.
  private static let firstHan: UInt16 = 0x2000

  enum Kind {
    case han
    case word
    case number
  }

  struct Token {
    let kind: Kind
    /// Equal for equal tokens, and for forms of one word; rarely also for others.
    let hash: UInt32
    /// Where it stands among the units.
    let start: Int
    let end: Int
  }

  init() {
    var symbols = (0...UInt16.max).map { unit -> UInt16 in
      switch Unit.kind(of: unit) {
      // The marks of a script stand among its letters.
      case .letter: TokenReader.isMark(unit) ? 0 : unit
      case .digit, .han: unit
      case .other: 0
      }
    }
    TableText(text: FoldingText.simplified).eachMember { first, member in
      symbols[Int(member)] = first
    }
    self.symbols = symbols
    classes = symbols.map { symbol in
      symbol == 0
        ? TokenReader.noClass
        : symbol >= TokenReader.firstHan ? TokenReader.hanClass : TokenReader.wordClass
    }
  }

  /// Whether it is punctuation or a symbol by Unicode, as ؟ । ։ are.
  private static func isMark(_ unit: UInt16) -> Bool {
    guard let scalar = Unicode.Scalar(unit) else { return false }
    let category = scalar.properties.generalCategory
    return category.isPunctuation || category.isSymbol
  }

  /// Calls `body` with every token of a range of units, in order.
  @inline(__always)
  func eachToken(
    of units: UnsafeBufferPointer<UInt16>, in range: Range<Int>, _ body: (Token) -> Void
  ) {
    precondition(range.lowerBound >= 0 && range.upperBound <= units.count)
    symbols.withUnsafeBufferPointer { symbols in
      var index = range.lowerBound
      while index < range.upperBound {
        let symbol = symbols[Int(units[index])]
        if symbol >= TokenReader.firstHan {
          body(Token(kind: .han, hash: UInt32(symbol), start: index, end: index + 1))
          index += 1
        } else if symbol == 0 {
          index += 1
        } else {
          let token = run(from: index, in: units, until: range.upperBound, symbols)
          body(token)
          index = token.end
        }
      }
    }
  }

  /// The same for units that are no part of a segment.
  func tokens(of units: [UInt16]) -> [Token] {
    var tokens: [Token] = []
    units.withUnsafeBufferPointer { units in
      eachToken(of: units, in: 0..<units.count) { tokens.append($0) }
    }
    return tokens
  }

  /// The run of letters or of digits that begins at `start`: its hash is left out, 0, where
  /// `isWanted` does not take its first unit.
  func run(
    from start: Int, in units: UnsafeBufferPointer<UInt16>, until limit: Int,
    isWanted: (UInt16) -> Bool
  ) -> (hash: UInt32, end: Int) {
    symbols.withUnsafeBufferPointer { symbols in
      let end = runEnd(from: start, in: units, until: limit, symbols)
      return (isWanted(units[start]) ? hash(of: start..<end, in: units) : 0, end)
    }
  }

  private func run(
    from start: Int, in units: UnsafeBufferPointer<UInt16>, until limit: Int,
    _ symbols: UnsafeBufferPointer<UInt16>
  ) -> Token {
    let end = runEnd(from: start, in: units, until: limit, symbols)
    return Token(
      kind: TokenReader.isDigit(units[start]) ? .number : .word,
      hash: hash(of: start..<end, in: units), start: start, end: end)
  }

  private func runEnd(
    from start: Int, in units: UnsafeBufferPointer<UInt16>, until limit: Int,
    _ symbols: UnsafeBufferPointer<UInt16>
  ) -> Int {
    let isNumber = TokenReader.isDigit(units[start])
    var end = start + 1
    while end < limit {
      let symbol = symbols[Int(units[end])]
      guard symbol != 0, symbol < TokenReader.firstHan, TokenReader.isDigit(symbol) == isNumber
      else { break }
      end += 1
    }
    return end
  }

  /// FNV-1a over the units of a run or its stem; the top bit keeps it apart from any 汉字.
  private func hash(of run: Range<Int>, in units: UnsafeBufferPointer<UInt16>) -> UInt32 {
    let stem =
      TokenReader.isDigit(units[run.lowerBound]) ? run : Stem.range(of: run, in: units)
    var hash: UInt32 = 0x811C_9DC5
    for index in stem { hash = (hash ^ UInt32(units[index])) &* 0x0100_0193 }
    return hash | 0x8000_0000
  }

  private static func isDigit(_ symbol: UInt16) -> Bool { (0x30...0x39).contains(symbol) }

  /// What a pair of tokens is known by.
  @inline(__always)
  static func pair(_ first: UInt32, _ second: UInt32) -> UInt32 {
    let mixed = (first &* 0x9E37_79B1) ^ second
    return mixed &* 0x85EB_CA6B | 1
  }
}
