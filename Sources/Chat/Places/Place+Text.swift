/// The text form of a place, in which `phrasedesk focus` tells a desk where the agent came from.
///
/// Fields between tabs: `pane SERVER ID PROCESS COMMAND` and `edges BITS` below it, `window DESKTOP ID
/// PROCESS KIND` and `title TEXT` below it, a line each. It comes from another process of the same user: what is
/// not well formed is left out.
extension Place {
  init(lines: some Sequence<Substring>) {
    self.init()
    for line in lines {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if fields.count == 2, fields[0] == "title" { window?.title = fields[1] }
      if fields.count == 2, fields[0] == "edges", let bits = Int(fields[1]) {
        pane?.edges = Pane.Edges(rawValue: bits & 15)
      }
      guard fields.count == 5, let process = Int32(fields[3]) else { continue }
      switch fields[0] {
      case "pane" where fields[1].hasPrefix("/") && Pane.isID(fields[2]):
        pane = Pane(server: fields[1], id: fields[2], process: process, command: fields[4])
      case "window":
        guard let desktop = Window.Desktop(rawValue: fields[1]), let id = Int(fields[2]), id > 0
        else { continue }
        window = Window(desktop: desktop, id: id, process: process, kind: fields[4])
      default: continue
      }
    }
  }

  var lines: [String] {
    var lines: [String] = []
    if let pane {
      lines.append(
        Place.line("pane", pane.server, pane.id, String(pane.process), pane.command))
      // A line of its own, which a desk of before it was told passes over.
      if !pane.edges.isEmpty { lines.append(Place.line("edges", String(pane.edges.rawValue))) }
    }
    if let window {
      lines.append(
        Place.line(
          "window", window.desktop.rawValue, String(window.id), String(window.process), window.kind)
      )
      if !window.title.isEmpty { lines.append(Place.line("title", window.title)) }
    }
    return lines
  }

  /// A name may hold anything; a separator in it would make other fields.
  private static func line(_ fields: String...) -> String {
    fields.map { field in
      String(
        String.UnicodeScalarView(field.unicodeScalars.prefix(200).filter { $0.value >= 0x20 }))
    }.joined(separator: "\t")
  }
}
