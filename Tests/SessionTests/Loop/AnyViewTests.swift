import Desk
import Terminal
import Testing

@testable import Session

/// Anything that handles events and draws stands on the loop, and its steps yield to keys.
@Suite struct AnyViewTests {
  private let quit = Input.key(Key(.character("q"), .control))
  private let letter = Key(.character("x"))

  @Test func `A view that is no desk gets keys, is drawn, and ends the loop`() throws {
    let view = NotingView()
    let player = try LoopPlayer(view)
    try player.press("x")
    #expect(view.notes.withLock { $0.keys } == [letter])
    #expect(player.screen.frames.last == view.draw())
    try player.press("<C-q>")
    #expect(player.ending == .quit)
  }

  @Test func `A view is told of each frame that is shown, and of none that is not`() throws {
    let view = NotingView()
    let player = try LoopPlayer(view)
    try player.settle()
    #expect(view.notes.withLock { $0.drawn } == player.screen.frames.count)
    player.screen.block()
    try player.press("x")
    #expect(view.notes.withLock { $0.drawn } == player.screen.frames.count)
  }

  @Test func `Steps go on while nothing else is to be done`() throws {
    let view = NotingView(steps: 100)
    let player = try LoopPlayer(view)
    try player.settle()
    #expect(view.notes.withLock { $0.steps } == 100)
  }

  @Test func `A key that waits is taken after one step at most`() throws {
    let view = NotingView(steps: 100)
    let player = try LoopPlayer(view)
    player.screen.onFrame = { $0.take(.key(Key(.character("x")))) }
    for round in 1...3 {
      try player.turn()
      let notes = view.notes.withLock { $0 }
      #expect(notes.keys.count == round)
      #expect(notes.steps <= round)
    }
  }

  @Test func `A key in the midst of a search stops the steps`() throws {
    let view = NotingView(steps: 100)
    let player = try LoopPlayer(view)
    // The view's own screen is asked for the key after the third step.
    player.onLook = { [screen = player.screen] looks in
      if looks == 4 { screen.take(.key(Key(.character("x")))) }
    }
    try player.turn()
    #expect((1..<100).contains(view.notes.withLock { $0.steps }))
    #expect(view.notes.withLock { $0.keys }.isEmpty)
    try player.turn()
    #expect(view.notes.withLock { $0.keys } == [letter])
  }

  @Test func `What a long search found is drawn every sixteen milliseconds`() throws {
    let view = NotingView(steps: 100)
    let player = try LoopPlayer(view)
    player.passTime(by: 4)
    try player.turn()
    #expect(view.notes.withLock { $0.steps } == 4)
    try player.turn()
    #expect(view.notes.withLock { $0.drawn } == 2)
    try player.settle()
    #expect(view.notes.withLock { $0.steps } == 100)
  }

  @Test func `A loop that runs ends by itself`() throws {
    let view = NotingView(steps: 3)
    let player = try LoopPlayer(view)
    player.screen.onFrame = { [quit] in $0.take(quit) }
    #expect(try player.run() == .quit)
  }
}
