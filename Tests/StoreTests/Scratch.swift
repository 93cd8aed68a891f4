import ChildProcess
import GRDB
import Glibc
import Phrases
import Testing

@testable import Store

/// A folder of its own for one test, gone with the last reference.
final class Scratch: Sendable {
  let folder: String

  init() throws {
    let template = strdup("/tmp/phrasedesk-store-XXXXXX")
    defer { free(template) }
    folder = String(cString: try #require(template.flatMap { mkdtemp($0) }))
  }

  deinit {
    chmod(folder, 0o700)
    run("/bin/rm", "-rf", folder)
  }

  /// Where a store goes, in a folder that is to be made.
  var store: String { folder + "/phrasedesk/phrases.sqlite" }

  /// A file in the folder itself, holding these bytes.
  func file(_ name: String = "phrases.sqlite", _ bytes: [UInt8] = []) throws -> String {
    let path = folder + "/" + name
    try write(bytes, to: path)
    return path
  }

  /// A closed store with phrases in it, and nothing in its log.
  func storeHolding(_ phrases: [Phrase]) throws -> String {
    let store = try Store.open(at: self.store)
    _ = try store.importPersonal(phrases)
    store.close()
    return self.store
  }
}

func write(_ bytes: [UInt8], to path: String) throws {
  let file = try #require(fopen(path, "we"))
  defer { fclose(file) }
  try #require(fwrite(bytes, 1, bytes.count, file) == bytes.count)
}

func bytes(of path: String) throws -> [UInt8] {
  let file = try #require(fopen(path, "re"))
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&block, 1, block.count, file)
    if count == 0 { return bytes }
    bytes += block[..<count]
  }
}

/// The names in a folder, sorted.
func names(in folder: String) -> [String] {
  guard let stream = opendir(folder) else { return [] }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    names.append(
      withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      })
  }
  return names.filter { $0 != "." && $0 != ".." }.sorted()
}

/// Runs a program to its end and gives its exit code.
@discardableResult
func run(_ program: String, _ arguments: String...) -> Int32 {
  let environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]
  let end = try? Spawn.run(program, arguments, environment: environment)
  return end?.shellStatus ?? -1
}

/// Runs SQL on the file behind the store's back and gives the first cell of the first row.
@discardableResult
func sql(_ path: String, _ text: String) throws -> String? {
  let queue = try DatabaseQueue(path: path)
  defer { try? queue.close() }
  return try queue.inDatabase { database in
    try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
    var cell: String?
    let statements = try database.allStatements(sql: text)
    while let statement = try statements.next() {
      cell = try String.fetchOne(statement)
    }
    return cell
  }
}

/// The error that an access ends with, nil where it does not.
func failure<Value>(_ body: () throws(StoreError) -> Value) -> StoreError? {
  do {
    _ = try body()
    return nil
  } catch {
    return error
  }
}

extension Store {
  /// Reads, compares and writes; nil where nothing was written.
  func update(
    source name: String, from version: Int, to state: SourceState
  ) throws(StoreError) -> Difference? {
    guard let old = try snapshot(ofSource: name) else { return nil }
    let stale = SourceSnapshot(
      name: name, version: version, phrases: old.phrases, positions: old.positions)
    let difference = Difference(from: old.phrases, to: state.phrases)
    return try update(from: stale, to: state, difference) ? difference : nil
  }
}

extension Phrase {
  /// A phrase of a knowledge base file, with every field filled.
  static func made(_ number: Int, text: String? = nil) -> Phrase {
    Phrase(
      key: PhraseKey(source: "file", id: "id-\(number)"), department: "售后",
      category: "退换货与退款的处理办法", subcategory: "退款 \(number / 7)", title: "退款进度 \(number)",
      text: text ?? "亲，{{订单号}} 的退款已提交 \(number)\n请留意到账。",
      keywords: ["退款", "\"引号\"", "tk\(number)"], code: "tk\(number)",
      attachments: ["图/\(number).png"], validFrom: Day(iso: "2026-01-01"),
      validUntil: Day(iso: "2026-12-31"), isDraft: number % 2 == 1)
  }

  /// The same phrase as an import leaves it behind.
  var asPersonal: Phrase {
    var phrase = self
    phrase.key.source = "personal"
    phrase.level = .personal
    return phrase
  }
}

func made(_ numbers: Range<Int>) -> [Phrase] { numbers.map { Phrase.made($0) } }
