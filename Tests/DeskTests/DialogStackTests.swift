import Phrases
import Testing

@testable import Desk

/// A dialog that the desk has never heard of.
private struct NoteDialog: Dialog {
  var note = ""

  func title(of desk: Desk) -> String { "Note" }

  func size(in room: Size, of desk: Desk) -> Size { Size(rows: 1, columns: 20) }

  mutating func handle(
    _ key: Key, _ action: Action?, in region: Region, of desk: inout Desk
  ) -> DialogStep {
    if action == .back { return .close([.sync]) }
    if case .character(let scalar) = key.code { note.unicodeScalars.append(scalar) }
    return .stay()
  }

  func draw(in region: Region, on canvas: inout Canvas, of desk: Desk) {
    canvas.write(note, row: region.row, column: region.column, width: region.columns)
  }
}

@Suite struct DialogStackTests {
  @Test func `A dialog needs its own file and the line that opens it, and no other`() {
    var player = Player(rows: 12, columns: 40)
    player.desk.open(NoteDialog())
    player.press("call")
    #expect(player.screen.contains("┌─ Note ───────────────┐"))
    #expect(player.screen.contains("│ call                 │"))
    #expect(player.desk.search.isEmpty)
    player.press("<Esc>")
    #expect(player.effects == [.sync])
    #expect(player.desk.dialog == nil)
  }

  @Test func `A dialog that is closed uncovers the one below as it was`() {
    var player = Player()
    player.take(.targetKnown(Target(.pane(id: nil))))
    player.press("退货地址<Enter>杭州<Tab>小王<Enter>")
    #expect(player.desk.dialog is TargetDialog)
    #expect(player.effects.contains(.listTargets) && player.delivered.isEmpty)
    player.press("<Esc>")
    #expect(player.desk.dialog is FormDialog)
    #expect(player.screen.contains("退货地址：杭州，收件人：小王。"))
  }

  @Test func `Sending closes whatever dialogs are open`() {
    var player = Player()
    player.take(.targetKnown(Target(.pane(id: nil))))
    player.press("退货地址<Enter>杭州<Tab>小王<Enter>")
    player.take(.targets([Target(.clipboard, name: "xclip")]))
    player.press("<Enter>")
    #expect(player.desk.dialog == nil)
    #expect(player.delivered == ["退货地址：杭州，收件人：小王。\n请在包裹内附上纸条，写明订单号。\n运费由我们承担。"])
  }

  @Test func `Alt+Z from the first chat closes the list of places and keeps the form that waits`() {
    var player = Player()
    player.take(.targetKnown(Target(.pane(id: nil))))
    player.press("退货地址<Enter>杭州<Tab>小王<Enter>")
    player.take(.summoned(Target(.pane(id: nil)), from: ConversationName("a")))
    #expect(player.desk.dialog is FormDialog)
    player.take(.summoned(Target(.pane(id: nil)), from: ConversationName("b")))
    #expect(player.desk.dialog == nil)
  }

  @Test func `Stacks are equal where the same dialogs are open, whatever was open before`() {
    var one = DialogStack()
    one.push(HelpDialog())
    one.push(HeldDialog(source: "company", SourceFacts.Held(id: "x", reason: "y")))
    var other = DialogStack()
    other.push(SourcesDialog(selecting: "company"))
    other.removeAll()
    #expect(one != other)
    other.push(HelpDialog())
    #expect(one != other)
    other.push(HeldDialog(source: "company", SourceFacts.Held(id: "x", reason: "y")))
    #expect(one == other)
    one.remove(one.ids[0])
    one.push(SourcesDialog(selecting: "company"))
    #expect(one != other)
  }

  @Test func `A dialog that is gone is not put back by what it did last`() {
    var stack = DialogStack()
    stack.push(HelpDialog())
    let id = stack.ids[0]
    stack.removeAll()
    stack[id] = HelpDialog()
    #expect(stack.isEmpty)
    stack.push(SourcesDialog(selecting: "company"))
    stack[id] = HelpDialog()
    #expect(stack.top is SourcesDialog)
  }
}
