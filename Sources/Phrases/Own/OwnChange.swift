/// Something that an agent does to her own phrases, or to how she sees those of others.
///
/// Each is one transaction of the store, and each can be done again with nothing changed.
public enum OwnChange: Equatable, Sendable {
  /// Writes a new phrase of her own, behind another where one is given and stands in the same place; with
  /// `versionOf` it stands in the place of that phrase from now on. The id of the phrase is not used:
  /// the store makes one.
  case add(Phrase, behind: PhraseKey?, versionOf: Phrase?)
  /// Gives one of her own these contents. `over` is the text that was corrected: where another desk has kept
  /// another one meanwhile, that goes into the bin.
  case edit(Phrase, over: String? = nil)
  /// Puts one of her own into the bin, for ``binDays``.
  case bin(PhraseKey)
  case restore(PhraseKey)
  /// Takes the phrase that her version stands in the place of: hers goes into the bin.
  case takeOriginal(PhraseKey)
  /// Keeps her version although the phrase it was made of, which is given as it reads now, has changed.
  case keepVersion(PhraseKey, over: Phrase)
  /// Pins a phrase to a row from 1 to 9; what was pinned there, or where the phrase was, is not any more.
  case pin(PhraseKey, row: Int)
  case unpin(PhraseKey)
  /// Gives a phrase of others a code of her own; an empty one is none.
  case code(PhraseKey, String)
  case hide(PhraseKey)
  case show(PhraseKey)
  /// Orders the phrases of a place, all of them or the first; empty for the file's order again.
  case order([PhraseKey], in: Arrangement.Place)
  /// Orders the names below a place; empty for the file's order again.
  case orderCategories([String], below: Arrangement.Place)
  /// Gives up her order everywhere.
  case dropOrder
  /// Fills placeholders of a name with a value from now on.
  case value(String, name: String)
  case dropValue(name: String)

  /// How long what is in the bin can be had back, in days.
  public static let binDays = 30
}
