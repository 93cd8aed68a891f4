/// How a phrase is scored for a message.
///
/// The model is BM25F (Robertson, Zaragoza, Taylor: *Simple BM25 extension to multiple weighted
/// fields*, 2004). Each feature that message and phrase share gives
///
///     worth × rarity × tf ⁄ (tf + saturation)
///
/// where *worth* is how telling features of its kind are, *rarity* is how few phrases hold it, in
/// bits (``Rarity``), and *tf* adds up how often it stands in each field, times the field's weight,
/// over the field's length compared with the average one. Three things are added to it. A *run*,
/// several pairs in a row as the customer wrote them, says more than the same pairs scattered. The
/// best phrases of a *category* lend a share to all of its phrases. And a message of nothing but
/// commonplaces finds only phrases that are named so, never a long text that begins politely.
///
/// The numbers were chosen among some forty settings on the development halves of nine sets made
/// of public reply books and on two small sets written by hand, which have no other half. What is
/// given to fillers mattered most (a medical set, whose titles are questions, gained 0.07 in mean
/// reciprocal rank); the weights of title, single 汉字 and run trade one set for another by 0.03.
enum SuggestionRanking {
  // MARK: - Worth

  /// A single 汉字 says something where no pair of them is shared: 退掉 and 退货.
  static let singleHan: Float = 0.4
  /// A pair that is not of two 汉字, such as 7天: its halves count already.
  static let mixedPair: Float = 0.5
  /// Numbers below 100 and single letters.
  static let shortWord: Float = 0.4
  /// Question words, pronouns, auxiliaries.
  static let filler: Float = 0.5
  /// Greetings, in titles and keywords only.
  static let courtesy: Float = 0.05

  // MARK: - Fields

  static let textWeight: Float = 1
  /// The title is what the phrase is about.
  static let titleWeight = 3 * textWeight
  static let keywordWeight = 2 * textWeight
  /// How much longer fields are held back: 0 not at all, 1 in full.
  static let lengthShare: Float = 0.75
  static let saturation: Float = 1.6

  // MARK: - Runs and categories

  /// What the pairs of the longest run count again, but for its first one.
  static let runShare: Float = 0.15
  /// What a phrase gets of its category's evidence.
  static let categoryShare: Float = 0.3
  /// The best phrase of a category alone is a weak witness; this many make a full one.
  static let categoryWitnesses = 3
  /// From how many of the best categories phrases are shown that share nothing with the message.
  static let neighbouringCategories = 3
  /// How many of each, at most.
  static let neighbours = 10
  /// How far from the best phrase of the category they may stand, in phrases.
  static let neighbourReach = 64

  /// Scores are whole numbers in parts of this size.
  static let scale: Float = 1_000
}
