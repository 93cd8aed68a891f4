import Phrases

extension TextEncoding {
  /// Whether bytes of a source that is said to be in this encoding are UTF-8 by now, since whoever publishes has gone
  /// over to it: no desk needs to be told.
  ///
  ///     TextEncoding.windows1252.isLeft(by: Array("25 €".utf8))  // true
  ///     TextEncoding.gb18030.isLeft(by: [0xD0, 0xBB, 0xD0, 0xBB]) // false: 谢谢
  ///
  /// - Complexity: O(*n*).
  package func isLeft(by bytes: [UInt8]) -> Bool {
    var (two, more) = (0, 0)
    var kinds: Set<UInt16> = []
    var isLetterOfLatin = false
    for (index, byte) in bytes.enumerated() where byte >= 0xC0 {
      guard byte < 0xE0 else {
        more += 1
        continue
      }
      two += 1
      if byte < 0xDC { isLetterOfLatin = true }
      if kinds.count < 3, index + 1 < bytes.count {
        kinds.insert(UInt16(byte) << 8 | UInt16(bytes[index + 1]))
      }
    }
    let isEnough: Bool
    switch self {
    case .windows1250, .windows1251, .windows1252, .windows1254, .latin2, .latin9, .koi8:
      // A letter, and nothing but punctuation behind each: no text is so. But ß with … behind it, alone in a list.
      isEnough = more > 0 || isLetterOfLatin
    case .gb18030, .big5, .shiftJIS, .eucJP, .eucKR:
      // Characters of two bytes may look like such of UTF-8, and hardly ever like those of three.
      isEnough = more > 0 && more >= two || two >= 8 && kinds.count == 3
    case .utf16LittleEndian, .utf16BigEndian:
      // A comma or the end of a line has a byte that is 0.
      isEnough = !bytes.isEmpty && !bytes.contains(0)
    case .utf8, .utf8WithBOM: isEnough = false
    }
    return isEnough && String(validating: bytes, as: UTF8.self) != nil
  }
}
