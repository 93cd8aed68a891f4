import ChatTrials

/// A chat in a window titled `chat`, which keeps what was said to it in `chat.txt`.
enum ChatWindow: String, CaseIterable {
  case tk
  case gtk
  case xterm
  case foot

  /// The line for a shell that opens it.
  func line(for program: Program) throws -> String {
    let listen = "sh -c 'stty -icanon -echo; exec cat > chat.txt'"
    switch self {
    case .tk: return "/usr/bin/python3 \(try program.file("chat.py", TkChat.program))"
    case .gtk: return "/usr/bin/python3 \(try program.file("chat.py", Self.gtkProgram))"
    case .xterm: return "xterm -T chat -e \(listen)"
    case .foot: return "foot -T chat \(listen)"
    }
  }

  private static let gtkProgram = """
    import os, gi
    gi.require_version("Gtk", "3.0")
    from gi.repository import Gtk
    window = Gtk.Window(title="chat")
    view = Gtk.TextView()
    text = view.get_buffer()
    def save(_):
        content = text.get_text(text.get_start_iter(), text.get_end_iter(), True)
        open("chat.new", "wb").write(content.encode())
        os.rename("chat.new", "chat.txt")
    text.connect("changed", save)
    window.add(view)
    window.show_all()
    Gtk.main()
    """
}
