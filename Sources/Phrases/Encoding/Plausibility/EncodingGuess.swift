/// Which encoding a file is in that says nothing of it, by how plausible what it reads is.
///
/// That bytes can be decoded is no evidence: nearly all of Shift_JIS, Big5 and EUC-KR is valid GB18030, and
/// everything is valid KOI8. So the lines with bytes outside ASCII are read in every encoding, and each
/// reading is compared with how often characters stand in the languages that are written in it.
struct EncodingGuess {
  /// What a file reads in an encoding.
  struct Reading {
    let encoding: TextEncoding
    /// The lines that were looked at.
    let lines: [UInt32]
    let cost: ReadingCost

    /// The text at the first character outside ASCII.
    var sample: String { sample(from: lines.startIndex) }

    /// The text around the first character outside ASCII at or behind `start`.
    fileprivate func sample(from start: Int) -> String {
      guard let character = lines[start...].firstIndex(where: { $0 >= 0x80 }) else { return "" }
      let line = lines[..<character].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      let end = lines[character...].firstIndex(of: 0x0A) ?? lines.endIndex
      var sample = ""
      sample.unicodeScalars.append(
        contentsOf: lines[max(line, character - 12)..<end].prefix(40)
          .compactMap(Unicode.Scalar.init))
      return sample
    }

    /// Whether somebody may have written it.
    ///
    /// True readings of lists have surpluses of −2 to 0.6 half bits a character, those in a wrong encoding 2 and
    /// more; in East Asia, where lists of names have rare characters, up to 2 and from 14. What is added lets
    /// lists of a few words pass.
    var isPlausible: Bool {
      let cost = cost
      return encoding.isEastAsian
        ? cost.surplus <= 6 * cost.characters + 8 : cost.surplus <= cost.characters + 4
    }
  }

  /// The likeliest first; only those in which every line that was looked at can be read.
  private(set) var readings: [Reading]

  /// How much likelier than every other a reading has to be, in half bits: a thousand times.
  private static let lead = 20

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let evidence = EncodingGuess.evidence(bytes)
    let readings = evidence.withUnsafeBufferPointer { evidence in
      TextEncoding.guessed.compactMap { Reading(evidence, $0) }
    }
    // Of two that read the same, the more usual stays the first.
    self.readings = readings.enumerated()
      .sorted { ($0.element.cost.total, $0.offset) < ($1.element.cost.total, $1.offset) }
      .map(\.element)
  }

  /// The reading that is clearly likelier than all others and plausible; nil where none is.
  var clear: Reading? {
    guard let best = readings.first, best.isPlausible else { return nil }
    let rival = readings.first { $0.lines != best.lines }
    guard let rival else { return best }
    return rival.cost.total - best.cost.total >= EncodingGuess.lead ? best : nil
  }

  /// The two likeliest that differ, and what they read where they do.
  var samples: [EncodingSample] {
    guard let best = readings.first else { return [] }
    guard let rival = readings.first(where: { $0.lines != best.lines }) else {
      return [EncodingSample(encoding: best.encoding, text: best.sample)]
    }
    let start = zip(best.lines, rival.lines).prefix { $0 == $1 }.count
    return [best, rival].map { reading in
      EncodingSample(encoding: reading.encoding, text: reading.sample(from: start))
    }
  }

  /// Leaves out the likeliest, because not all of the file can be read so.
  mutating func dropFirst() { readings.removeFirst() }

  /// The first lines with bytes outside ASCII, and others with bytes that are rare.
  ///
  /// In code pages one byte decides: the € of Latin-9 is ¤ in Windows-1252.
  private static func evidence(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var evidence: [UInt8] = []
    var met = [Int](repeating: 0, count: 256)
    var start = 0
    while start < bytes.count {
      var end = start
      var isForeign = false
      var isRare = false
      // No character of any encoding has a byte below 0x30 besides its first.
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D,
        end - start < 2000 || bytes[end] >= 0x30
      {
        if bytes[end] >= 0x80 {
          isForeign = true
          if met[Int(bytes[end])] < 8 { isRare = true }
        }
        end += 1
      }
      if isForeign, evidence.count < 16_384 || isRare && evidence.count < 262_144 {
        for byte in bytes[start..<end] { met[Int(byte)] += 1 }
        evidence += bytes[start..<end]
        evidence.append(0x0A)
      }
      start = end + 1
    }
    return evidence
  }
}

extension EncodingGuess.Reading {
  fileprivate init?(_ evidence: UnsafeBufferPointer<UInt8>, _ encoding: TextEncoding) {
    guard let text = try? Iconv.convert(evidence, from: encoding) else { return nil }
    let lines = String(decoding: text, as: UTF8.self).unicodeScalars.map(\.value)
    // The control characters that ISO-8859 has where Windows has signs: nobody writes them.
    if lines.contains(where: { (0x80...0x9F).contains($0) }) { return nil }
    var cost = ReadingCost()
    let characters = encoding.languages.compactMap { CharacterClasses.byLanguage[$0] }
    let letters = encoding.page.flatMap { LetterPairs.byPage[$0] } ?? []
    for line in lines.split(separator: 0x0A) {
      if encoding.isEastAsian {
        cost.add(line, characters)
      } else {
        cost.add(line, letters)
      }
    }
    self.init(encoding: encoding, lines: lines, cost: cost)
  }
}

extension TextEncoding {
  fileprivate var isEastAsian: Bool { !languages.isEmpty }

  /// What is written in it in East Asia.
  fileprivate var languages: [String] {
    switch self {
    case .gb18030: ["zh-Hans", "zh-Hant", "ja", "ko"]
    case .big5: ["zh-Hant"]
    case .shiftJIS, .eucJP: ["ja"]
    case .eucKR: ["ko"]
    default: []
    }
  }

  /// The code page of the languages that are written in it with letters.
  fileprivate var page: String? {
    switch self {
    case .windows1252, .latin9: "1252"
    case .windows1250, .latin2: "1250"
    case .windows1251, .koi8: "1251"
    case .windows1254: "1254"
    default: nil
    }
  }
}
