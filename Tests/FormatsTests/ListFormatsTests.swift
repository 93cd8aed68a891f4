import Formats
import Phrases
import Testing

@Suite struct ListFormatsTests {
  @Test func `a list in CSV is read here too`() throws {
    let list = try ListFormats.read(
      Array("title,text\nhours,We open at nine.\n".utf8), ReadOptions(file: "list.csv"))
    #expect(list.phrases.map(\.text) == ["We open at nine."])
    #expect(list.format == .csv(delimiter: .comma))
  }
}
