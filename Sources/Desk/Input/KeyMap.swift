/// Which action a key means in a pane.
struct KeyMap: Sendable {
  private var actions: [KeyContext: [Key: Action]] = [:]

  /// The keys of ``Action/keyTable``.
  static let standard = KeyMap()

  private init() {
    for (action, context, keys) in Action.keyTable {
      for key in keys.compactMap({ Key($0) }) { actions[context, default: [:]][key] = action }
    }
  }

  /// What a key means in these contexts, the narrowest first.
  ///
  /// Alt and Ctrl with a capital letter is the key with the small one: Caps Lock is no reason for
  /// Alt+Z to fail.
  func action(for key: Key, in contexts: [KeyContext]) -> Action? {
    let key = key.modifiers.isEmpty ? key : key.withSmallLetter
    return contexts.lazy.compactMap { actions[$0]?[key] }.first
  }
}

extension Key {
  /// The key that Caps Lock makes this one of.
  var withSmallLetter: Key {
    guard case .character(let scalar) = code, ("A"..."Z").contains(scalar) else { return self }
    return Key(.character(Unicode.Scalar(UInt8(scalar.value) + 0x20)), modifiers)
  }
}
