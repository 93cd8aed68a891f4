import Phrases

/// Keys as text, `<A-z>`, `<C-Right>`, `<F1>`, `q`: the form that key map, tests and docs share.
extension Key {
  private static let names: [(code: Code, name: String)] =
    [
      (.enter, "Enter"), (.escape, "Esc"), (.tab, "Tab"), (.backspace, "Backspace"),
      (.delete, "Del"), (.insert, "Ins"), (.up, "Up"), (.down, "Down"), (.left, "Left"),
      (.right, "Right"), (.pageUp, "PgUp"), (.pageDown, "PgDn"), (.home, "Home"), (.end, "End"),
      (.character(" "), "Space"),
    ] + (1...12).map { (.function($0), "F\($0)") }

  private static let modifierNames: [(modifier: Modifiers, letter: Character, name: String)] = [
    (.control, "C", "Ctrl"), (.alt, "A", "Alt"), (.shift, "S", "Shift"),
  ]

  /// Reads one key; nil for what names none.
  public init?(_ notation: String) {
    if notation.unicodeScalars.count == 1, let scalar = notation.unicodeScalars.first {
      self.init(.character(scalar))
      return
    }
    guard notation.hasPrefix("<"), notation.hasSuffix(">") else { return nil }
    var rest = notation.dropFirst().dropLast()
    var modifiers: Modifiers = []
    while rest.count > 2, rest.dropFirst().first == "-",
      let entry = Key.modifierNames.first(where: { $0.letter == rest.first })
    {
      modifiers.insert(entry.modifier)
      rest = rest.dropFirst(2)
    }
    if let entry = Key.names.first(where: { $0.name == rest }) {
      self.init(entry.code, modifiers)
    } else if rest.unicodeScalars.count == 1, let scalar = rest.unicodeScalars.first {
      self.init(.character(scalar), modifiers)
    } else {
      return nil
    }
  }

  /// Reads a script of keys, `fh<Down><Enter>`; nil when a name in it is unknown.
  public static func script(_ text: String) -> [Key]? {
    var keys: [Key] = []
    var rest = Substring(text)
    while let first = rest.first {
      var notation = String(first)
      if first == "<", let end = rest.firstIndex(of: ">"), end != rest.startIndex {
        notation = String(rest[...end])
      }
      rest = rest.dropFirst(notation.count)
      if notation.count == 1 {
        keys += notation.unicodeScalars.map { Key(.character($0)) }
      } else if let key = Key(notation) {
        keys.append(key)
      } else {
        return nil
      }
    }
    return keys
  }

  /// The same as the keyboards of a language have it: Chinese ones have arrows for words.
  func label(_ language: Language) -> String {
    guard language == .chinese else { return label }
    let arrows: [Code: String] = [.up: "↑", .down: "↓", .left: "←", .right: "→"]
    guard let arrow = arrows[code] else { return label }
    return label.prefix { $0 != "+" }.count == label.count
      ? arrow : label.split(separator: "+").dropLast().joined(separator: "+") + "+" + arrow
  }

  /// The key as help and labels name it: `Alt+Z`, `Ctrl+F`, `Enter`, `?`.
  public var label: String {
    var base: String
    if let entry = Key.names.first(where: { $0.code == code }) {
      base = entry.name
    } else if case .character(let scalar) = code {
      base = String(scalar)
    } else {
      base = "?"
    }
    if !modifiers.isEmpty { base = base.uppercasedIfOneLetter }
    let prefix = Key.modifierNames.filter { modifiers.contains($0.modifier) }.map { "\($0.name)+" }
    return prefix.joined() + base
  }
}

extension String {
  fileprivate var uppercasedIfOneLetter: String { count == 1 ? uppercased() : self }
}
