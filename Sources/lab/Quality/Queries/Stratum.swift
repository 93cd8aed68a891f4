/// A way of asking for a phrase, measured by itself.
enum Stratum: String, CaseIterable, Sendable {
  case hanzi
  case pinyin
  /// The last syllable not finished.
  case partial
  case initials
  case eightInitials = "initials of 8"
  /// 汉字, syllables and initials in one word: fa货, 发h, f货.
  case mixed
  /// Full pinyin, or initials, of a piece with a character in another reading than its usual one.
  case polyphone
  case xiaohe
  case ziranma
  case microsoft
  case fuzzySound = "fuzzy sound"
  /// What the four slips were made from: full pinyin, or English words, typed right.
  case unslipped = "no slip"
  case swapped = "swapped keys"
  case dropped = "dropped key"
  case doubled = "doubled key"
  case neighbour = "neighbour key"
  /// Two pieces of a title in one word, with what stands between them left out.
  case gapped
  /// Two pieces of a title in any order, with a space between them.
  case words
  /// Numbers and codes of title or text, or a piece of them.
  case code
  /// The beginnings of English words.
  case english
  case traditional
  case fullWidth = "full width"
  /// Words of the text that stand in no title.
  case body
  /// A customer's message that shares words with the title.
  case message
  /// The same in other words.
  case paraphrase
  /// What no phrase holds.
  case absent

  /// Whether it is answered by suggestions, not by a search.
  var isMessage: Bool { self == .message || self == .paraphrase }

  /// Those with one slip of a finger.
  static let slips: [Stratum] = [.swapped, .dropped, .doubled, .neighbour]

  /// Whether what is looked for stands in texts, where no title helps.
  var isOfText: Bool { self == .code || self == .body }
}
