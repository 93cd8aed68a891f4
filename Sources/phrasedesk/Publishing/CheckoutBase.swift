import Foundation
import Keeping
import Phrases

/// What a list was when somebody took it out: `FILE.base.json` beside it.
///
/// It holds the list itself, so that what others have done since can be told for as long as it lies there.
struct CheckoutBase: Codable {
  /// Where it was taken from, as an address without secrets.
  var source: String
  /// SHA-256 of the list, in hexadecimal digits.
  var hash: String
  /// The number of its release, where it has one.
  var release: Int?
  var list: Data

  static let suffix = ".base.json"

  static func path(of file: String) -> String { file + suffix }

  /// What lies beside a file; nil where nothing does that can be read.
  init?(of file: String) {
    guard let bytes = try? FileBytes.read(Self.path(of: file)),
      let base = try? JSONDecoder().decode(CheckoutBase.self, from: Data(bytes))
    else { return nil }
    self = base
  }

  init(_ published: PublishedList, release: Int?) {
    source = published.place
    hash = published.hash
    self.release = release
    list = Data(published.bytes)
  }

  func write(beside file: String) throws(OpeningError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    let bytes = (try? encoder.encode(self)) ?? Data()
    try FileBytes.write(Array(bytes), to: Self.path(of: file), replacing: true)
  }
}
