/// The score: which hit comes first.
///
/// Every word of the query is graded by the best place it has in a phrase:
///
///     grade = place − remoteness
///     score = mean of the grades − length of the title
///
/// The *place* says where. A title or code that is the whole word is what the agent asked for by
/// name, and comes first however long the title of a phrase with that code. Then come a title or
/// code that begins with it, a title that ends with it, a keyword, a title with a word that begins
/// with it, a title that has it inside, a category, and last the text: two letters of initials are
/// in nearly any long text, so a text says least. A leading 【 or the like does not count as the
/// beginning. Words begin where the kind of character changes (汉字, letters, digits, the rest).
/// What ends with a clause is more of a name than what is cut out of the middle: 退款 in 怎么退款？
/// comes before 退款 in 查退款进度. The beginning is worth more than that, since most people type from it.
///
/// The *length* counts all along. Who types a piece of a title may mean any of those that hold it,
/// and of a short one it is a larger part; so the places within a title are told in letters, and a
/// title that is longer by more than its place is worth comes later.
///
/// The *remoteness* says how far what was typed is from what stands there (``Closeness``). Each
/// step of it weighs as much as the beginning of a title, and initials, which are a guess, some
/// fifty letters more than any reading: `an` finds 订单安全 (spelled, inside) before 爱你们 (initials,
/// beginning).
///
/// Several words are graded by their mean, so that one word found only in the text pulls a phrase
/// down but does not drown it. Where each of them ends says nothing then: they are pieces, and what
/// is between was left out. Words that stand side by side in the text as they were typed are worth
/// more than one of them in the title and one in the text. The title that is the whole query,
/// spaces aside, counts as one word. Equals come in the order of the knowledge base, so the order
/// is always the same.
///
/// A ``Prior`` lifts a phrase by no more than the beginning and the end of a title together are
/// worth: it decides between phrases that answer about equally well. Above all of this stands the
/// ``Tier``: nothing that a later pass found comes before what an earlier one did.
enum Ranking {
  enum Field {
    case title
    case code
    case keyword
    case category
    case text
  }

  /// Where in a field, the best last.
  enum Placement: Int, Comparable {
    case inside
    case wordStart
    /// A clause of the field, or the field, ends with it.
    case clauseEnd
    case start
    case whole

    static func < (left: Placement, right: Placement) -> Bool { left.rawValue < right.rawValue }
  }

  // MARK: - Within a title

  /// What one letter more in a title costs: the measure of everything else.
  private static let letter = 4
  /// Titles of this many letters and more are equally long.
  private static let longestTitle = 63
  /// What the length of titles can decide at most.
  private static let lengths = longestTitle * letter

  /// Where a word of a title begins: little, since on pieces of 汉字 it tells nothing.
  private static let wordStart = letter
  /// Where a title or a clause of it ends.
  ///
  /// On pieces of real titles 12 letters would be best, but the beginning has to be worth more.
  private static let clauseEnd = 6 * letter
  /// Where a title begins: more than any other place in it.
  ///
  /// Else who types short titles from their beginning would find those that end alike before them
  /// (MRR .99 → .92 on the generated list).
  private static let titleStart = wordStart + clauseEnd + letter

  // MARK: - Remoteness

  /// The distance between neighbouring ways to spell a word: a title's beginning.
  ///
  /// With three times as much, full pinyin gains .005, and twice as many keys make the phrase fall.
  private static let closer = titleStart

  static func remoteness(_ closeness: Closeness) -> Int {
    switch closeness {
    case .literal: 0
    case .spelled: closer
    case .unfinished, .doublePinyin: 2 * closer
    case .otherReading: 3 * closer
    case .initials: 9 * closer
    case .fuzzySound: 10 * closer
    }
  }

  // MARK: - Places

  /// So much that no closeness makes a score negative.
  private static let textPlace = remoteness(.fuzzySound)
  /// A category is worth more than a text even by its initials.
  private static let categoryPlace = textPlace + remoteness(.initials)
  /// No title comes after a category, not by initials and not the longest.
  private static let titleInside = categoryPlace + remoteness(.initials) + lengths
  /// Several words side by side in the text: more than one in the title and one in the text, and
  /// no more than all of them in the title, by initials.
  private static let textRunPlace = titleInside - remoteness(.initials)
  /// No other place comes before a whole title or code, however long the title is.
  private static let whole = titleInside + titleStart + clauseEnd + lengths

  static func place(_ placement: Placement, in field: Field) -> Int {
    switch (field, placement) {
    case (.title, .whole), (.code, .whole): whole
    case (.title, .start): titleInside + titleStart
    // A code is a name, but a title's beginning is what the agent reads.
    case (.code, .start): titleInside + titleStart - letter / 4
    // More than where a word begins, and no more: who types a title from its beginning means it.
    case (.keyword, .whole), (.keyword, .start): titleInside + wordStart + letter
    case (.title, .clauseEnd): titleInside + clauseEnd
    case (.title, .wordStart): titleInside + wordStart
    case (.title, .inside): titleInside
    // The inside of a keyword or code says less than the inside of a title.
    case (.keyword, _), (.code, _): titleInside - clauseEnd
    case (.category, .whole): categoryPlace + clauseEnd
    case (.category, _): categoryPlace
    case (.text, _): textPlace
    }
  }

  static func grade(_ placement: Placement, in field: Field, _ closeness: Closeness) -> Int {
    place(placement, in: field) - remoteness(closeness)
  }

  /// The best grade that a field can give.
  static func bestGrade(in field: Field) -> Int { grade(.whole, in: field, .literal) }

  /// The best that a word found neither in the title nor the code nor a keyword can get.
  static let bestCategoryGrade = bestGrade(in: .category)

  /// The grade of each of several words that stand side by side in the text.
  static func gradeOfTextRun(_ closeness: Closeness) -> Int {
    textRunPlace - remoteness(closeness)
  }

  // MARK: - Scores

  /// Grades are told this finely, for the mean of several.
  private static let fineness = 64

  /// How many grades a prior can lift a phrase by.
  static let priorLimit = titleStart + clauseEnd

  /// The score where nothing was asked for but what is not wanted.
  static let scoreOfAll = 1

  /// The score that the points of a prior add.
  static func score(ofPrior points: Int) -> Int {
    points * priorLimit * fineness / Prior.maximum
  }

  /// The best score of phrases with a grade and titles of so many units or more.
  static func bestScore(grade: Int, titleLength: Int) -> Int {
    score(grades: grade, words: 1, titleLength: titleLength)
  }

  /// The score of a phrase from the sum of its grades and the length of its title in units.
  static func score(grades: Int, words: Int, titleLength: Int) -> Int {
    grades * fineness / words
      + (longestTitle - min(titleLength, longestTitle)) * letter * fineness
  }
}
