import Phrases
import Search

/// Which phrases the desk works on.
///
/// Those that come while others are listed wait beside them, until a key changes the list: nobody
/// reads a list again between the look and the key. What Enter means is looked up in them all the
/// same, so nothing goes out that was taken back.
extension Desk {
  /// Takes phrases that came: at once where none are listed or a start goes on, else to wait.
  ///
  /// `count` says how many there will be, while only the first of them are there.
  mutating func take(_ arrival: Arrival, expecting count: Int?) {
    own.notePhrases()
    let isStarting = listed.origin == .loading || list.expectedCount != nil
    list.expect(count)
    if own.isChanging, count == nil, !isStarting { return show(changed: arrival) }
    guard isStarting || count != nil || list.hits.isEmpty else {
      waiting = arrival
      return
    }
    let old = library
    use(arrival)
    if news.visit != nil { return showChanges(selecting: nil) }
    let (search, _) = newSearch()
    list.firstRows = firstRows
    list.grow(search, from: old, to: library, height: layout.listRows)
  }

  /// Shows at once what the agent has just done herself; nothing goes out before it has been drawn.
  private mutating func show(changed arrival: Arrival) {
    own.isChanging = false
    waiting = arrival
    mustBeDrawn = true
    let (selected, said) = (selectedPhrase, notice)
    if news.visit == nil { find(selecting: selected) } else { refreshChanges(selecting: selected) }
    // That what she has hidden or thrown away is gone is nothing to say.
    notice = said
  }

  /// Takes what use says of phrases, which may be those that wait.
  mutating func take(_ prior: Prior, of library: Library?) {
    if let library, library == waiting?.library {
      waiting?.prior = prior
    } else if library == nil || library == self.library {
      listed.prior = prior
    }
  }

  /// Goes over to the phrases that wait, for a key that changes the list in any case.
  mutating func takeUpWaiting() {
    if let waiting { use(waiting) }
  }

  mutating func use(_ arrival: Arrival) {
    listed = arrival
    waiting = nil
    pictures.forget()
    forgetDepartmentWithoutPhrases()
    tree = tree.moved(to: library, audience: department)
    // A limit to a category that is gone would be one to all.
    if tree.selected.parent == nil { search.isLimited = false }
  }

  /// The phrases as they read by now, whether they are listed yet or wait.
  var newest: Arrival { waiting ?? listed }

  /// Compares what is to go out, as the agent has read it, with the phrases as they read by now.
  ///
  /// - Returns: nil where a phrase is gone or reads otherwise. That is said and shown then, and
  ///   nothing goes out before it has been drawn.
  mutating func confirm(_ dispatch: Dispatch) -> Dispatch? {
    guard !mustBeDrawn else { return nil }
    if isBehind {
      notice = .phrasesChanging
      return nil
    }
    let (all, reworded) = dispatch.differences(from: newest)
    // What her own version stands in the place of is there, as she read it.
    let gone = all.filter { !isBehindVersion($0) }
    guard let first = gone.first ?? reworded.first else {
      var dispatch = dispatch
      dispatch.contested = own.arrangement.withVersions(of: news.contested)
      dispatch.standing = own.values
      return dispatch
    }
    notice =
      gone.isEmpty
      ? .reworded(title: first.title, others: reworded.count - 1)
      : .withdrawn(title: first.title, others: gone.count - 1)
    conversation.followMarks(of: dispatch.keys, in: newest)
    mustBeDrawn = true
    if news.visit == nil { find(selecting: first) } else { refreshChanges(selecting: first) }
    return nil
  }
}

extension Desk {
  /// Whether a phrase is not shown because the agent's own version is, and reads as it did.
  private func isBehindVersion(_ phrase: Phrase) -> Bool {
    guard let version = own.arrangement.version(of: phrase.key) else { return false }
    return own.originals[version]?.reads(as: phrase) == true
  }
}

extension Dispatch {
  /// The phrases of it that are gone, and those that read otherwise or are valid on other days.
  func differences(from arrival: Arrival) -> (gone: [Phrase], reworded: [Phrase]) {
    var (gone, reworded): ([Phrase], [Phrase]) = ([], [])
    for phrase in phrases {
      guard let newest = arrival.phrase(phrase.key) else {
        gone.append(phrase)
        continue
      }
      if !newest.reads(as: phrase) { reworded.append(newest) }
    }
    return (gone, reworded)
  }
}

extension Phrase {
  /// Whether it would go out as another one did: in the same words, on the same days.
  func reads(as other: Phrase) -> Bool {
    text == other.text && validFrom == other.validFrom && validUntil == other.validUntil
  }
}
