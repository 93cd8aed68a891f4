/// Signs that a program lost something of a text on the way.
public enum LostText: Int, Hashable, Sendable, CaseIterable {
  /// `?` where nobody writes one: what an old encoding makes of an emoji, or of any letter it has not.
  case questionMarks
  /// U+FFFD, which stands for bytes that could not be read.
  case replacementCharacters
  /// `#NAME?`: a spreadsheet took the text for a formula; `####`: the column was too narrow.
  case spreadsheetErrors
  /// `4.00821E+11`: a spreadsheet took a telephone number or a code for a number and cut its digits.
  case scientificNumbers
  /// `æ‚¨å¥½`: what was UTF-8 or GBK was read as Latin-1, and saved so.
  case mojibake

  /// The first sign in a cell; nil where there is none.
  ///
  ///     LostText(in: "? 买二送一")  // .questionMarks
  ///     LostText(in: "在吗?亲")     // nil
  package init?(in cell: String) { self.init(in: cell, TextSigns(of: cell)) }

  init?(in cell: String, _ signs: TextSigns) {
    guard !signs.isDisjoint(with: .ofLoss) else { return nil }
    if signs.contains(.replacement) {
      self = .replacementCharacters
    } else if LostText.isSpreadsheetError(cell.trimmed()) {
      self = .spreadsheetErrors
    } else if LostText.isScientific(cell.trimmed()) {
      self = .scientificNumbers
    } else if signs.contains(.latin), Mojibake.isIn(cell) {
      self = .mojibake
    } else if signs.contains(.questionMark), LostText.hasStrangeQuestionMark(cell) {
      self = .questionMarks
    } else {
      return nil
    }
  }

  /// What spreadsheets write in the place of a value, in the languages in which they do.
  private static let errors: Set<String> = {
    let lines = """
      #NAME? #REF! #VALUE! #N/A #DIV/0! #NULL! #NUM! #SPILL! #CALC! #GETTING_DATA #ERROR! #FIELD! #BLOCKED!
      #CONNECT! #UNKNOWN! #BUSY! #EXTERNAL! #PYTHON! #TIMEOUT! #溢出! #名称? #值! #引用!
      #NOM? #VALEUR! #NUL! #NOMBRE! #PROPAGATION! #CHAMP! #BEZUG! #WERT! #NV #ZAHL! #ÜBERLAUF! #FELD!
      #¿NOMBRE? #¡VALOR! #¡REF! #¡DIV/0! #¡NUM! #¡NULO! #N/D #DESBORDAMIENTO! #NOME? #VALOR! #NÚM! #NULO!
      #VALORE! #RIF! #NULLO! #NAAM? #WAARDE! #VERW! #N/B #GETAL! #LEEG! #DEEL/0! #NAZWA? #ARG! #ADR! #N/D!
      #LICZBA! #ZERO! #DZIEL/0! #AD? #DEĞER! #BAŞV! #YOK #SAYI! #BOŞ! #SAYI/0! #NAMN? #VÄRDEFEL! #REFERENS!
      #SAKNAS! #OGILTIGT! #DIVISION/0! #NAVN? #VÆRDI! #VERDI! #I/T #REFERENCE! #NIMI? #ARVO! #VIITTAUS!
      #PUUTTUU! #JAKO/0! #LUKU! #NÁZEV? #HODNOTA! #ODKAZ! #NENÍ_K_DISPOZICI #DĚLENÍ_NULOU! #ČÍSLO! #NÉV?
      #ÉRTÉK! #HIV! #HIÁNYZIK #ZÉRÓOSZTÓ! #SZÁM! #ИМЯ? #ЗНАЧ! #ССЫЛКА! #Н/Д #ДЕЛ/0! #ЧИСЛО! #ПУСТО!
      """
    return Set(lines.split(whereSeparator: \.isWhitespace).map(String.init))
  }()

  private static func isSpreadsheetError(_ cell: String) -> Bool {
    guard cell.utf8.first == UInt8(ascii: "#") else {
      // LibreOffice numbers those that have no name.
      return cell.utf8.count == 7 && cell.hasPrefix("Err:5")
        && cell.utf8.dropFirst(5).allSatisfy { (0x30...0x39).contains($0) }
    }
    return errors.contains(cell)
      || cell.utf8.count >= 4 && cell.utf8.allSatisfy { $0 == UInt8(ascii: "#") }
  }

  /// Whether a cell is a number such as `6.22E+18`, with two digits or more behind `E+`.
  private static func isScientific(_ cell: String) -> Bool {
    let parts = cell.utf8.split(separator: UInt8(ascii: "E"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].first == UInt8(ascii: "+") else { return false }
    let exponent = parts[1].dropFirst()
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    let mantissa = parts[0].split(whereSeparator: { $0 == 0x2E || $0 == 0x2C })
    return exponent.count >= 2 && exponent.allSatisfy(isDigit) && (1...2).contains(mantissa.count)
      && mantissa[0].count == 1 && mantissa.allSatisfy { $0.allSatisfy(isDigit) }
  }
}

extension LostText {
  /// Whether a `?` ends no question.
  ///
  /// At the beginning of a line, behind another punctuation mark, within a word, between two 汉字 where
  /// nothing was asked; or nearly the whole line is `?`.
  private static func hasStrangeQuestionMark(_ cell: String) -> Bool {
    cell.unicodeScalars.split(whereSeparator: { $0 == "\n" || $0 == "\r" }).contains { line in
      // Each is looked at from others of its line.
      let line = Array(line.prefix(mostScalars))
      let marks = line.count { $0 == "?" }
      guard marks > 0 else { return false }
      let others = line.count { !$0.properties.isWhitespace } - marks
      if marks >= 4, marks > others { return true }
      return line.indices.contains { line[$0] == "?" && isStrange($0, in: line) }
    }
  }

  private static let mostScalars = 2_000

  private static func isStrange(_ index: Int, in line: [Unicode.Scalar]) -> Bool {
    guard let last = line[..<index].lastIndex(where: { $0 != "?" && !$0.properties.isWhitespace })
    else {
      // "?" alone may be a reply, "?!" too.
      return line[index...].contains { $0.properties.isAlphabetic }
    }
    let isApart = line[last + 1..<index].contains { $0 != "?" }
    if "，。！～、；：…".unicodeScalars.contains(line[last]) { return true }
    if isApart { return ".!,:;".unicodeScalars.contains(line[last]) }
    guard let next = line[index...].first(where: { $0 != "?" }) else { return false }
    if isHan(line[last]) { return isHan(next) && !asks(line[..<last], line[last]) }
    guard isLetter(line[last]), isLetter(next) else { return false }
    let start = line[..<index].lastIndex { $0.properties.isWhitespace }.map { $0 + 1 } ?? 0
    let word = line[start...].prefix { !$0.properties.isWhitespace }
    // An address has its question in the middle.
    return !word.contains { "/=&:.@_".unicodeScalars.contains($0) }
  }

  /// Whether what stands before a `?` is a question.
  private static func asks(_ before: ArraySlice<Unicode.Scalar>, _ last: Unicode.Scalar) -> Bool {
    let start = before.lastIndex { "，。！；!?？ ".unicodeScalars.contains($0) }.map { $0 + 1 }
    return asking.contains(last)
      || before[(start ?? before.startIndex)...].contains(where: asking.contains)
  }

  private static let asking = Set(
    "吗嗎呢么麼嘛吧啊呀谁誰哪怎何几幾否没沒不啥嗯哦噢好对對是多可能要会有".unicodeScalars)

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic && scalar.properties.isLowercase
  }
}

/// How often each sign was met in a file, and where first.
struct LostTextCount {
  private var found: [LostText: (entry: FindingLog.Entry, count: Int, samples: [String])] = [:]

  private static let columns: [PhraseColumn] = [.text, .title, .code, .category, .keywords, .id]

  /// Looks at the cells of a record that people read or type, of whose text the signs are known.
  mutating func look(at row: Row, _ textSigns: TextSigns, _ names: [PhraseColumn: String]) {
    for column in LostTextCount.columns {
      let cell = row[column].text
      guard !cell.isEmpty else { continue }
      let signs = column == .text ? textSigns : TextSigns(of: cell)
      guard let sign = LostText(in: cell, signs) else { continue }
      if found[sign] == nil {
        let problem = Finding.Problem.lostText(sign, count: 0, samples: [])
        let entry = FindingLog.Entry(
          problem: problem, offset: row.offset(of: column), columnName: names[column],
          row: row.number)
        found[sign] = (entry, 0, [])
      }
      found[sign]?.count += 1
      let samples = found[sign]?.samples ?? []
      if samples.count < 3, !samples.contains(cell) { found[sign]?.samples.append(cell) }
    }
  }

  /// One warning a sign.
  var entries: [FindingLog.Entry] {
    LostText.allCases.compactMap { sign in
      found[sign].map { found in
        FindingLog.Entry(
          problem: .lostText(sign, count: found.count, samples: found.samples),
          offset: found.entry.offset, columnName: found.entry.columnName, row: found.entry.row)
      }
    }
  }
}
