import Foundation

/// Plain BM25 (Robertson, Walker, Jones, 1994) with its usual constants over title, counted twice,
/// and text: words of Latin letters and digits, and pairs of neighbouring 汉字.
struct BM25: Sendable {
  private static let saturation = 1.2
  private static let lengthShare = 0.75

  private struct Posting: Sendable {
    var phrase: Int
    var count: Double
  }

  private var postings: [String: [Posting]] = [:]
  private var lengths: [Double] = []
  private let averageLength: Double

  /// Counts the terms of all phrases but those that are not there to be found.
  init(_ book: Book, leavingOut isLeftOut: (Int) -> Bool = { _ in false }) {
    for (index, phrase) in book.phrases.enumerated() {
      guard !isLeftOut(index) else {
        lengths.append(0)
        continue
      }
      let title = BM25.terms(of: phrase.title)
      let terms = title + title + BM25.terms(of: phrase.text)
      lengths.append(Double(terms.count))
      for (term, count) in Dictionary(terms.map { ($0, 1.0) }, uniquingKeysWith: +) {
        postings[term, default: []].append(Posting(phrase: index, count: count))
      }
    }
    let known = lengths.filter { $0 > 0 }
    averageLength = known.reduce(0, +) / Double(max(known.count, 1))
  }

  static func terms(of text: String) -> [String] {
    var terms: [String] = []
    let letters = Letters(text)
    var word = ""
    func endWord() {
      if !word.isEmpty { terms.append(word) }
      word = ""
    }
    for (index, letter) in letters.all.enumerated() {
      if letter.isHanzi {
        endWord()
        let next = index + 1 < letters.all.count ? letters.all[index + 1] : nil
        if let next, next.isHanzi, !next.beginsRun {
          terms.append(String(letter.scalar) + String(next.scalar))
        }
      } else {
        if letter.beginsRun { endWord() }
        word.unicodeScalars.append(letter.scalar)
      }
    }
    endWord()
    return terms
  }

  /// The phrases that share anything with a message, the best first, ties in the book's order.
  func ranked(_ message: String, limit: Int) -> [Int] {
    var scores: [Int: Double] = [:]
    var seen: Set<String> = []
    for term in BM25.terms(of: message) where seen.insert(term).inserted {
      guard let found = postings[term] else { continue }
      let holders = Double(found.count)
      let weight = log(1 + (Double(lengths.count) - holders + 0.5) / (holders + 0.5))
      for posting in found {
        let length =
          1 - BM25.lengthShare + BM25.lengthShare * lengths[posting.phrase] / averageLength
        scores[posting.phrase, default: 0] +=
          weight * posting.count * (BM25.saturation + 1)
          / (posting.count + BM25.saturation * length)
      }
    }
    return scores.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit).map(\.key)
  }
}
