import Phrases
import Store

/// Which of a source's versions is meant: `35` or `v35` on this desk, `r12` for a release, or the beginning of
/// a list's hash.
enum VersionName: Equatable {
  case number(Int)
  case release(Int)
  /// At least eight hexadecimal digits.
  case hash(String)

  init?(_ text: String) {
    let text = text.lowercased()
    if let number = Int(text.hasPrefix("v") ? String(text.dropFirst()) : text), text.count < 8 {
      self = .number(number)
    } else if text.hasPrefix("r"), let number = Int(text.dropFirst()) {
      self = .release(number)
    } else if text.count >= 8, text.allSatisfy(\.isHexDigit) {
      self = .hash(text)
    } else {
      return nil
    }
  }

  /// The number of that version on this desk, the newest where there are several; nil where it has none.
  func number(in versions: [Version]) -> Int? {
    versions.first { version in
      switch self {
      case .number(let number): version.number == number
      case .release(let number): version.release == number
      case .hash(let digits): version.hash.hasPrefix(digits)
      }
    }?.number
  }
}

extension SourceAccess {
  /// The number of a version that somebody named.
  ///
  /// - Throws: the command's failure where it names none, or none that is kept.
  func version(_ text: String, of source: Source) throws -> Int {
    guard let name = VersionName(text) else {
      throw CommandFailure(.wrongUse, SourceSentence.notAVersion(text).sentence(language))
    }
    let versions = try attempt { store throws(StoreError) in
      try store.versions(ofSource: source.name)
    }
    if let number = name.number(in: versions) { return number }
    throw CommandFailure(
      .wrongUse, SourceSentence.noSuchVersion(source.name, text).sentence(language))
  }
}
