import Phrases
import TestFolder
import Testing

@testable import Keeping
@testable import Store

/// Whether another program has changed the phrases that a desk shows.
@Suite struct EditionWatchTests {
  @Test func `A desk is behind once others have written phrases, until it shows those`() throws {
    let scratch = try Scratch()
    let store = try Store.open(at: scratch.store)
    defer { store.close() }
    _ = try store.importPersonal([.own("1"), .own("2")])
    let watch = EditionWatch(path: scratch.store)
    #expect(!watch.isBehind)
    watch.note(shown: try store.standing().edition)
    #expect(!watch.isBehind)
    // A send says nothing of what phrases read.
    try store.record(.own("1"))
    #expect(!watch.isBehind)
    _ = try store.importPersonal([.own("1", "y")])
    #expect(watch.isBehind)
    watch.note(shown: try store.standing().edition)
    #expect(!watch.isBehind)
    // A pin or a value makes no phrase another: nothing has to wait for it.
    _ = try store.change(.pin(PhraseKey(source: "kb", id: "2"), row: 1), at: 0)
    _ = try store.change(.value("小王", name: "客服"), at: 0)
    #expect(!watch.isBehind)
    // What else is arranged shows in the list.
    for change: OwnChange in [
      .hide(PhraseKey(source: "kb", id: "1")),
      .order([PhraseKey(source: "kb", id: "2")], in: ["", "", ""]), .dropOrder,
    ] {
      _ = try store.change(change, at: 0)
      #expect(watch.isBehind)
      watch.note(shown: try store.standing().edition)
      #expect(!watch.isBehind)
      _ = try store.change(change, at: 0)
      #expect(!watch.isBehind)
    }
  }

  @Test func `A store that is not there, or is none, leaves nobody behind`() throws {
    let scratch = try Scratch()
    let watch = EditionWatch(path: scratch.store)
    watch.note(shown: Standing().edition)
    #expect(!watch.isBehind)
    try Store.open(at: scratch.store).close()
    try damage(scratch.store)
    #expect(!watch.isBehind)
  }

  @Test func `The edition is that of the standing, read without counting`() throws {
    let scratch = try Scratch()
    let store = try Store.open(at: scratch.store)
    defer { store.close() }
    #expect(try store.edition() == Standing().edition)
    _ = try store.importPersonal([.own("1")])
    _ = try store.connect(Source(name: "kb", address: "/nowhere.csv"))
    #expect(try store.edition() == store.standing().edition)
    #expect(try store.edition() != Standing().edition)
  }
}
