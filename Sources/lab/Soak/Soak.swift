import ArgumentParser

/// T7: a desk that is used all day, and neither grows, leaks nor spins.
struct Soak: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "soak",
    abstract: "Uses a desk on a terminal for hours, and looks whether it grows, leaks or spins.",
    discussion: """
      Ten searches a second, a copy every ten seconds, a source that changes every minute, and now \
      and then a pause in which the desk has to sleep. Ends with exit code 1 when a bound does not \
      hold. Memory is compared with what it was after the first hour, in runs below two hours after \
      the first quarter.
      """)

  @Option(help: "How long, in hours.")
  var hours: Double?

  @Option(help: "How long, in minutes, in place of hours.")
  var minutes: Double?

  @Option(help: "How many phrases the source has.")
  var size = 2_000

  @Option(help: "The phrasedesk to start; without it, the one beside lab.")
  var program: String?

  func validate() throws {
    guard (hours == nil) != (minutes == nil) else {
      throw ValidationError("Say how long, with --hours or --minutes.")
    }
    guard length >= .seconds(60) else { throw ValidationError("A minute is the least.") }
    if size < 100 { throw ValidationError("--size must be 100 or more.") }
  }

  private var length: Duration { .seconds(hours.map { $0 * 3600 } ?? (minutes ?? 0) * 60) }

  func run() throws {
    let agent = try SoakAgent(
      StoreAtRisk(TorturePlan(program: program), Editions(size: size, seed: 7), traced: false),
      for: length)
    let report = try agent.run()
    print(report.text, terminator: "")
    if !report.broken.isEmpty { throw ExitCode.failure }
  }
}
