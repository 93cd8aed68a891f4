import Search

/// The published key maps of three double pinyins (双拼), written down here for the evaluation so
/// that its queries owe nothing to the engine's own.
struct DoublePinyinKeys: Sendable {
  private let finals: [String: Character]
  /// The key before the final of a syllable that begins with a vowel; nil for its own first letter.
  private let zeroInitial: Character?

  static func of(_ layout: DoublePinyin) -> DoublePinyinKeys {
    switch layout {
    case .xiaohe: xiaohe
    case .ziranma: ziranma
    case .microsoft: microsoft
    }
  }

  /// 小鹤双拼.
  private static let xiaohe = DoublePinyinKeys(
    finals: keys(
      """
      iu q  ei w  uan r  ue t  ve t  un y  uo o  ie p  ong s  iong s  ing k  uai k  ai d  en f  eng g
      iang l  uang l  ang h  ian m  an j  ou z  ia x  ua x  iao n  ao c  ui v  in b
      """), zeroInitial: nil)

  /// 自然码.
  private static let ziranma = DoublePinyinKeys(finals: ziranmaFinals, zeroInitial: nil)

  /// 微软双拼: as 自然码, but for four finals and the beginning of syllables without an initial.
  private static let microsoft = DoublePinyinKeys(
    finals: ziranmaFinals.merging(keys("ing ;  uai y  v y  er r")) { $1 }, zeroInitial: "o")

  private static let ziranmaFinals = keys(
    """
    iu q  ia w  ua w  uan r  ue t  ve t  ing y  uai y  uo o  un p  ong s  iong s  iang d  uang d
    en f  eng g  ang h  ian m  an j  ao k  ai l  ei z  ie x  iao c  ui v  ou b  in n
    """)

  private static func keys(_ text: String) -> [String: Character] {
    let words = text.split { $0 == " " || $0 == "\n" }
    let pairs = stride(from: 0, to: words.count - 1, by: 2).compactMap { index in
      words[index + 1].first.map { (String(words[index]), $0) }
    }
    return Dictionary(pairs) { $1 }
  }

  /// The two keys of a syllable; nil for what no such layout types (`ng`, `hm`).
  func keys(of syllable: String) -> String? {
    let initial = syllable.prefix { !"aeiouv".contains($0) }
    let final = String(syllable.dropFirst(initial.count))
    guard !final.isEmpty, let key = key(of: final) else { return nil }
    switch initial {
    case "": break
    case "zh": return "v\(key)"
    case "ch": return "i\(key)"
    case "sh": return "u\(key)"
    default: return initial.count == 1 ? "\(initial)\(key)" : nil
    }
    if let zeroInitial { return "\(zeroInitial)\(key)" }
    return final.count == 2 ? final : final.first.map { "\($0)\(key)" }
  }

  private func key(of final: String) -> Character? {
    if let key = finals[final] { return key }
    if final == "er" { return "r" }
    return final.count == 1 ? final.first : nil
  }
}
