import Foundation
import HitDocuments
import Phrases
import Search
import Testing

@testable import Store

/// Every order of a phrase's fields: two ways of writing a file, reading it, a row of the store that is written
/// and read, what is kept of former versions, a record of the search, and a hit in JSON.
struct PhraseOrdersTests {
  /// Something else in every field; two of the same kind in one another's place would show.
  private static let whole: Phrase = {
    var phrase = Phrase(
      key: PhraseKey(source: PersonalImport.source, id: ""), level: .personal, title: "", text: "")
    for column in PhraseColumn.allCases { fill(column, of: &phrase) }
    return phrase
  }()

  private static func fill(_ column: PhraseColumn, of phrase: inout Phrase) {
    let number = column.rawValue + 1
    switch column.place {
    case .text(let path): phrase[keyPath: path] = "\(column.name) \"\(number)\", 话术"
    case .list(let path): phrase[keyPath: path] = ["\(column.name) \(number)", "二\(number)"]
    case .day(let path): phrase[keyPath: path] = Day(iso: "2026-10-\(10 + number)")
    case .truth(let path): phrase[keyPath: path] = true
    }
  }

  /// With a field each that is not the default, beside what a phrase cannot do without.
  static let phrases: [Phrase] =
    [whole]
    + PhraseColumn.allCases.filter { $0 != .id }.map { column in
      var phrase = Phrase(
        key: PhraseKey(source: PersonalImport.source, id: "id of \(column.name)"), level: .personal,
        title: "a title", text: "a text")
      fill(column, of: &phrase)
      return phrase
    }

  @Test(arguments: [KnowledgeBaseFormat.csv(delimiter: .comma), .csv(delimiter: .tab), .json])
  func `A file gives each field back`(format: KnowledgeBaseFormat) throws {
    let options = ReadOptions(file: "kb", source: PersonalImport.source, level: .personal)
    let bytes = KnowledgeBase.write(Self.phrases, as: format)
    #expect(try KnowledgeBase.read(bytes, options).phrases == Self.phrases)
  }

  @Test func `The store gives each field back`() throws {
    let scratch = try Scratch()
    #expect(try scratch.storeHolding(Self.phrases) == scratch.store)
    #expect(try Store.open(at: scratch.store, mode: .readOnly).phrases() == Self.phrases)
  }

  @Test func `A former version gives each field back`() throws {
    for (place, phrase) in Self.phrases.enumerated() {
      let placed = PlacedPhrase(phrase, position: Int64(place))
      var contents = placed.contents
      let read = contents.withUTF8 { PlacedPhrase(key: phrase.key, contents: $0) }
      #expect(read?.phrase == phrase)
      #expect(read?.position == Int64(place))
    }
  }

  @Test func `A former version from before a column has the default there`() throws {
    var contents = #"["7","company","部门","分类","","标题","内容"]"#
    let key = PhraseKey(source: "kb", id: "1")
    let read = contents.withUTF8 { PlacedPhrase(key: key, contents: $0) }
    #expect(
      read?.phrase
        == Phrase(key: key, department: "部门", category: "分类", title: "标题", text: "内容"))
    var none = #"["7"]"#
    #expect(none.withUTF8 { PlacedPhrase(key: key, contents: $0) } == nil)
  }

  @Test func `What former versions hold is in the order that stores have it`() {
    #expect(
      PhraseColumn.allCases.map(\.name) == [
        "id", "department", "category", "subcategory", "title", "text", "keywords", "code",
        "attachments", "valid_from", "valid_until", "status",
      ])
  }

  @Test func `The search gives each field back`() {
    let library = Library(Self.phrases)
    #expect(library.numbers.map { library.phrase($0) } == Self.phrases)
  }

  @Test func `A hit in JSON has each field under its column's name`() throws {
    var whole = Self.whole
    // A draft is found by nobody.
    whole.isDraft = false
    let shown = PhraseFinder(library: Library([whole]), options: SearchOptions(), prior: .none)
    let query = shown.query("title")
    var buffer = DocumentBuffer()
    HitDocument(query: query, result: shown.search(query, limit: 1), library: shown.library)
      .append(to: &buffer)
    let document = try JSONSerialization.jsonObject(with: Data(buffer.bytes)) as? [String: Any]
    let hit = try #require((document?["hits"] as? [[String: Any]])?.first)
    for column in PhraseColumn.allCases {
      switch column.place {
      case .text(let path): #expect(hit[column.name] as? String == whole[keyPath: path])
      case .list(let path) where column == .keywords:
        #expect(hit[column.name] as? [String] == whole[keyPath: path])
      case .list, .day, .truth: #expect(hit[column.name] == nil)
      }
    }
    #expect(hit["level"] as? String == whole.level.rawValue)
    #expect(hit["source"] as? String == whole.key.source)
  }
}
