import Phrases

extension String {
  /// One word of a command that somebody may paste into a shell: whole, and quoted where it has to be.
  ///
  ///     "a b.csv".shellWord      // 'a b.csv'
  ///     "it's".shellWord         // 'it'\''s'
  ///
  /// Control characters, which no address that can be used has, are made visible.
  var shellWord: String {
    let text = SafeText.visible(self)
    let isPlain =
      !text.isEmpty
      && text.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || "/._-+:@%=,".unicodeScalars.contains(scalar)
      }
    return isPlain ? text : "'\(text.replacing("'", with: "'\\''"))'"
  }
}
