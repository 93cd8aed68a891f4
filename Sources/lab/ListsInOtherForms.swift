import Foundation
import Phrases

/// Lists as other programs write them, for benchmarks and for tests of damage.
enum ListsInOtherForms {
  /// A list of maps, every text in double quotes, which are those of JSON.
  static func yaml(_ phrases: [Phrase]) -> [UInt8] {
    var text = ""
    for phrase in phrases {
      text += "- category: \(quoted(phrase.category))\n  title: \(quoted(phrase.title))\n"
      text += "  text: \(quoted(phrase.text))\n"
    }
    return Array(text.utf8)
  }

  /// Groups with their replies, as helpdesks hand them out: `[{"name": …, "replies": [{…}]}]`.
  static func groups(_ phrases: [Phrase]) -> [UInt8] {
    let groups = Dictionary(grouping: phrases, by: \.category).sorted { $0.key < $1.key }
    let texts = groups.map { name, phrases in
      let replies = phrases.map { phrase in
        "{\"title\":\(quoted(phrase.title)),\"body\":\(quoted(phrase.text))}"
      }
      return "{\"name\":\(quoted(name)),\"replies\":[\(replies.joined(separator: ","))]}"
    }
    return Array("[\(texts.joined(separator: ","))]".utf8)
  }

  private static func quoted(_ text: String) -> String {
    (try? JSONEncoder().encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
  }
}
