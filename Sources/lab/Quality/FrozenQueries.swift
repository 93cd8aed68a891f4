/// The test halves as they were when they were split off, by a checksum each.
///
/// A different one means that a rule here, or an input, has changed, and that figures before and
/// after it cannot be compared.
enum FrozenQueries {
  private static let checksums: [String: UInt64] = [
    "generated": 0xA805_CA99_6655_4958,
    "zh_rail12306": 0xF3A3_54FA_0986_F332,
    "zh_talkq_scripts": 0x7191_8C34_F985_C951,
    "en_bitext": 0xCE09_2872_1AB1_176E,
  ]

  static func check(_ checksum: Checksum, of book: String, _ report: inout Report) {
    let text = "0x" + String(checksum.value, radix: 16, uppercase: true)
    guard let expected = checksums[book] else {
      report.notes.append("\(book): the test half has checksum \(text).")
      return
    }
    guard checksum.value != expected else {
      report.notes.append("\(book): the test half is the frozen one, checksum \(text).")
      return
    }
    report.broken.append("\(book): the test half is not the frozen one but has checksum \(text)")
  }
}
