import Phrases
import Search
import Testing

@testable import Desk

@Suite struct WordingTests {
  static let day = Day(year: 2026, month: 11, day: 11)

  static var labels: [Label] {
    guard let day else { return [] }
    let plain: [Label] = [
      .search, .searchKey, .searchHint(isShort: true), .searchHint(isShort: false), .expiredShort,
      .notYetValidShort, .searchIn("售后"), .categories, .phrases, .phrasesMarked(2),
      .sendMarked(2), .preview, .welcome, .welcomeSearch,
      .welcomeSetUp, .allPhrases,
      .everybody, .loading,
      .count(1, of: 2), .estimate(1_234, of: nil), .estimate(1_234, of: 5_000), .searching,
      .nothingSuggested, .suggestions(isPasted: true, in: nil), .indexing(1, of: 2),
      .suggestions(isPasted: false, in: "售后"), .tooSmall(rows: 1, columns: 2), .noPhrases,
      .emptyCategory,
      .nothingFound(query: "x", count: 3), .nothingFoundIn(category: "c", query: "x"),
      .foundElsewhere(2, query: "x", department: "d"), .length(1),
      .length(2), .expired, .notYetValid, .validUntil(day), .expiredOn(day), .validFrom(day),
      .origin(.loading), .origin(.starter), .origin(.file(name: "f")), .origin(.store),
      .toStandardOutput, .helpTitle, .inTextFields, .paletteTitle, .noAction, .noChoice,
      .questionTitle, .questionYes, .questionFillIn, .looksUnfilled(Blank.all(in: "[单号]")),
      .questionNo, .question(title: "t", .expired(day)),
      .question(title: "t", .notYet(day)),
      .question(title: "t", .valid), .sendsOthers(2),
      .doubtful(OfferedValue(text: "v"), hasFocus: true),
      .doubtful(OfferedValue(text: "v", timeOfDay: TimeOfDay(minutes: 5)), hasFocus: false),
      .formHint(isTextFocused: true),
      .formHint(isTextFocused: false), .choiceHint, .inForms, .keepsValue, .keepsText,
      .editsOutside,
      .sendsAsIs, .takesDimmed,
    ]
    let tiers = Tier.allCases.filter { $0 != .exact }.flatMap { [Label.tier($0), .tierShort($0)] }
    return plain + tiers + Level.allCases.map { .level($0) } + Action.allCases.map { .hint($0) }
  }

  static let sourceLabels: [SourceLabel] =
    [
      .sourcesTitle, .heldTitle(source: "s"), .heldYes, .heldNo, .heldForSupervisor,
      .readingDifference,
      .changes(1, removed: 2), .changesShort(1, removed: 2), .nothingListed, .removed(title: "t"),
      .moreRemoved(3), .removedTitle,
      .departmentTitle, .allDepartments, .phrases(of: "d"), .ago(minutes: 0),
      .ago(minutes: 5), .ago(minutes: 500), .ago(minutes: 5_000), .span(minutes: 0), .waiting(0),
      .waiting(3), .ofSources(2),
    ] + ChangeMark.allCases.map { .mark($0) }
    + [day].compactMap(\.self).flatMap { day -> [SourceLabel] in
      [
        .changed(true, day, today: day), .changed(false, day, today: nil), .day(day, today: day),
        .day(day, today: day.adding(days: 1)),
      ]
    }

  /// A source in every state that a sentence is made for.
  static let sources: [SourceFacts] = [0, 3].flatMap { version in
    let name = "s"
    return [
      SourceFacts(name: name, version: version),
      SourceFacts(name: name, version: version, checkedMinutesAgo: 2),
      SourceFacts(name: name, version: version, failure: "f", failingForMinutes: 3),
      SourceFacts(name: name, version: version, failure: "f"),
      SourceFacts(name: name, version: version, held: .init(id: "1", reason: "r")),
      SourceFacts(name: name, version: version, isUndecided: true),
      SourceFacts(name: name, version: version, isPinned: true),
      SourceFacts(name: name, version: version, isSyncing: true, addedCount: 1),
    ]
  }

  static let targetLabels: [TargetLabel] =
    [.title, .looking] + targets.flatMap { [.choice($0), .fact($0)] }

  static func sentences(_ language: Language) -> [String] {
    let ofSources = sources.flatMap { source in
      [
        source.statusSentence(language), source.statusSentence(language, isShort: true),
      ] + source.report(language).map(\.text)
    }
    return ofSources + targetLabels.map { $0.sentence(language) }
      + sourceLabels.map { $0.sentence(language) }
      + ownNotices.map { $0.sentence(language) } + ownLabels.map { $0.sentence(language) }
      + labels.map { $0.sentence(language) } + notices.map { $0.sentence(language) }
      + Action.allCases.map { $0.sentence(language) }
  }

  static let notices: [Notice] =
    [
      .sentence("s", isError: true), .sending(title: "t"), .nothingSelected, .nothingSentYet,
      .marked(1), .marked(2), .unmarked(left: 1), .unmarkedAll, .nothingMarked, .nothingToMark,
      .withdrawn(title: "t", others: 0), .withdrawn(title: "t", others: 2),
      .reworded(title: "t", others: 0), .reworded(title: "t", others: 2),
      .selectionGone(title: "t"),
      .nothingToSend, .tooLong, .noSuchRow, .whichNumber, .finishing, .noCategory,
      .unfilled(blank: "p"), .rewordedUnderEdit(title: "t"), .phrasesChanging,
      .rewordedSince(title: "t", others: 0), .rewordedSince(title: "t", others: 2),
      .looksUnfilled(Blank.all(in: "[a b]")),
      .own(.nothingMeant), .againToQuit, .limited(to: "c"), .unlimited, .doublePinyin(nil),
      .doublePinyin(.xiaohe),
      .doublePinyin(.ziranma), .doublePinyin(.microsoft), .fuzzySounds(true), .fuzzySounds(false),
      .typos(true), .typos(false), .noSource, .syncing, .nothingHeld, .undecided(source: "s"),
      .heldMeanwhileOther(source: "s"), .accepting(source: "s"), .nothingChanged, .noDepartment,
      .delivered(Delivered(.copied(by: "xclip", alsoToTmux: false), title: "t")),
      .delivered(Delivered(.copied(by: "xclip", alsoToTmux: true), title: "t")),
      .delivered(Delivered(.handedToTmux(overMosh: false), title: "t")),
      .delivered(Delivered(.handedToTmux(overMosh: true), title: "t")),
      .delivered(Delivered(.onlyInTmux(reasons: ["r"]), title: "t")),
      .delivered(Delivered(.askedTerminal(overMosh: false), title: "t")),
      .delivered(Delivered(.askedTerminal(overMosh: true), title: "t")),
      .delivered(Delivered(.failed(reasons: ["r"]), title: "t")),
      .delivered(
        Delivered(.refused(reason: "r", instead: .handedToTmux(overMosh: false)), title: "t")),
      .delivered(Delivered(.refused(reason: "r", instead: .failed(reasons: [])), title: "t")),
      .noAttachment(title: "t"), .attachmentNotPicked, .leaveFormFirst, .ofAnotherCustomer,
      .locked, .noPaneBeside, .endConversationFirst, .notEditedOutside,
      .goesUnchosen(Target(.clipboard)), .goesUnchosen(Target(.pane(id: nil), name: "%1 chat")),
    ] + ThemeChoice.allCases.map { .theme($0) }
    + attachments.map { .attachment($0) }
    + targets.flatMap {
      [
        .sendingTo($0), .sendingElsewhere($0, noLonger: $0),
        .delivered(Delivered(.put($0), title: "t")),
        .delivered(Delivered(.putWithoutEnter($0), title: "t")),
      ]
    }

  static let attachments: [AttachmentDelivered] = [
    .copied(nil), .copied(.png), .copied(.jpeg), .pasted(Target(.window, name: "w"), .png),
    .asText("p", .askedTerminal(overMosh: false)), .asText("p", .failed(reasons: [])), .noPicture,
    .failed("r"),
  ].flatMap { (outcome: AttachmentDelivered.Outcome) in
    [AttachmentHandover.Form.picture, .file].map { form in
      AttachmentDelivered(
        outcome,
        of: AttachmentHandover(
          attachment: Phrases.Attachment(source: "s", name: "a.png"), form: form,
          destination: .clipboard))
    }
  }

  static let ownNotices: [OwnNotice] = [
    .keptOverOther(title: "t"), .pinLost(row: 3), .rowOfItsOwn(title: "t"),
    .codeTaken("c", by: "t"),
    .nextCustomer(isPutAway: true), .nextCustomer(isPutAway: false), .broughtBack,
    .backIn(marks: 2, form: "n"), .backIn(marks: 0, form: ""), .valuesOffered(1),
    .valuesOffered(2), .valuesTaken(1), .valuesTaken(2), .noValues,
    .valueKept(name: "n", text: "t"), .valueKept(name: "n", text: ""), .nothingMeant,
    .whichPin(title: "t", now: nil), .whichPin(title: "t", now: 3), .pinned(title: "t", row: 3),
    .unpinned(title: "t"), .hidden(title: "t"), .notOwn(title: "t"), .binned(title: "t"),
    .restored(title: "t"), .nothingToKeep, .kept(title: "t"), .codeGiven("", title: "t"),
    .codeGiven("c", title: "t"), .reported, .moved(title: "t"), .dragging(title: "t", to: nil),
    .dragging(title: "t", to: "u"), .orderEnd, .noOrderHere,
    .orderDropped, .noOrder, .tooManyToOrder, .versionUpToDate, .tookOriginal(title: "t"),
    .keptVersion(title: "t"),
  ]

  static let ownLabels: [OwnLabel] =
    [
      .before(nil), .before(TimeOfDay(minutes: 5)), .offers, .newPhrase, .ownVersion(of: "t"),
      .editPhrase("t"), .phraseHint(isVersion: true), .phraseHint(isVersion: false), .textHint,
      .nothingPutAside, .leftUnsent,
      .binTitle, .binQuestion(title: "t"), .binYes, .dropOrderTitle, .dropOrderQuestion,
      .dropOrderYes, .historyTitle, .noHistory, .here, .lookedAt,
      .searched, .reportTitle(nil), .reportTitle("t"), .remarkHint, .versionTitle("t"), .theirs,
      .mine, .takeTheirs, .keepMine, .putAsideTitle, .inBin, .isHidden, .codeTitle("t"), .codeHint,
      .originalChanged, .originalGone,
    ] + PhraseDialog.Field.allCases.map { .phraseField($0) }
    + PhraseReport.Kind.allCases.flatMap { [.report($0, query: ""), .report($0, query: "q")] }

  static let targets: [Target] = ["", "n"].flatMap { name in
    [Destination.clipboard, .pane(id: nil), .pane(id: "%1"), .window, .command].map {
      Target($0, name: name)
    }
  }

  @Test(arguments: Language.allCases)
  func `Everything the desk says exists in every language`(language: Language) {
    let said =
      Self.sentences(language) + Edit.allCases.map { $0.sentence(language) }
    #expect(!said.contains { $0.isEmpty })
    #expect(!said.joined().unicodeScalars.contains { Width.cells(of: $0) == nil })
  }

  @Test func `The languages differ`() {
    for action in Action.allCases {
      #expect(action.sentence(.english) != action.sentence(.chinese))
    }
  }

  /// Terminals set to Chinese or Japanese draw these two cells wide where the C library says one.
  @Test(arguments: Language.allCases)
  func `Nothing the desk says has a glyph of ambiguous width`(language: Language) {
    // Chinese is written with its quotation marks, whatever they take; the arrows are on the keys.
    let marks = language == .chinese ? "" : "“”‘’←→"
    let ambiguous = Set("…·×↑↓●○①—–±§¶°\(marks)".unicodeScalars)
    let said = Self.sentences(language).joined()
    #expect(!said.unicodeScalars.contains { ambiguous.contains($0) })
  }
}
