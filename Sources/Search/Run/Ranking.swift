/// The score: which hit comes first.
///
/// Every word of the query is graded by the best place it has in a phrase:
///
///     grade = place − remoteness
///
/// The *place* says where. A title or code that is the whole word is what the agent asked for by
/// name; then come a title or code that begins with it, a keyword, a title with a word that begins
/// with it, a title that has it inside, a category, and last the text: two letters of initials are
/// in nearly any long text, so a text says least. A leading 【 or the like does not count as the
/// beginning. Words begin where the kind of character changes (汉字, letters, digits, the rest).
///
/// The *remoteness* says how far what was typed is from what stands there (``Closeness``). The
/// steps between neighbouring places are mostly larger than those between neighbouring
/// closenesses, so place decides; but initials are a guess, and cost more than the way from the
/// beginning of a title to its inside: `an` finds 订单安全 (spelled, inside) before 爱你们 (initials,
/// beginning).
///
/// Several words are graded by their mean, so that one word found only in the text pulls a phrase
/// down but does not drown it; the title that is the whole query, spaces aside, counts as one
/// word. Shorter titles come first among equals, since more of them is what was typed, and then
/// those that stand first in the knowledge base, so the order is always the same.
///
/// A ``Prior`` lifts a phrase by no more than the beginning of a word is worth over its inside: it
/// decides between phrases that answer about equally well. Above all of this stands the ``Tier``:
/// nothing that a later pass found comes before what an earlier one did.
enum Ranking {
  enum Field {
    case title
    case code
    case keyword
    case category
    case text
  }

  enum Placement: Int {
    case inside
    case wordStart
    case start
    case whole
  }

  /// The distance between a title's places and a keyword, from which all others are made.
  private static let step = 80
  private static let textPlace = 3 * step
  private static let categoryPlace = textPlace + 3 * step
  private static let titleInside = categoryPlace + 2 * step
  private static let titleWordStart = titleInside + step / 2
  private static let keywordPlace = titleWordStart + step / 2
  private static let titleStart = keywordPlace + step
  private static let whole = titleStart + 2 * step

  static func place(_ placement: Placement, in field: Field) -> Int {
    switch (field, placement) {
    case (.title, .whole), (.code, .whole): whole
    case (.title, .start): titleStart
    // A code is a name, but a title's beginning is what the agent reads.
    case (.code, .start): titleStart - step / 4
    case (.keyword, .whole), (.keyword, .start): keywordPlace
    case (.title, .wordStart): titleWordStart
    case (.title, .inside): titleInside
    // The inside of a keyword or code says less than the inside of a title.
    case (.keyword, _), (.code, _): titleInside - step / 2
    case (.category, .whole): categoryPlace + step / 4
    case (.category, _): categoryPlace
    case (.text, _): textPlace
    }
  }

  static func remoteness(_ closeness: Closeness) -> Int {
    switch closeness {
    case .literal: 0
    case .spelled: step * 3 / 8
    case .unfinished: step / 2
    case .doublePinyin: step * 5 / 8
    case .otherReading: step
    case .fuzzySound: titleStart - titleInside + step
    case .initials: titleStart - titleInside + step / 2
    }
  }

  static func grade(_ placement: Placement, in field: Field, _ closeness: Closeness) -> Int {
    place(placement, in: field) - remoteness(closeness)
  }

  /// The best grade that a field can give.
  static func bestGrade(in field: Field) -> Int { grade(.whole, in: field, .literal) }

  /// The best that a word found neither in the title nor the code nor a keyword can get.
  static let bestCategoryGrade = bestGrade(in: .category)

  /// How many grades a prior can lift a phrase by: as much as a word's start is worth.
  static let priorLimit = titleWordStart - titleInside

  /// The score where nothing was asked for but what is not wanted.
  static let scoreOfAll = 1

  /// The score that the points of a prior add.
  static func score(ofPrior points: Int) -> Int {
    points * priorLimit * (longestTitle + 1) / Prior.maximum
  }

  /// The best score of phrases with a grade and titles of so many units or more.
  static func bestScore(grade: Int, titleLength: Int) -> Int {
    score(grades: grade, words: 1, titleLength: titleLength)
  }

  /// Titles of this many units and more are equally long.
  private static let longestTitle = 63

  /// The score of a phrase: grades first, then the length of its title in units.
  static func score(grades: Int, words: Int, titleLength: Int) -> Int {
    grades * (longestTitle + 1) / words + longestTitle - min(titleLength, longestTitle)
  }
}
