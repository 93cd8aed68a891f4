import Foundation
import Glibc
import Phrases
import Store
import Sync

/// A4: what a list is in is found out, or asked for, and never guessed wrong.
struct EncodedLists: TortureTest {
  static let row = "A4"
  static let claim =
    "lists in 14 encodings are read as they are or refused, and a change of it waits"

  private let plan: TorturePlan

  init(_ plan: TorturePlan) { self.plan = plan }

  /// An encoding, as the C library calls it, and who writes in it.
  private struct Kind {
    let name: String
    let texts: EncodedTexts
    /// What makes the encoding sure.
    var mark: [UInt8] = []
    /// Characters that only this one of its family has, in some of the lists.
    var rare = ""
    /// Whether every list has to be loaded.
    var isSure = false
  }

  private static let kinds = [
    Kind(name: "UTF-8", texts: .simplified, isSure: true),
    Kind(name: "UTF-8", texts: .cyrillic, mark: [0xEF, 0xBB, 0xBF], isSure: true),
    Kind(name: "UTF-16LE", texts: .japanese, mark: [0xFF, 0xFE], isSure: true),
    Kind(name: "UTF-16BE", texts: .korean, mark: [0xFE, 0xFF], isSure: true),
    Kind(name: "GBK", texts: .simplified, isSure: true),
    Kind(name: "GB18030", texts: .simplified, rare: "🎁㐂", isSure: true),
    Kind(name: "BIG5", texts: .traditional), Kind(name: "CP932", texts: .japanese, rare: "①髙"),
    Kind(name: "EUC-JP", texts: .japanese), Kind(name: "EUC-KR", texts: .korean),
    Kind(name: "UHC", texts: .korean, rare: "똠햏"), Kind(name: "CP1250", texts: .central),
    Kind(name: "CP1251", texts: .cyrillic), Kind(name: "CP1252", texts: .western),
  ]
  private static let rows = [3, 3, 4, 6, 10, 20, 50, 100, 250, 500]
  private static let lists = 50

  func run() throws -> Report {
    var bounds = Bounds("A4 lists in old encodings")
    var (wrong, unread, unheld) = (0, 0, 0)
    let folder = try DeskProgram.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try Store.open(at: folder + "/phrases.sqlite")
    defer { store.close() }
    for (number, kind) in EncodedLists.kinds.enumerated() {
      var random = plan.random(400 + UInt64(number))
      var loaded = 0
      let count = plan.count(EncodedLists.lists)
      for list in 0..<count {
        let text = EncodedLists.list(of: kind, list, &random)
        guard let bytes = EncodedLists.encoded(text, kind) else {
          throw LabFailure("\(kind.name) lacks a character of \(kind.texts)")
        }
        let truth = try KnowledgeBase.read(Array(text.utf8), ReadOptions(file: "true"))
        let read = try? KnowledgeBase.read(bytes, ReadOptions(file: "list"))
        if let read, read.phrases == truth.phrases {
          loaded += 1
        } else if let read {
          wrong += 1
          bounds.complain("list \(list) of \(kind.name) was taken for \(read.encoding.name)")
        } else if kind.isSure {
          unread += 1
          bounds.complain("list \(list) of \(kind.name) was refused")
        }
        if kind.name != "UTF-8", try !isHeld(text, bytes, in: store, "\(number)-\(list)") {
          unheld += 1
          bounds.complain("list \(list) became \(kind.name), and nobody was asked")
        }
      }
      let mark = kind.mark.isEmpty ? "" : ", marked"
      bounds.add("\(kind.name)\(mark): read as it is, of \(count)", loaded)
    }
    bounds.add("taken for something else", wrong, is: 0)
    bounds.add("of UTF and GB refused", unread, is: 0)
    bounds.add("sources that left UTF-8 unasked", unheld, is: 0)
    return bounds.report
  }

  /// Whether a source whose file was UTF-8 keeps its phrases when the file becomes these bytes.
  private func isHeld(
    _ text: String, _ bytes: [UInt8], in store: Store, _ name: String
  ) throws -> Bool {
    let source = Source(name: name, address: "/\(name).csv")
    let sync = SourceSync(
      store: store, language: .english, now: { 0 }, transports: { _ in GivenFile(bytes) })
    let file = FetchedFile(bytes: Array(text.utf8), tag: nil)
    guard try sync.connect(source, file)?.isChange == true,
      let connected = try store.sources().first(where: { $0.name == name })
    else { throw LabFailure("\(name) was not connected") }
    defer { _ = try? store.disconnect(name) }
    return try !sync.sync(connected).isChange
  }

  /// A list of so many rows; what is rare stands in every fifth.
  private static func list(of kind: Kind, _ number: Int, _ random: inout SeededGenerator) -> String
  {
    var text = "title,text\n"
    for row in 0..<rows[number % rows.count] {
      let pieces = (0..<Int.random(in: 1...2, using: &random)).map { _ in
        random.pick(kind.texts.pieces)
      }
      let title = String(random.pick(kind.texts.pieces).prefix(12)).trimmingCharacters(
        in: .whitespaces)
      let rare = row % 5 == 0 ? kind.rare : ""
      text += "\"\(row + 1) \(title)\",\"\(pieces.joined(separator: " "))\(rare)\"\n"
    }
    return text
  }

  /// Nil where a character is not in the encoding.
  private static func encoded(_ text: String, _ kind: Kind) -> [UInt8]? {
    let converter = iconv_open(kind.name, "UTF-8")
    guard converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = text.utf8.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 4 + 16)
    var (inputLeft, outputLeft) = (input.count, output.count)
    let result = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var (source, target) = (input.baseAddress, output.baseAddress)
        return iconv(converter, &source, &inputLeft, &target, &outputLeft)
      }
    }
    guard result != Int(bitPattern: UInt.max) else { return nil }
    return kind.mark + output.dropLast(outputLeft).map { UInt8(bitPattern: $0) }
  }
}

/// A source whose file is these bytes.
private struct GivenFile: Transport {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func fetch(unless known: Tag?) throws(FetchFailure) -> Fetched {
    .file(FetchedFile(bytes: bytes, tag: nil))
  }
}
