import Formats
import Phrases
import Testing

@testable import Review

struct MechanicalFixTests {
  private func list(_ text: String) throws -> ListFile {
    try ListFile(Array(text.utf8), ReadOptions(file: "list.csv"))
  }

  private let text = """
    标题,内容,关键词,生效日期,备注
    甲," 您好｛｛姓名｝｝ ",a,2026/11/1,"x, y"
    乙,请寄到：\\n幸福路,b,,
    丙,一样的,c,,
    丙,一样的,d,,
    丁,不动 ,e,2026-11-02,

    """

  @Test func `what is mechanical is put right, everything else stays`() throws {
    let fixed = MechanicalFix(of: try list(text))
    #expect(
      String(decoding: fixed.bytes, as: UTF8.self) == """
        标题,内容,关键词,生效日期,备注
        甲,您好{{姓名}},a,2026-11-01,"x, y"
        乙,"请寄到：
        幸福路",b,,
        丙,一样的,"c,d",,
        丁,不动,e,2026-11-02,

        """)
    #expect(fixed.count == 6)
    let again = MechanicalFix(of: try ListFile(fixed.bytes, ReadOptions(file: "list.csv")))
    #expect(again.count == 0)
    #expect(again.bytes == fixed.bytes)
  }

  @Test func `a workbook is written where one is asked for`() throws {
    let fixed = MechanicalFix(of: try list(text), as: .workbook)
    let read = try ListFormats.read(fixed.bytes, ReadOptions(file: "list.xlsx"))
    #expect(read.format == .workbook)
    #expect(read.phrases.map(\.title) == ["甲", "乙", "丙", "丁"])
  }

  @Test func `rows that differ in any column stay`() throws {
    let text = "标题,内容,店铺\n问候,您好,A店\n问候,您好,B店\n问候,您好,B店\n"
    let fixed = MechanicalFix(of: try list(text))
    #expect(
      String(decoding: fixed.bytes, as: UTF8.self) == "标题,内容,店铺\n问候,您好,A店\n问候,您好,B店\n")
  }

  @Test func `a text that speaks of breaks keeps them where the list is not so`() throws {
    let texts = (1...6).map { "标题\($0),话术\($0)\n" }.joined()
    let fixed = MechanicalFix(of: try list("标题,内容\n\(texts)代码,请输入\\n再保存\n"))
    #expect(fixed.count == 0)
  }

  @Test func `rows of groups that go on stand for different phrases`() throws {
    let text = "分组,标题,内容\nG,A,Ta\n,B,Tb\nH,C,Tc\n,B,Tb\n,D,Td\n"
    let fixed = MechanicalFix(of: try list(text))
    #expect(fixed.bytes == Array(text.utf8))
    var options = ReadOptions(file: "list.csv")
    options.hints.fillDown = [.category]
    let filled = MechanicalFix(of: try ListFile(Array(text.utf8), options))
    #expect(
      String(decoding: filled.bytes, as: UTF8.self)
        == "分组,标题,内容\nG,A,Ta\nG,B,Tb\nH,C,Tc\nH,B,Tb\nH,D,Td\n")
  }
}
