import Foundation
import Phrases
import Testing

@testable import Formats

/// Workbooks of real people and of other readers' tests, which are no part of this repository.
@Suite(.enabled(if: ForeignWorkbooks.areThere, "the folder ../shared/data is not there"))
struct ForeignWorkbooksTests {
  @Test func `a help desk's workbook of 24 sheets without headers is read whole`() throws {
    let list = try ListFormats.read(
      ForeignWorkbooks.bytes("zh_rail12306.xlsx"), ReadOptions(file: "zh_rail12306.xlsx"))
    #expect(list.phrases.count == 933)
    #expect(Set(list.phrases.map(\.category)).count == 24)
    #expect(list.phrases.allSatisfy { !$0.title.isEmpty && Int($0.title) == nil })
  }

  @Test(arguments: ForeignWorkbooks.hostile)
  func `every hostile workbook is read or refused with a sentence`(name: String) throws {
    do throws(KnowledgeBaseError) {
      let list = try ListFormats.read(
        ForeignWorkbooks.bytes("hostile/xlsx/" + name), ReadOptions(file: name))
      #expect(!list.phrases.isEmpty)
    } catch {
      #expect(error.findings.count == 1)
      for language in Language.allCases {
        #expect(error.sentences(language).allSatisfy { $0.hasPrefix(name) })
      }
    }
  }

  @Test func `their cells read as they are shown`() throws {
    func column(_ index: Int, _ name: String) throws -> [String] {
      let bytes = ForeignWorkbooks.bytes("hostile/xlsx/\(name).xlsx")
      return try WorkbookFixture.texts(of: bytes)[0].map { $0.count > index ? $0[index] : "" }
    }
    #expect(try column(1, "1904").first == "1904-01-02")
    #expect(
      try column(1, "DataTypesFormats") == [
        "2020-07-23", "2020-07-23 09:00", "$123.00", "98.76%", "456.00", "7,890",
      ])
    #expect(try column(1, "crlf").prefix(2) == ["abc\ndef", "abc\r\ndef"])
    #expect(try column(0, "phonetic_text") == ["漢字", "漢字withColor"])
    #expect(try column(0, "sushi") == ["🍣"])
    #expect(try column(1, "text_and_numbers").last == "13.37")
    #expect(try column(0, "merge_cells") == ["A1:B2", "A3:B3", "… are merged separately"])
  }
}

private enum ForeignWorkbooks {
  private static let folder: String = {
    let path = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    return "/\(path)/../shared/data"
  }()

  static var areThere: Bool { FileManager.default.fileExists(atPath: folder) }

  static var hostile: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder + "/hostile/xlsx")) ?? [])
      .sorted()
  }

  static func bytes(_ name: String) -> [UInt8] {
    Array((try? Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))) ?? Data())
  }
}
