import Glibc
import Phrases

/// Other people's lists, beside the repository where they are at all.
enum SharedLists {
  static let names = [
    "zh_rail12306.csv", "zh_talkq_scripts.csv", "zh_crosswoz_pairs.csv", "en_bitext.csv",
    "en_abcd_guidelines.csv",
  ]

  private static let folder: String = {
    // This file is Tests/SearchTests/SharedLists.swift below the package's root.
    let path = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(path)/../shared/data"
  }()

  static let areThere = access(folder, R_OK) == 0

  static func bytes(_ name: String) -> [UInt8] {
    guard let file = fopen("\(folder)/\(name)", "rb") else { return [] }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    var bytes = [UInt8](repeating: 0, count: max(0, ftell(file)))
    rewind(file)
    bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, file))
    return bytes
  }

  /// A message whose words stand in a list, though hardly all of them in one phrase.
  static func message(of phrases: [Phrase], _ random: inout SeededGenerator) -> String {
    let pieces = (0..<3).map { _ -> String in
      guard let phrase = phrases.randomElement(using: &random) else { return "" }
      let text = Bool.random(using: &random) ? phrase.title : phrase.text
      let start = Int.random(in: 0...min(200, text.count), using: &random)
      return String(text.dropFirst(start).prefix(Int.random(in: 2...14, using: &random)))
    }
    return pieces.joined(separator: "，")
  }
}
