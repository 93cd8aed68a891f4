/// A chat of Tk: a text in a window titled `chat`, saved whenever it changes.
public enum TkChat {
  /// The program for Python, without single quotes.
  ///
  /// In its folder `chat.txt` holds what was said to it, and `chat.pid` its process.
  public static let program = """
    import os, tkinter
    root = tkinter.Tk(className="chat")
    text = tkinter.Text(root)
    text.pack()
    def save(event):
        text.edit_modified(False)
        open("chat.new", "wb").write(text.get("1.0", "end-1c").encode())
        os.rename("chat.new", "chat.txt")
    text.bind("<<Modified>>", save)
    text.focus_force()
    print(os.getpid(), end="", file=open("chat.pid", "w"), flush=True)
    root.mainloop()
    """
}
