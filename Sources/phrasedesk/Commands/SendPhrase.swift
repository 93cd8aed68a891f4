import ArgumentParser
import Desk
import Keeping
import Phrases
import Search

struct SendPhrase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send",
    abstract: "Sends the best hit of a query, without the desk.",
    discussion: """
      What is not filled in, looks so, or has expired is refused, exit code 2, so that a script never sends half \
      a phrase. Options stand before the query.

      EXAMPLES
        phrasedesk send fhsj
        phrasedesk send --set 订单号=8012 --print 催发货
        phrasedesk send --id starter/zh-001
        phrasedesk send --send-to pane:%3 fhsj
      """)

  @OptionGroup var phrases: PhraseOptions
  @OptionGroup var destination: DestinationOption

  @Option(
    help: ArgumentHelp(
      "The phrase itself: SOURCE/ID, or its id alone where only one phrase has it.",
      valueName: "id"))
  var id: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Fills in a placeholder; may be repeated.", valueName: "name=value"))
  var values: [String] = []

  @Flag(help: "Write the phrase to standard output instead of sending it.")
  var print = false

  @Flag(help: "Copy the phrase's file instead of its text; with --print, write where it is.")
  var attachment = false

  @Flag(help: "Send a phrase although it is not valid today.")
  var expired = false

  @Flag(help: "Send a phrase although it looks unfilled, as with [order number] in it.")
  var asIs = false

  @Argument(help: ArgumentHelp("What to look for.", valueName: "query"))
  var words: [String] = []

  func validate() throws {
    let isBlank = words.allSatisfy { $0.allSatisfy(\.isWhitespace) }
    guard isBlank != (id == nil) else {
      throw ValidationError(CommandSentence.noPhraseNamed.sentence(.current))
    }
    var names: Set<Substring> = []
    for value in values {
      let name = value.prefix { $0 != "=" }
      if name.isEmpty || name.count == value.count || !names.insert(name).inserted {
        throw ValidationError(CommandSentence.badValue(value).sentence(.current))
      }
    }
  }

  func run() throws {
    let context = Context()
    context.tellProblems()
    let keeper = context.keeper(context.opening(phrases))
    let phrase = try choose(context, keeper)
    if attachment {
      var dispatch = Dispatch(phrase, isAgreed: expired)
      dispatch.contested = keeper.arrangement.withVersions(of: context.contested)
      try allow(phrase, context) { [dispatch] () throws(Dispatch.Obstacle) in
        try dispatch.check(on: SystemClock.moment.day)
      }
      return try context.send(attachmentOf: phrase, keeper, isPrinted: print)
    }
    let outgoing = Outgoing(try message(of: phrase, context, keeper))
    if print { return try context.print(outgoing, keeper) }
    let sendTo = destination.sendTo ?? Destination(context.loaded.configured.send.to)
    try context.send(outgoing, to: sendTo, keeper)
  }

  private func choose(_ context: Context, _ keeper: Keeper) throws -> Phrase {
    guard let id else { return try bestHit(context, keeper) }
    let phrases = try context.open(keeper).phrases.filter { !$0.isDraft }
    let named = phrases.filter { $0.key.description == id }
    // Her own version stands in the place of the phrase that scripts name.
    let versions = keeper.arrangement.originals.filter {
      $0.value.key.description == id || named.isEmpty && $0.value.key.id == id
    }.keys
    let candidates =
      (named.isEmpty ? phrases.filter { $0.key.id == id } : named)
      + phrases.filter { versions.contains($0.key) }
    guard let phrase = candidates.first else {
      throw CommandFailure(.nothing, CommandSentence.noSuchID(id).sentence(context.language))
    }
    guard candidates.count == 1 else {
      let keys = candidates.map(\.key.description)
      throw CommandFailure(
        .wrongUse, CommandSentence.ambiguousID(id, keys).sentence(context.language))
    }
    return phrase
  }

  /// The best hit of the query; one that is only nearly what was asked for is not sent unseen.
  private func bestHit(_ context: Context, _ keeper: Keeper) throws -> Phrase {
    let text = words.joined(separator: " ")
    let finder = try context.finder(keeper)
    guard let hit = finder.search(finder.query(text), limit: 1).hits.first else {
      throw CommandFailure(.nothing, CommandSentence.nothingFound(text).sentence(context.language))
    }
    let phrase = finder.library.phrase(hit.number)
    guard hit.tier < .typo else {
      let sentence = CommandSentence.onlyForgiven(phrase.title, phrase.key)
      throw CommandFailure(.wrongUse, sentence.sentence(context.language))
    }
    return phrase
  }

  private func message(
    of phrase: Phrase, _ context: Context, _ keeper: Keeper
  ) throws -> Dispatch.Message {
    var dispatch = Dispatch(phrase, isAgreed: expired)
    dispatch.isAsIs = asIs
    // Nobody is there to be asked.
    dispatch.takesDefaults = true
    dispatch.contested = keeper.arrangement.withVersions(of: context.contested)
    dispatch.standing = context.settings.values.merging(keeper.arrangement.values) { $1 }
    let moment = SystemClock.moment
    try allow(phrase, context) { [dispatch] () throws(Dispatch.Obstacle) in
      try dispatch.check(on: moment.day)
    }
    let values = givenValues
    // --set may name what looks unfilled as well.
    let ownNames = dispatch.template.names
    dispatch.fillsBlanks =
      values.keys.contains { !ownNames.contains($0) } || dispatch.hasBlank(namedIn: values.keys)
    let names = dispatch.template.names
    if let unknown = values.keys.sorted().first(where: { !names.contains($0) }) {
      throw CommandFailure(
        .wrongUse, CommandSentence.noSuchPlaceholder(unknown, names).sentence(context.language))
    }
    return try allow(phrase, context) { [dispatch] () throws(Dispatch.Obstacle) in
      try dispatch.message(at: moment, filledWith: values)
    }
  }

  private func allow<Value>(
    _ phrase: Phrase, _ context: Context, _ body: () throws(Dispatch.Obstacle) -> Value
  ) throws -> Value {
    do throws(Dispatch.Obstacle) {
      return try body()
    } catch {
      var sentence = CommandSentence.mayNotGo(phrase.title, error)
      if case .unfilled(let names) = error {
        let placeholders = Template(phrase.text).placeholders
        let options = names.map { name in placeholders.first { $0.name == name }?.options ?? [] }
        sentence = .needsValues(phrase.title, names, options: options)
      }
      throw CommandFailure(.wrongUse, sentence.sentence(context.language))
    }
  }

  private var givenValues: [String: String] {
    let pairs = values.map { value in
      value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    }
    return Dictionary(pairs.map { ($0[0], $0[1]) }) { first, _ in first }
  }
}
