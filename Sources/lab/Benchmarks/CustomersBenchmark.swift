import ArgumentParser
import Desk
import Phrases

struct CustomersBenchmark: Benchmark {
  static let configuration = CommandConfiguration(
    commandName: "customers", abstract: "A day of three hundred customers at one desk, in process.",
    discussion: """
      Each writes a message with an order number, gets a form filled with it, and is ended by Alt+X or left for \
      another chat. Nothing of one may stand on the screen of the next, and the day may not cost a megabyte.
      """)

  @OptionGroup var options: BenchmarkOptions

  private static let count = 300

  func measure() throws -> Report {
    var report = Report()
    let desk = try StoryDesk(.chinese)
    defer { desk.close() }
    // The tables of the search, and what the first customers leave to come back to.
    for customer in 0..<20 { try serve(customer, at: desk, &report) }
    let before = try HeapMemory.bytesInUse
    for customer in 20..<CustomersBenchmark.count { try serve(customer, at: desk, &report) }
    let growth = try HeapMemory.bytesInUse - before
    var table = Table(["300 customers", "sends", "keys", "growth"])
    table.add(
      "Alt+X and Alt+Z in turn", desk.sent.count.grouped, desk.keyCount.grouped,
      "\(growth / 1_024) kB")
    report.tables.append(table)
    if desk.sent.count != CustomersBenchmark.count {
      report.broken.append("\(desk.sent.count) messages went out of \(CustomersBenchmark.count)")
    }
    if growth >= 1 << 20 { report.broken.append("a day of customers cost \(growth) bytes") }
    return report
  }

  /// One customer of one of three chats, or of a chat that nothing names.
  private func serve(_ customer: Int, at desk: StoryDesk, _ report: inout Report) throws {
    let order = String(250_601_000_000_000 + customer * 7_919)
    let chat = customer % 4
    if chat > 0 {
      let name = ConversationName("customer \(chat)")
      desk.take(.summoned(Target(.pane(id: nil), name: "%\(chat) chat"), from: name))
    }
    try desk.press("<A-x>")
    let others = desk.screen.matches(of: /250[0-9]{12}/).map { String($0.output) }
    if let other = others.first {
      report.broken.append("\(other) stands on the screen of customer \(customer)")
    }
    desk.take(.paste("订单 \(order)\n怎么还没有发货？"))
    try desk.press("<A-j><A-z>cfh<Enter><Enter>")
    guard desk.sent.last?.contains(order) == true else {
      report.broken.append("customer \(customer) got: \(desk.sent.last ?? "nothing")")
      return
    }
  }
}
