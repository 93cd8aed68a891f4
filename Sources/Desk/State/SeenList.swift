import Phrases

/// What Enter, the digits and a double click meant when the list was last drawn.
///
/// Kept from the moment something other than a key changes the list until it is drawn again:
/// nothing that arrives between a look and a key changes what the key sends.
struct SeenList: Equatable, Sendable {
  /// What Enter sends, in the words that were drawn; nil where nothing was selected.
  var selected: Phrase?
  /// The phrases in sight, from the upper edge on, of which the digits number the first nine.
  var inSight: [Phrase]
  /// What Enter sends instead, where phrases were marked.
  var marked: [PhraseKey]
}
