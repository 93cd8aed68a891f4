import Phrases
import Search

/// The desk as a conversation in lines, for screen readers and bad links.
///
/// A value, as ``Desk`` is: a line typed goes in, lines to be said and effects come out. It searches
/// as the desk does, and nothing that was said is changed afterwards: a number means what was read
/// last. Every line is safe to be written to a terminal as it is.
public struct PlainDesk: Sendable {
  /// What is said to a line, and what is to be done.
  public struct Answer: Sendable {
    public var lines: [String] = []
    public var effects: [Effect] = []
  }

  /// What the next line is taken for.
  enum Step: Sendable {
    case choosing
    case filling(PlainFilling)
    /// A text that was filled in and read back, with the values.
    case reading(Dispatch, [String: String], text: String)
    case asking(Dispatch)
    /// What looks unfilled, with the values that the placeholders have.
    case askingForBlanks(Dispatch, [String: String])
    case writing(PlainWriting)
  }

  public let purpose: Desk.Purpose
  /// Where phrases go.
  let destination: Destination
  let words: PlainLines
  private let options: SearchOptions
  let patterns: [ValuePattern]
  var listed = Arrival()
  /// Newer phrases, for the next list: numbers stand for what was read.
  var waiting: Arrival?
  private var sources: [SourceFacts] = []
  /// What happened since the last line, to be said before the next prompt.
  var news: [PlainSentence] = []
  /// What became of phrases in the last days, the newest first.
  var recent: [RecentChange] = []
  /// What became of phrases since the agent last looked.
  var unseen = SourceNews()
  /// What has back what was read last of the bin and of what is hidden.
  var putAside: [OwnChange] = []
  /// Departments, categories and subcategories, each below what it stands in.
  private var categories: [CategoryTree.Node] = []
  private var contested: Set<PhraseKey> = []
  var step = Step.choosing
  var listing = PlainListing.none
  /// The category that was gone into; its phrases stand first for an empty line.
  private var entered: CategoryTree.Node?
  /// Nothing tells here which customer it is, so values are offered as doubtful soon.
  var conversation = Conversation()
  var clock = DeskClock()
  /// The agent's own values: what placeholders of these names are filled with.
  var own: Own
  private var effort = PlainEffort()
  /// A query whose hits nothing was sent of yet.
  private var attempt: (query: String, hits: Int)?

  public init(
    purpose: Desk.Purpose, destination: Destination = .clipboard, language: Language,
    options: SearchOptions, patterns: [ValuePattern]? = nil, values: [String: String] = [:]
  ) {
    self.purpose = purpose
    self.destination = destination
    words = PlainLines(language: language)
    self.options = options
    own = Own(defaults: values)
    self.patterns = patterns ?? ValuePattern.standard(language)
  }

  var library: Library { listed.library }
  var language: Language { words.language }

  // MARK: - What the world tells

  /// Takes the phrases, and says how many there are and how to begin.
  public mutating func begin(
    with library: Library, _ prior: Prior = .none, from origin: Origin
  ) -> [String] {
    waiting = Arrival(library: library, prior: prior, origin: origin)
    turnToNewer()
    let count = CategoryTree(library).total
    return [
      say(.greeting(count, Label.origin(origin).sentence(language))), say(.briefly(purpose)),
    ]
  }

  /// Takes other phrases, which the next search finds.
  public mutating func take(_ library: Library, _ prior: Prior = .none) {
    own.notePhrases()
    waiting = Arrival(library: library, prior: prior, origin: listed.origin)
    news.removeAll { if case .updated = $0 { true } else { false } }
    news.append(.updated(CategoryTree(library).total))
  }

  /// Takes how the sources stand; what needs somebody is news once.
  public mutating func take(_ sources: [SourceFacts]) {
    // One that is being asked stands as it did, or has yet to be heard of.
    let settled = sources.compactMap { source in
      source.isSyncing ? self.sources.first { $0.name == source.name } : source
    }
    for source in settled {
      let before = self.sources.first { $0.name == source.name }
      let isUrgent = source.needsAttention || before?.needsAttention == true
      if isUrgent, source.standing != before?.standing {
        news.append(.source(source))
      }
    }
    self.sources = settled
  }

  /// Takes what the agent has arranged.
  public mutating func take(_ arrangement: Arrangement) {
    own.take(arrangement, originals: own.originals)
  }

  /// Takes what was sent before, the last first.
  public mutating func take(_ sends: [EarlierSend]) { own.take(sends) }

  /// Takes whether something of the agent's own was kept, and says so.
  public mutating func take(
    _ change: OwnChange, hasChanged: Bool, failure: String?
  ) {
    if failure == nil { own.noteKept(change) } else { own.takeBack(change) }
    news.append(failure.map { .notice(.sentence($0, isError: true)) } ?? .kept(hasChanged))
  }

  /// Takes the phrases that versions withdraw or reword which wait.
  public mutating func take(contested keys: Set<PhraseKey>) { contested = keys }

  /// Takes something that is to be said.
  public mutating func take(_ notice: Notice) { news.append(.notice(notice)) }

  /// What happened since this was asked last; nothing in the midst of a phrase.
  public mutating func takeNews() -> [String] {
    guard case .choosing = step else { return [] }
    defer { news = [] }
    return news.map(say)
  }

  mutating func turnToNewer() {
    guard let waiting else { return }
    listed = waiting
    self.waiting = nil
    // Its numbers stand for phrases of the other library.
    listing = .none
    categories = CategoryTree(library).nodes.filter { $0.parent != nil }
    entered = entered.flatMap { old in categories.first { $0.scope == old.scope } }
  }

  /// Takes what use says of the phrases of a library, which counts from the next search on.
  public mutating func take(_ prior: Prior, of library: Library?) {
    if let library, library == waiting?.library { waiting?.prior = prior }
    if library == nil || library == self.library { listed.prior = prior }
  }

  /// Takes the local date.
  public mutating func take(_ day: Day?) { clock.day = day }

  /// Takes the local time.
  public mutating func take(_ time: TimeOfDay) { clock.timeOfDay = time }

  /// The line that stands before what is typed, without a line break behind it.
  public var prompt: String {
    switch step {
    case .choosing: "> "
    case .asking, .reading: "y/n> "
    case .askingForBlanks: "y/Enter> "
    case .writing(let writing): say(writing.question) + " "
    case .filling(let filling):
      say(.value(filling.name ?? "", filling.choice, offered: filling.offer)) + " "
    }
  }

  // MARK: - What is typed

  /// Takes a line that was typed at that time.
  ///
  /// Several lines that came together are a customer's message, and never a command: they send nothing.
  public mutating func take(_ line: String, at time: Milliseconds) -> Answer {
    clock.now = time
    effort.take(line, at: time)
    switch step {
    case .choosing:
      return line.contains(where: \.isNewline) ? search(line) : perform(PlainCommand(line))
    case .asking(var dispatch):
      step = .choosing
      dispatch.isAgreed = PlainDesk.isYes(line)
      return dispatch.isAgreed ? proceed(with: dispatch) : Answer(lines: [say(.notSent)])
    case .askingForBlanks(let dispatch, let values):
      step = .choosing
      return answer(line, aboutBlanksOf: dispatch, values)
    case .filling(let filling): return take(line, into: filling)
    case .writing(let writing): return take(line, into: writing)
    case .reading(let dispatch, let values, let text):
      step = .choosing
      guard PlainDesk.isYes(line) else { return Answer(lines: [say(.notSent)]) }
      return proceed(with: dispatch, filledWith: values, read: text)
    }
  }

  /// Refuses a line that is longer than any query or value.
  public func refuseLongLine() -> Answer { Answer(lines: [say(.tooLong)]) }

  /// Ends the desk, as `q` does.
  public mutating func close() -> Answer {
    Answer(effects: giveUp() + [.finish(purpose == .pick ? .cancelled : .quit)])
  }

  private mutating func perform(_ command: PlainCommand) -> Answer {
    switch command {
    case .first: return listFirst()
    case .more:
      return listing.shown < listing.count
        ? Answer(lines: nextPage()) : Answer(lines: [say(.noMore)])
    case .category(nil): return listCategories()
    case .category(0?): return enter(nil)
    case .category(let number?):
      guard categories.indices.contains(number - 1) else { break }
      return enter(categories[number - 1])
    case .text(let number):
      guard let hit = listing.hit(number) else { break }
      return Answer(lines: words.wholeText(of: library.phrase(hit.number)))
    case .number(let number): return choose(number)
    case .help: return Answer(lines: PlainSentence.help(purpose, language))
    case .quit: return close()
    case .search(let text): return search(text)
    case .own(let command): return perform(command)
    }
    return Answer(lines: [say(.noSuchNumber)])
  }

  /// Sends the hit of a number, or goes into the category: whichever was read with it last.
  private mutating func choose(_ number: Int) -> Answer {
    if let node = listing.category(number) { return enter(node) }
    guard let hit = listing.hit(number) else {
      // 618 is a sale rather than a hit that nobody has read.
      return number > 99 ? search("\(number)") : Answer(lines: [say(.noSuchNumber)])
    }
    return proceed(with: Dispatch(library.phrase(hit.number)))
  }

  // MARK: - Listing

  private mutating func search(_ text: String) -> Answer {
    guard !text.isEmpty else { return listFirst() }
    let givenUp = giveUp()
    effort.begin()
    turnToNewer()
    let isMessage = CustomerMessage.isMessage(text)
    let result =
      isMessage ? suggestions(for: text) : found(Query(text, options: options), in: .all)
    if isMessage { conversation.offer(patterns.values(in: text), isMessage: true) }
    if !isMessage { attempt = (text, result.total) }
    listing = PlainListing(.hits(result.hits))
    guard !result.hits.isEmpty else {
      return Answer(lines: [say(.nothingFound(text))], effects: givenUp)
    }
    let heading = say(isMessage ? .suggested(result.hits.count) : .found(result.total, text))
    return Answer(lines: [heading] + nextPage(), effects: givenUp)
  }

  private mutating func listFirst() -> Answer {
    effort.begin()
    turnToNewer()
    var result = found(Query(""), in: entered?.scope ?? .all)
    if entered == nil { result.hits = withPins(result.hits) }
    listing = PlainListing(.hits(result.hits))
    guard !result.hits.isEmpty else { return Answer(lines: [say(.noPhrases)]) }
    let heading =
      entered.map { say(.category(words.name(of: $0), $0.count)) }
      ?? say(.all(result.total))
    return Answer(lines: [heading] + nextPage())
  }

  private func found(_ query: Query, in scope: Scope) -> SearchResult {
    var run = SearchRun(
      query: query, library: library, scope: scope, prior: listed.prior, limit: Desk.hitLimit)
    run.finish()
    return run.result
  }

  private func suggestions(for message: String) -> SearchResult {
    var run = SuggestionRun(message: message, library: library, limit: Desk.hitLimit)
    run.finish()
    return run.result
  }

  private mutating func listCategories() -> Answer {
    turnToNewer()
    guard !categories.isEmpty else { return Answer(lines: [say(.noCategories)]) }
    listing = PlainListing(.categories(categories))
    return Answer(lines: [say(.categories(categories.count))] + nextPage())
  }

  private mutating func enter(_ node: CategoryTree.Node?) -> Answer {
    entered = node
    return listFirst()
  }

  mutating func nextPage() -> [String] {
    let places = listing.turn()
    var lines: [String] = []
    switch listing.items {
    case .hits(let hits):
      for place in places {
        let tier = hits[place].tier
        if tier != .exact, place == 0 || hits[place - 1].tier != tier {
          lines.append(say(.forgiven(Label.tier(tier).sentence(language))))
        }
        lines += words.lines(
          of: library.phrase(hits[place].number), number: place + 1, on: clock.day)
      }
    case .categories(let nodes):
      for place in places {
        lines.append(words.line(of: nodes[place], number: place + 1))
      }
    }
    if listing.shown < listing.count { lines.append(say(.more(listing.count - listing.shown))) }
    return lines
  }

  // MARK: - Sending

  /// Goes on with a phrase as far as it may go: out, to its placeholders, or to a question.
  ///
  /// What was filled in goes out once it was `read` as it is: nobody sees it here.
  mutating func proceed(
    with dispatch: Dispatch, filledWith values: [String: String] = [:], read: String? = nil
  ) -> Answer {
    step = .choosing
    let (gone, reworded) = dispatch.differences(from: waiting ?? listed)
    if let phrase = gone.first { return Answer(lines: [say(.withdrawn(phrase.title))]) }
    if let phrase = reworded.first { return show(reworded: phrase) }
    var dispatch = dispatch
    dispatch.contested = own.arrangement.withVersions(of: contested)
    dispatch.standing = own.values
    do throws(Dispatch.Obstacle) {
      let message = try dispatch.message(at: clock.moment, filledWith: values)
      guard dispatch.template.placeholders.isEmpty || message.text == read else {
        step = .reading(dispatch, values, text: message.text)
        return Answer(
          lines: [say(.readBack)] + words.lines(of: message.text) + [say(.questionOfText)])
      }
      return send(Outgoing(message), of: dispatch.phrases)
    } catch {
      switch error {
      case .withdrawn(let title): return Answer(lines: [say(.withdrawn(title))])
      case .invalid(let title, let validity, _):
        step = .asking(dispatch)
        return Answer(lines: [
          words.visible(Label.question(title: title, validity).sentence(language)), say(.question),
        ])
      case .looksUnfilled(let blanks):
        step = .askingForBlanks(dispatch, values)
        return Answer(lines: [
          words.visible(Label.looksUnfilled(blanks).sentence(language)), say(.questionOfBlanks),
        ])
      case .unfilled(let names):
        let filling = PlainFilling(
          dispatch, offers: conversation.offers(for: names, patterns, clock), given: values,
          at: clock.moment)
        step = .filling(filling)
        return Answer(lines: [say(.toFillIn(dispatch.title, filling.count))])
      case .empty: return Answer(lines: [Notice.nothingToSend.sentence(language)])
      }
    }
  }

  /// Says how a phrase reads now, and gives it the number 1.
  private mutating func show(reworded phrase: Phrase) -> Answer {
    turnToNewer()
    listing = PlainListing(
      .hits(library.number(of: phrase.key).map { [Hit(number: $0, score: 0)] } ?? []))
    return Answer(
      lines: [say(.reworded(phrase.title))] + nextPage() + words.wholeText(of: phrase))
  }

  private mutating func send(_ outgoing: Outgoing, of phrases: [Phrase]) -> Answer {
    var outgoing = outgoing
    outgoing.origins = phrases
    outgoing.effort = effort.stop()
    attempt = nil
    return Answer(effects: [
      purpose == .pick ? .finish(.picked(outgoing)) : .deliver(outgoing, to: destination)
    ])
  }

  /// Takes that a phrase went out: what could not go was not sent.
  public mutating func note(sent outgoing: Outgoing) {
    conversation.note(outgoing, of: outgoing.origins, clock)
    own.note(sent: outgoing.keys, on: clock.day, clock, way: "")
  }

  /// What is to be kept of a search that nothing was sent of.
  private mutating func giveUp() -> [Effect] {
    defer { attempt = nil }
    return attempt.map { [.noteFruitless(query: $0.query, hits: $0.hits)] } ?? []
  }

  func say(_ sentence: PlainSentence) -> String { words.say(sentence) }
}
