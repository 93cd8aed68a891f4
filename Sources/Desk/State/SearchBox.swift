import Phrases

/// The search box: what is typed, or the pasted message that it stands for, and where that is
/// looked for.
struct SearchBox: Equatable, Sendable {
  private(set) var field = TextField()
  /// A message that was pasted, of which the field shows the beginning.
  private(set) var pastedMessage: String?
  /// What was typed before it was pasted, for whoever undoes that.
  private var fieldBeforePaste: TextField?
  /// Whether only what is below the selected category is searched.
  var isLimited = false
  /// What is being looked for; nil while the box is empty, and after a phrase was sent.
  private var attempt: SearchAttempt?

  var text: String { field.text }
  var isEmpty: Bool { field.isEmpty }
  /// Whether the next letter replaces what is typed.
  var isSelected: Bool { field.isSelected }

  /// A customer's own words, pasted or typed; nil for a query.
  var message: String? { pastedMessage ?? (CustomerMessage.isMessage(text) ? text : nil) }

  // MARK: - Typing

  /// Acts on a key.
  ///
  /// - Returns: whether it was one that edits, so that the search begins anew.
  mutating func edit(_ key: Key) -> Bool {
    if Edit(key) == .undo, let before = fieldBeforePaste {
      (field, pastedMessage, fieldBeforePaste) = (before, nil, nil)
      return true
    }
    var edited = field
    guard edited.edit(key) else { return false }
    if pastedMessage != nil {
      // The field holds only its beginning: there is nothing to move in or to change, only to
      // replace.
      guard edited.text != text else { return false }
      edited.forgetEdits()
      (pastedMessage, fieldBeforePaste) = (nil, nil)
    }
    field = edited
    return true
  }

  /// Whether a key is to undo something, and there is nothing.
  func cannotUndo(_ key: Key) -> Bool {
    var edited = field
    return Edit(key) == .undo && !edited.edit(key)
  }

  /// Takes a paste in: a block of text is the customer's own words, anything shorter a part of the
  /// query.
  ///
  /// - Returns: false, with nothing changed, where the query would become too long.
  mutating func paste(_ text: String) -> Bool {
    if CustomerMessage.isMessage(text) {
      if pastedMessage == nil { fieldBeforePaste = field }
      pastedMessage = text
      field = TextField(CustomerMessage.oneLine(text))
      field.selectAll()
      return true
    }
    guard field.insert(text) else { return false }
    forgetMessage()
    return true
  }

  /// Puts a query in place of whatever stands there.
  mutating func replace(with query: String) {
    field = TextField(query)
    forgetMessage()
  }

  mutating func selectAll() { field.selectAll() }

  /// Places the cursor; a pasted message is replaced, not edited.
  mutating func moveCursor(toColumn column: Int, width: Int) {
    guard pastedMessage == nil else { return }
    field.moveCursor(toColumn: column, width: width)
  }

  /// Empties the box, and with it goes the limit of what was looked for.
  ///
  /// Nothing brings back what stood there, which may be another customer's.
  mutating func clear() {
    deleteAll()
    forgetEdits()
  }

  /// Empties the box as a key does: Ctrl+Z brings back a query, but never a customer's message.
  mutating func deleteAll() {
    field.deleteAll()
    forgetMessage()
    isLimited = false
  }

  /// What was typed for one customer is not brought back for another.
  mutating func forgetEdits() {
    field.forgetEdits()
    fieldBeforePaste = nil
  }

  private mutating func forgetMessage() {
    guard pastedMessage != nil else { return }
    pastedMessage = nil
    forgetEdits()
  }

  /// Empties the box for something else.
  ///
  /// - Returns: what stood in it, for ``restore(_:)``.
  mutating func putAside() -> SearchBox {
    var aside = self
    aside.attempt = nil
    clear()
    return aside
  }

  mutating func restore(_ aside: SearchBox) {
    let attempt = attempt
    self = aside
    self.attempt = attempt
  }

  // MARK: - What is looked for

  /// The search has found what it was for.
  mutating func endAttempt() { attempt = nil }

  /// Follows the box from what it was before an event that found so many phrases.
  ///
  /// - Returns: an attempt that was given up with nothing sent.
  mutating func follow(
    from before: SearchBox, isPasted: Bool, hits: Int, _ effects: [Effect]
  ) -> SearchAttempt? {
    if effects.contains(where: \.isSending) {
      attempt = nil
      return nil
    }
    var givenUp: SearchAttempt?
    let text = text
    let isChanged = text != before.text
    if isChanged, text.isEmpty || before.isSelected || isPasted { givenUp = giveUp() }
    if text.isEmpty { return givenUp }
    if isChanged {
      var now = attempt ?? SearchAttempt()
      now.take(text, hits: hits, isMessage: isPasted || message != nil)
      attempt = now
    } else if attempt?.query == text {
      attempt?.take(text, hits: hits, isMessage: false)
    }
    if effects.contains(where: \.isEnd) { givenUp = giveUp() }
    return givenUp
  }

  private mutating func giveUp() -> SearchAttempt? {
    defer { attempt = nil }
    return attempt.flatMap { $0.isMessage ? nil : $0 }
  }
}
