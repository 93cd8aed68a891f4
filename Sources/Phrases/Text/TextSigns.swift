/// Which characters that are worth a closer look stand in a text.
///
/// Every cell of every list comes by here, and most have none of them; sixteen bytes are looked at at once.
///
///     TextSigns(of: "满99包邮") // []
///     TextSigns(of: "在吗?")    // .questionMark
struct TextSigns: OptionSet {
  let rawValue: UInt8

  static let questionMark = TextSigns(rawValue: 1)
  /// `#`, `+` or `E`, which what a spreadsheet wrote has in it.
  static let formula = TextSigns(rawValue: 2)
  /// The characters of Latin-1 but ASCII; no byte of Chinese is one of those with which they begin.
  static let latin = TextSigns(rawValue: 4)
  /// U+FFFD.
  static let replacement = TextSigns(rawValue: 8)
  /// The sign `<`, with which tags begin.
  static let angle = TextSigns(rawValue: 16)
  /// The sign `&`, with which entities begin.
  static let ampersand = TextSigns(rawValue: 32)
  /// `\` or `_`, with which escapes begin.
  static let escape = TextSigns(rawValue: 64)

  /// Those of a file that was looked at for signs of a loss.
  static let ofLoss: TextSigns = [.questionMark, .formula, .latin, .replacement]

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(of text: String) {
    rawValue =
      text.utf8.withContiguousStorageIfAvailable { TextSigns.signs(UnsafeRawBufferPointer($0)) }
      ?? Array(text.utf8).withUnsafeBytes(TextSigns.signs)
  }

  private typealias Block = SIMD16<UInt8>

  private static func signs(_ bytes: UnsafeRawBufferPointer) -> UInt8 {
    let width = Block.scalarCount
    var found = Block.zero
    var start = 0
    // The two bytes behind each are looked at with it.
    while start + width + 2 <= bytes.count {
      add(bytes, start, to: &found)
      start += width
    }
    withUnsafeTemporaryAllocation(byteCount: 3 * width, alignment: width) { rest in
      rest.initializeMemory(as: UInt8.self, repeating: 0)
      UnsafeMutableRawBufferPointer(rebasing: rest[..<(bytes.count - start)])
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[start...]))
      add(UnsafeRawBufferPointer(rest), 0, to: &found)
      if start + width < bytes.count { add(UnsafeRawBufferPointer(rest), width, to: &found) }
    }
    let halves = unsafeBitCast(found, to: SIMD2<UInt64>.self)
    var signs = halves[0] | halves[1]
    signs |= signs >> 32
    signs |= signs >> 16
    signs |= signs >> 8
    return UInt8(truncatingIfNeeded: signs)
  }

  /// The signs of the sixteen bytes at `start`, each where its byte is.
  @inline(__always)
  private static func add(_ bytes: UnsafeRawBufferPointer, _ start: Int, to found: inout Block) {
    let block = bytes.loadUnaligned(fromByteOffset: start, as: Block.self)
    let second = bytes.loadUnaligned(fromByteOffset: start + 1, as: Block.self)
    let third = bytes.loadUnaligned(fromByteOffset: start + 2, as: Block.self)
    found |= equals(block, UInt8(ascii: "?")) & Block(repeating: questionMark.rawValue)
    let formulas =
      equals(block, UInt8(ascii: "#")) | equals(block, UInt8(ascii: "+"))
      | equals(block, UInt8(ascii: "E"))
    found |= formulas & Block(repeating: formula.rawValue)
    found |= equals(block & Block(repeating: 0xFE), 0xC2) & Block(repeating: latin.rawValue)
    found |= equals(block, UInt8(ascii: "<")) & Block(repeating: angle.rawValue)
    found |= equals(block, UInt8(ascii: "&")) & Block(repeating: ampersand.rawValue)
    found |=
      (equals(block, UInt8(ascii: "\\")) | equals(block, UInt8(ascii: "_")))
      & Block(repeating: escape.rawValue)
    // EF BF BD, each of which is frequent in Chinese.
    let replacements = equals(block, 0xEF) & equals(second, 0xBF) & equals(third, 0xBD)
    found |= replacements & Block(repeating: replacement.rawValue)
  }

  /// Every bit of the bytes that are `byte`.
  @inline(__always)
  private static func equals(_ block: Block, _ byte: UInt8) -> Block {
    unsafeBitCast(block .== Block(repeating: byte), to: Block.self)
  }
}
