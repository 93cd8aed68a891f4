import Foundation
import Testing

/// The first minute of somebody who comes from another tool: one command, and the desk is open on her phrases.
@Suite(.serialized, .enabled(if: Tmux.isInstalled, "tmux is not installed: .ci/install test"))
struct SwitchersFirstMinuteTests {
  /// Opens the desk on a file, finds a phrase by what she types, and sends it.
  private func open(
    _ file: String, in program: Program, showing first: String, typing query: String,
    _ title: String,
    sends text: String
  ) throws {
    let tmux = try Tmux(
      "\(Program.path) --kb '\(file)'; exec sh", rows: 35, columns: 120,
      environment: program.environment)
    try tmux.wait(for: "Alt+Z")
    try tmux.wait(for: first)
    try tmux.press("M-z")
    try tmux.type(query)
    try tmux.wait { !$0.contains(first) && $0.contains(title) }
    try tmux.press("Enter")
    try tmux.wait(for: "Copied to tmux")
    #expect(try tmux.buffer() == text)
  }

  /// As 千牛 exports its phrases: in GBK, a code, a text and a group.
  private static let qianniu = """
    v+y93bbM0++x4MLrLL/svd22zNPvLL/svd22zNPvt9bX6Q0KMTAwMSzH16OsxPq6w6Osuty439DLzqrE+rf+zvGjoSzTrb3TDQox
    MDAyLMfXo6y2qbWlvfHM7M/CzufO5bXjx7C3orP2o6zH67fF0MShoyy3orv1PT7KsbzkDQoxMDAzLMfXo6zK1bW9u/XG38zsxNq/
    ydLUzcu79aOs1Mu30dPJztLDx7PQtaOhoyzK27rzDQoxMDA0LMfXo6y40NC7xPq1xNans9ajrNejxPrJ+rvu0+S/7KOhLL3hyvgN
    Cg==
    """

  @Test func `from Qianniu`() throws {
    let program = try Program(language: "zh")
    defer { program.clean() }
    let bytes = try #require(Data(base64Encoded: Self.qianniu, options: .ignoreUnknownCharacters))
    let file = program.path("千牛快捷短语.csv")
    try bytes.write(to: URL(fileURLWithPath: file))
    let tmux = try Tmux(
      "\(Program.path) --kb '\(file)'; exec sh", rows: 35, columns: 120,
      environment: program.environment)
    try tmux.wait(for: "Alt+Z")
    let screen = try tmux.wait(for: "很高兴为您服务")
    // Her groups, of which one had two levels.
    for group in ["迎接", "发货", "售后", "结束"] { #expect(screen.contains(group)) }
    try tmux.press("M-z")
    try tmux.type("yunfei")
    try tmux.wait { !$0.contains("很高兴为您服务") && $0.contains("运费由我们承担") }
    try tmux.press("Enter")
    try tmux.wait { $0.contains("已复制") }
    #expect(try tmux.buffer() == "亲，收到货七天内可以退货，运费由我们承担。")
  }

  @Test func `from espanso`() throws {
    let program = try Program()
    defer { program.clean() }
    let file = try program.file(
      "match/base.yml",
      """
      matches:
        - trigger: ":hello"
          label: "Greeting"
          replace: "Hello, thank you for writing to us."
        - triggers: [":late", ":delay"]
          label: "Late parcel"
          replace: |-
            I am sorry that your parcel is late.
            It will be with you tomorrow.
        - trigger: ":bye"
          replace: "Have a nice day!"
      """)
    try open(
      file, in: program, showing: "Greeting", typing: "parcel", "Late parcel",
      sends: "I am sorry that your parcel is late.\nIt will be with you tomorrow.")
  }

  @Test func `from Chatwoot`() throws {
    let program = try Program()
    defer { program.clean() }
    let file = try program.file(
      "canned.json",
      #"""
      [{"id": 1, "account_id": 7, "short_code": "hi", "content": "Hello, how can we help you today?"},
       {"id": 2, "account_id": 7, "short_code": "refund", "content": "Your refund is on its way."},
       {"id": 3, "account_id": 7, "short_code": "bye", "content": "Thank you, and goodbye."}]
      """#)
    try open(
      file, in: program, showing: "Hello, how can", typing: "refund", "Your refund",
      sends: "Your refund is on its way.")
  }

  @Test func `from a workbook`() throws {
    let program = try Program()
    defer { program.clean() }
    let list = try program.file(
      "list.csv",
      """
      分组,问题,回复内容,快捷码
      发货,什么时候发货,今天下午五点前的订单当天发出。,001
      售后,怎么退货,收到货七天内可以退货。,002
      售后,运费谁出,质量问题由我们承担运费。,003
      """)
    let file = program.path("客服话术.xlsx")
    #expect(try program.run("convert", list, file).status == 0)
    try open(
      file, in: program, showing: "什么时候发货", typing: "tuihuo", "怎么退货", sends: "收到货七天内可以退货。")
  }
}
