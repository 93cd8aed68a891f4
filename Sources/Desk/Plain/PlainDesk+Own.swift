import Phrases
import Search

/// What is the agent's own, and her customer's, by lines that begin with a colon.
extension PlainDesk {
  mutating func perform(_ command: PlainCommand.Own) -> Answer {
    switch command {
    case .nextCustomer:
      conversation = Conversation()
      return Answer(lines: [say(.conversationEnded)])
    case .slip: return listSlip()
    case .takeOffers:
      conversation.takeOffers(patterns, clock)
      return listSlip()
    case .forget(let name):
      // What other names for the same would offer again goes with it.
      let names = patterns.first { $0.isFor(name) }?.names ?? []
      let forgotten = ([name] + names).filter { conversation.forget($0) }
      return Answer(lines: [say(forgotten.isEmpty ? .noValues : .forgotten(name))])
    case .history: return list(sentBefore, under: .sentBefore)
    case .news: return listNews()
    case .pins: return listPins()
    case .pin(let hit, let row):
      guard (1...Arrangement.pinLimit).contains(row) else { return Answer(lines: [say(.whichRow)]) }
      return change(hit) { .pin($0.key, row: row) }
    case .unpin(let row):
      guard let key = own.arrangement.pins[row] else { return Answer(lines: [say(.noSuchNumber)]) }
      return Answer(effects: [.change(.unpin(key))])
    case .write: return write(.new)
    case .edit(let hit):
      guard let phrase = phrase(hit) else { return Answer(lines: [say(.noSuchNumber)]) }
      return write(phrase.level == .personal ? .edit(phrase) : .version(phrase))
    case .bin(let hit):
      guard let phrase = phrase(hit) else { return Answer(lines: [say(.noSuchNumber)]) }
      guard phrase.level == .personal else { return Answer(lines: [say(.notOwn)]) }
      return Answer(effects: [.change(.bin(phrase.key))])
    case .putAside: return Answer(effects: [.listPutAside])
    case .restore(let number):
      guard putAside.indices.contains(number - 1) else {
        return Answer(lines: [say(.noSuchNumber)])
      }
      return Answer(effects: [.change(putAside[number - 1])])
    case .code(let hit, let code): return change(hit) { .code($0.key, code) }
    case .hide(let hit): return change(hit) { .hide($0.key) }
    case .move(let hit, let step): return move(hit, by: step)
    case .report(let hit, let kind, let remark):
      guard let phrase = phrase(hit) else { return Answer(lines: [say(.noSuchNumber)]) }
      return Answer(effects: [
        .report(PhraseReport(kind: kind, key: phrase.key, title: phrase.title, remark: remark))
      ])
    case .reportMissing(let title):
      return Answer(effects: [
        .report(PhraseReport(kind: .missing, key: nil, title: title, remark: ""))
      ])
    case .values:
      let values = own.values.sorted { $0.key < $1.key }
      guard !values.isEmpty else { return Answer(lines: [say(.noValues)]) }
      return Answer(lines: values.map { words.visible("{{\($0.key)}} = \($0.value)") })
    case .value(let name, let text):
      return Answer(effects: [
        .change(text.isEmpty ? .dropValue(name: name) : .value(text, name: name))
      ])
    case .unknown(let text): return Answer(lines: [say(.noSuchCommand(text))])
    }
  }

  private func phrase(_ hit: Int) -> Phrase? { listing.hit(hit).map { library.phrase($0.number) } }

  private func change(_ hit: Int, _ change: (Phrase) -> OwnChange) -> Answer {
    guard let phrase = phrase(hit) else { return Answer(lines: [say(.noSuchNumber)]) }
    return Answer(effects: [.change(change(phrase))])
  }

  private mutating func move(_ hit: Int, by step: Int) -> Answer {
    guard let phrase = phrase(hit) else { return Answer(lines: [say(.noSuchNumber)]) }
    let newest = (waiting ?? listed).library.keys(inPlaceOf: phrase)
    guard let keys = newest.map({ own.ordered($0, in: phrase.place) }),
      let index = keys.firstIndex(of: phrase.key),
      keys.indices.contains(index + step)
    else { return Answer(lines: [Notice.own(.orderEnd).sentence(language)]) }
    let change = own.order(
      moving: phrase.key, to: index + step, among: keys, in: phrase.place)
    own.apply(change)
    return Answer(effects: [.change(change)])
  }

  // MARK: - Listing

  private mutating func list(_ keys: [PhraseKey], under heading: PlainSentence) -> Answer {
    turnToNewer()
    let hits = keys.compactMap { number(of: $0).map { Hit(number: $0, score: 0) } }
    guard !hits.isEmpty else { return Answer(lines: [say(.nothingLikeThat)]) }
    listing = PlainListing(.hits(hits))
    return Answer(lines: [say(heading)] + nextPage())
  }

  /// Each with its row, which an empty line reads it in.
  private mutating func listPins() -> Answer {
    turnToNewer()
    let lines = own.arrangement.pins.sorted { $0.key < $1.key }.compactMap { row, key in
      number(of: key).map { words.visible("\(row). \(library.phrase($0).title)") }
    }
    return Answer(lines: lines.isEmpty ? [say(.nothingLikeThat)] : [say(.pinned)] + lines)
  }

  /// A phrase that is shown, or her version in its place.
  private func number(of key: PhraseKey) -> PhraseNumber? {
    library.number(of: key) ?? own.arrangement.version(of: key).flatMap(library.number)
  }

  /// The hits of an empty line, pinned phrases in their rows.
  func withPins(_ hits: [Hit]) -> [Hit] {
    FirstRows(pinned: own.arrangement.pins.compactMapValues(number)).arranged(hits)
  }

  /// What was sent in this conversation and before, each once, the last first.
  private var sentBefore: [PhraseKey] {
    var seen: Set<PhraseKey> = []
    let here = conversation.sent.flatMap(\.outgoing.keys)
    return (here + own.sends.map(\.key)).filter { seen.insert($0).inserted }
  }

  private func listSlip() -> Answer {
    let slip = conversation.slip
    guard !slip.isEmpty else { return Answer(lines: [say(.noValues)]) }
    let given = slip.values.map { "{{\($0.name)}} = \($0.value.text)" }
    let offered = slip.offers.map { "{{\($0.name)}} ? \($0.text)" }
    return Answer(lines: (given + offered).map(words.visible))
  }

  // MARK: - Writing

  private mutating func write(_ purpose: PlainWriting.Purpose) -> Answer {
    step = .writing(PlainWriting(purpose))
    return Answer(lines: [say(.howToWrite)])
  }

  mutating func take(_ line: String, into old: PlainWriting) -> Answer {
    var writing = old
    switch writing.take(line) {
    case nil:
      step = .writing(writing)
      return Answer()
    case .nothing?:
      step = .choosing
      return Answer(lines: [Notice.own(.nothingToKeep).sentence(language)])
    case .change(let change)?:
      step = .choosing
      return Answer(effects: [.change(change)])
    }
  }
}
