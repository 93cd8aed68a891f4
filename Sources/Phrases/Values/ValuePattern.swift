/// What values of one kind look like, and what the fields are called that they are for.
public struct ValuePattern: Hashable, Sendable {
  /// The names of fields; the first is shown.
  public let names: [String]
  /// A regular expression; it has to match up to where no letter and no digit follows.
  ///
  /// A group named `value` is what is taken of it, where it has one.
  public let expression: String

  /// Whether it is looked for in pieces: nobody has looked at how much work it may be.
  private let isForeign: Bool

  /// Takes an expression of somebody else's.
  ///
  /// - Throws: whatever Swift says of an expression that it cannot read, or ``Flaw``.
  public init(names: [String], expression: String) throws {
    guard !ValuePattern.repeatsRepetition(expression) else { throw Flaw.repeatedRepetition }
    guard ValuePattern.openRepetitions(expression) <= 3 else { throw Flaw.manyRepetitions }
    self.init(expression, names: names, isForeign: true)
    _ = try Regex(self.expression)
  }

  /// Why an expression is not used.
  public enum Flaw: Error {
    /// Something that is repeated is in a group that is repeated, `([a-z]+)*`: looking for it may take longer
    /// than anybody lives.
    case repeatedRepetition
    /// More than three things may stand there any number of times: beside one another they are tried in every
    /// way to divide a line among them.
    case manyRepetitions
  }

  /// How many things may stand there any number of times; what says exactly how often is none.
  private static func openRepetitions(_ expression: String) -> Int {
    let plain = expression.replacing(#/\\.|\[\]?[^\]]*\]/#, with: "x")
    return plain.matches(of: #/[*+]|\{[0-9]*,[0-9]*\}/#).count
  }

  /// Whether a group that may stand there any number of times has a repetition or a choice in it.
  private static func repeatsRepetition(_ expression: String) -> Bool {
    // For each group that is open, whether such a thing is in it.
    var groups = [false]
    var (isInClass, isBehindGroup) = (false, false)
    var characters = Array(expression)[...]
    while let character = characters.popFirst() {
      let wasBehindGroup = isBehindGroup
      isBehindGroup = false
      if character == "\\" {
        _ = characters.popFirst()
      } else if isInClass {
        isInClass = character != "]"
      } else if character == "[" {
        isInClass = true
        if characters.first == "]" { characters.removeFirst() }
      } else if character == "(" {
        groups.append(false)
        if characters.first == "?" { characters.removeFirst() }
      } else if character == ")", groups.count > 1 {
        let inner = groups.removeLast()
        isBehindGroup = inner
        if inner { groups[groups.count - 1] = true }
      } else if ["*", "+", "{"].contains(character) {
        if wasBehindGroup { return true }
        groups[groups.count - 1] = true
      } else if ["|", "?"].contains(character) {
        groups[groups.count - 1] = true
      }
    }
    return false
  }

  /// The patterns that hold without any in the settings, in the language of the desk.
  ///
  /// The lengths are those of the large marketplaces and couriers: 京东 12 digits, 淘宝 19, 拼多多
  /// `yymmdd-` and 15, Amazon 3-7-7; SF 12 to 15, most others 12 to 15, UPS `1Z` and 16.
  public static func standard(_ language: Language) -> [ValuePattern] {
    let isChinese = language == .chinese
    func names(_ chinese: [String], _ english: [String]) -> [String] {
      isChinese ? chinese + english : english + chinese
    }
    func pattern(_ expression: String, _ chinese: [String], _ english: [String]) -> ValuePattern {
      ValuePattern(expression, names: names(chinese, english))
    }
    return [
      pattern(
        #"(?:SF|YT|ZT|ZTO|STO|YD|JD|JT|DPK|EMS|JYM|1Z)[A-Z0-9]{9,18}"#,
        ["快递单号", "运单号", "物流单号", "快递号"], ["tracking", "tracking number"]),
      pattern(
        ValuePattern.namedOrder
          + #"|[0-9]{6}-[0-9]{9,20}|[0-9]{3}-[0-9]{7}-[0-9]{7}|[A-Z]{1,4}-?[0-9]{6,20}|[0-9]{12,24}"#,
        ["订单号", "订单编号", "单号", "订单"], ["order", "order number", "order id"]),
      pattern(
        #"\+?86-?1[3-9][0-9]{9}|1[3-9][0-9]{9}|\+[0-9]{1,3}[ -]?[0-9]{3,4}[ -]?[0-9]{3,4}[ -]?[0-9]{0,4}[0-9]"#,
        ["手机号", "电话", "联系电话", "手机"], ["phone", "phone number", "telephone"]),
      pattern(
        #"[¥￥$€£] ?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,7})(?:\.[0-9]{1,2})?|(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,7})(?:\.[0-9]{1,2})?(?:元|块)"#,
        ["金额"], ["amount"]),
      pattern(
        #"[0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}[日号]?|[0-9]{1,2}月[0-9]{1,2}[日号]"#
          + "|[0-9]{1,2} \(ValuePattern.months) [0-9]{4}|\(ValuePattern.months) [0-9]{1,2},? [0-9]{4}",
        ["日期"],
        ["date"]),
    ]
  }

  /// What stands behind the words for it is an order number, whatever its length.
  private static let namedOrder =
    #"(?:订单编号|订单号码|订单号|[Oo]rder (?:[Nn]umber|[Nn]o\.?|[Ii][Dd])|[Oo]rder ?(?=[#＃]))"#
    + #"[ 　]*(?:是|为|is)?[ 　]*[:：#＃]?[ 　]*(?<value>[A-Za-z]{0,4}-?[0-9](?:[0-9-]{2,30}[0-9]))"#

  private static let months =
    "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"

  /// `\d` repeated takes one character too many (Swift 6.3), so it is written as what it means.
  private init(_ expression: String, names: [String], isForeign: Bool = false) {
    self.isForeign = isForeign
    self.names = names
    self.expression = expression.replacing(#"\d"#, with: "[0-9]")
  }

  /// What is looked at together: of somebody else's expression no more than a short line, so that what is
  /// repeated thrice beside itself comes to an end.
  fileprivate func pieces(of text: String) -> [Substring] {
    guard isForeign else { return [text[...]] }
    return text.split(whereSeparator: \.isNewline).flatMap { line in
      stride(from: 0, to: line.count, by: Self.pieceLength).map {
        line.dropFirst($0).prefix(Self.pieceLength)
      }
    }
  }

  /// In characters.
  private static let pieceLength = 200

  /// Whether fields of that name are for such values.
  public func isFor(_ name: String) -> Bool {
    names.contains { ValuePattern.folded($0) == ValuePattern.folded(name) }
  }

  private static func folded(_ name: String) -> String {
    name.lowercased().filter { !$0.isWhitespace && $0 != "_" && $0 != "-" }
  }
}

extension [ValuePattern] {
  /// How much of a message is looked at, in characters.
  private static var lookedAt: Int { 4_000 }

  /// What a message holds, at most one value of each name, in the order of the message.
  ///
  /// What one pattern has taken is not another's: those before have the first word.
  ///
  ///     [ValuePattern].standard(.chinese).values(in: "订单 250601123456789 怎么还没到")
  ///     // [FoundValue(name: "订单号", text: "250601123456789")]
  public func values(in message: String) -> [FoundValue] {
    let text = String(message.prefix(Self.lookedAt))
    var found: [(range: Range<String.Index>, value: FoundValue)] = []
    for pattern in self {
      guard let name = pattern.names.first, let expression = try? Regex(pattern.expression),
        let range = pattern.pieces(of: text).lazy
          .flatMap({ $0.matches(of: expression).map { $0["value"]?.range ?? $0.range } })
          .first(where: { range in
            text.isWhole(range) && !found.contains { $0.range.overlaps(range) }
          })
      else { continue }
      found.append((range, FoundValue(name: name, text: String(text[range]))))
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }.map(\.value)
  }

  /// The value for a field: the last of those of its name, or where there is none of another name for the same.
  public func value<Value>(for name: String, among values: [(name: String, value: Value)])
    -> Value?
  {
    if let own = values.last(where: { $0.name == name }) { return own.value }
    let pattern = first { $0.isFor(name) }
    return values.last { pattern?.isFor($0.name) == true }?.value
  }
}

extension String {
  /// Whether a range of it is no part of a longer number or word of Latin letters.
  fileprivate func isWhole(_ range: Range<Index>) -> Bool {
    func isPart(_ character: Character) -> Bool {
      character.isASCII && (character.isLetter || character.isNumber)
    }
    func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
    if let first = self[range].first, isPart(first), range.lowerBound > startIndex {
      let before = index(before: range.lowerBound)
      if isPart(self[before]) { return false }
      // `883920117712` of `250612-883920117712` is half of one.
      if self[before] == "-", before > startIndex, isDigit(self[index(before: before)]) {
        return false
      }
      // `299.00` of `1,299.00` is another amount.
      if before > startIndex, self[index(before: before)].isNumber {
        let digits = self[range].prefix { $0.isASCII && $0.isNumber }.count
        if self[before] == "." || self[before] == "," && digits == 3 { return false }
      }
    }
    guard let last = self[range].last, isPart(last), range.upperBound < endIndex else {
      return true
    }
    let next = index(after: range.upperBound)
    if self[range.upperBound] == "-", next < endIndex, isDigit(self[next]) { return false }
    return !isPart(self[range.upperBound])
  }
}
