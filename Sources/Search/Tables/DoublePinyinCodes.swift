/// The two keys that a double pinyin (双拼) has for each syllable.
///
/// The tables are facts of those input methods, as their users know them; they agree with the
/// schemas `double_pinyin`, `double_pinyin_flypy` and `double_pinyin_mspy` of Rime in every code.
struct DoublePinyinCodes: Sendable {
  private let scheme: DoublePinyin
  private let keys: [Substring: Substring]

  init(_ scheme: DoublePinyin) {
    self.scheme = scheme
    let pairs = scheme.finals.split(separator: " ").map { entry in
      (entry.dropLast(), entry.suffix(1))
    }
    keys = Dictionary(uniqueKeysWithValues: pairs)
  }

  /// All codes of a syllable, the usual one first; none for what is no syllable of pinyin.
  func codes(initial: String, final: String) -> [String] {
    guard !initial.isEmpty else { return codes(zeroInitial: final) }
    guard let key = key(of: final) else { return [] }
    let first =
      switch initial {
      case "zh": "v"
      case "ch": "i"
      case "sh": "u"
      default: initial
      }
    var codes = [first + key]
    switch (initial, final) {
    case ("j", "u"), ("q", "u"), ("x", "u"), ("y", "u"):
      // Its sound is ü.
      codes += self.key(of: "v").map { [first + $0] } ?? []
    case (_, "ue") where scheme == .microsoft, (_, "ve") where scheme == .microsoft:
      codes.append(first + "v")
    default: break
    }
    return codes
  }

  /// A syllable without an initial begins with its own first letter, or, in Microsoft's, with o.
  private func codes(zeroInitial final: String) -> [String] {
    guard let first = final.first, let key = key(of: final) else { return [] }
    let ownLetter = "\(first)\(key)"
    switch scheme {
    case .microsoft: return final == "ou" ? ["ob", "ou"] : ["o" + key, ownLetter]
    // Two letters are also typed as they are.
    case .xiaohe, .ziranma: return final.count == 2 ? [final, ownLetter] : [ownLetter]
    }
  }

  private func key(of final: String) -> Substring? {
    if let key = keys[final[...]] { return key }
    switch final {
    case "a", "o", "e", "i", "u", "v": return final[...]
    // üan is typed as uan, ün as un.
    default: return final.first == "v" ? keys["u" + final.dropFirst()] : nil
    }
  }
}

extension DoublePinyin {
  /// Every final of more than one letter, followed by its key.
  fileprivate var finals: String {
    switch self {
    case .xiaohe:
      """
      iuq eiw uanr uet vet uny uoo iep ongs iongs ingk uaik aid enf engg iangl uangl angh ianm anj \
      ouz iax uax iaon aoc uiv inb err
      """
    case .ziranma:
      """
      iuq eiz uanr uet vet unp uoo iex ongs iongs ingy uaiy ail enf engg iangd uangd angh ianm anj \
      oub iaw uaw iaoc aok uiv inn err
      """
    case .microsoft:
      """
      iuq eiz uanr uet vet unp uoo iex ongs iongs ing; uaiy ail enf engg iangd uangd angh ianm anj \
      oub iaw uaw iaoc aok uiv inn err vy
      """
    }
  }
}
