import Testing

@testable import Phrases

@Suite(.enabled(if: SharedData.isThere, "the folder ../shared/data is not there"))
struct SharedDataTests {
  @Test(arguments: [
    ("en_abcd_guidelines", 255), ("en_banking77_queries", 13_083), ("en_bitext", 4514),
    ("naughty", 770), ("zh_crosswoz_pairs", 3500), ("zh_mijia_qa", 100), ("zh_rail12306", 923),
    ("zh_rail12306_xls_variant", 951), ("zh_talkq_scripts", 1245),
  ])
  func `every list loads with the rows it is said to have`(name: String, rows: Int) throws {
    let base = try read(SharedData.bytes("\(name).csv"))
    #expect(base.rowCount == rows)
    let empty = base.warnings.count { $0.problem == .emptyText }
    #expect(base.phrases.count == rows - empty)
    #expect(base.phrases.allSatisfy { !$0.title.isEmpty })
    #expect(Set(base.phrases.map(\.key)).count == base.phrases.count)
    let again = try read(KnowledgeBase.write(base.phrases, as: .csv(delimiter: .comma)))
    #expect(again.phrases == base.phrases)
    #expect(try read(KnowledgeBase.write(base.phrases, as: .json)).phrases == base.phrases)
  }

  @Test func `a foreign GBK list loads when its columns are mapped`() throws {
    let mapping = try ColumnMapping("title=title,text=answer,category=department")
    let base = try read(SharedData.bytes("medical_500.gbk.csv"), mapping: mapping)
    #expect(base.rowCount == 500)
    #expect(base.phrases.count == 500)
    #expect(base.encoding == .gb18030)
    #expect(base.phrases[0].category == "心血管科")
    #expect(base.phrases[0].department == "")
    #expect(base.phrases[0].title == "高血压患者能吃党参吗？")
    guard case .assumedEncoding(let sample)? = base.warnings.first?.problem else {
      Issue.record("the encoding is not said")
      return
    }
    #expect(sample.encoding == .gb18030)
    #expect(base.unknownColumns == ["ask"])
  }

  @Test func `without a mapping the names that people give columns are enough`() throws {
    let base = try read(SharedData.bytes("medical_500.gbk.csv"))
    #expect(base.phrases.count == 500)
    #expect(base.mapped.argument == "department=department,title=title,text=answer")
  }

  @Test func `malformed UTF-8 is refused with its offset`() {
    let error = refusal(of: SharedData.bytes("hostile/UTF-8-test.txt"))
    #expect(error?.problems == [.notDecodable(offset: 4461)])
    #expect(error?.places == ["75:38"])
  }

  @Test func `what JSON must not be is refused`() {
    let names = SharedData.names(in: "hostile/json").filter { $0.hasPrefix("n_") }
    #expect(names.count > 180)
    for name in names {
      let bytes = SharedData.bytes("hostile/json/\(name)")
      let error = refusal(of: bytes)
      #expect(error != nil, "\(name)")
      #expect(!isJSON(bytes), "\(name)")
      let isShape = error?.problems.contains { problem in
        if case .notAListOfPhrases = problem { return true }
        if case .itemIsNotAnObject = problem { return true }
        return false
      }
      #expect(isShape == false, "\(name) is called JSON")
    }
  }

  @Test func `what JSON must be is parsed, and refused for its shape alone`() {
    let names = SharedData.names(in: "hostile/json").filter { $0.hasPrefix("y_") }
    #expect(names.count > 90)
    for name in names {
      let bytes = SharedData.bytes("hostile/json/\(name)")
      #expect(isJSON(bytes), "\(name)")
      for problem in refusal(of: bytes)?.problems ?? [] {
        switch problem {
        case .notAListOfPhrases, .itemIsNotAnObject: break
        default: Issue.record("\(name): \(problem)")
        }
      }
    }
  }

  @Test func `what JSON may be or not is read or refused`() {
    for name in SharedData.names(in: "hostile/json") where name.hasPrefix("i_") {
      let bytes = SharedData.bytes("hostile/json/\(name)")
      for sentence in refusal(of: bytes)?.sentences(.english) ?? [] {
        #expect(sentence.hasPrefix("kb"), "\(name)")
      }
    }
  }

  private func isJSON(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      guard UTF8Scan.firstInvalid(buffer) == nil else { return false }
      return JSONReader.kind(ofDocument: SourceBytes(validUTF8: buffer), Limits()) != nil
    }
  }

  @Test func `two editions of one list differ in what differs`() throws {
    let old = try read(SharedData.bytes("zh_rail12306.csv")).phrases
    var new = try read(SharedData.bytes("zh_rail12306_xls_variant.csv"))
    new.inheritIDs(from: old)
    let difference = Difference(from: old, to: new.phrases)
    let (changed, removed) = (difference.changed.count, difference.removed.count)
    #expect(old.count - changed - removed == 871)
    #expect(changed + removed == 52)
    #expect(changed + difference.added.count == 80)
    // Most of them are corrections, which keep their title and most of their text.
    #expect(changed == 48)
    #expect(difference.changed.allSatisfy { $0.columns.contains(.text) || $0.columns == [.title] })
  }
}
