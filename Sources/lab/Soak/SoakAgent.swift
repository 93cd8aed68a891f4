import Foundation

/// Somebody who works at one desk for hours without a break but those that are measured.
final class SoakAgent {
  private let risk: StoreAtRisk
  private let length: Duration
  private let desk: TerminalRun
  private let start = ContinuousClock.now
  private var diary: SoakDiary
  private var screenBytes = 0
  private var searches = 0
  private var copies = 0
  private var edits = 0
  /// Whether something was drawn since the last search.
  private var isAnswered = true
  private var lastSearch = Duration.zero
  private var failures: [String] = []
  private let queries = [
    "fh", "tuikuan", "退款", "kd", "yunfei", "发货", "shouhou zhiliang", "wl", "youhuiquan", "order",
    "tk 7", "质量", "dizhi", "zongguo", "fpiao", "qqqq",
  ]

  /// How long the desk has for an answer on a machine that others use, too.
  static let patience = Duration.seconds(10)
  static let searchInterval = Duration.milliseconds(100)
  static let copyInterval = Duration.seconds(10)
  static let editInterval = Duration.seconds(60)

  /// A clipboard that is a file: `xclip` as far as the desk uses it.
  private static let xclip = """
    #!/bin/sh
    case "$*" in *-o*) cat "$0.text" ;; *) cat > "$0.text" ;; esac

    """

  /// Opens a desk that follows a file, with a clipboard tool of its own.
  init(_ risk: StoreAtRisk, for length: Duration) throws {
    self.risk = risk
    self.length = length
    let home = risk.program.home
    let tools = "\(home)/tools"
    try FileManager.default.createDirectory(atPath: tools, withIntermediateDirectories: true)
    let tool = try risk.program.write(Array(SoakAgent.xclip.utf8), to: "tools/xclip")
    guard chmod(tool, 0o755) == 0 else { throw LabFailure("\(tool) cannot be made to run") }
    var environment = risk.program.environment
    environment["PATH"] = "\(tools):\(environment["PATH"] ?? "")"
    environment["DISPLAY"] = ":none"
    desk = try TerminalRun(
      risk.program.path, environment: environment)
    _ = try desk.settled("the phrases of the source") { $0.contains("始终不变") }
    diary = SoakDiary(process: desk.child.pid, program: risk.program, storePath: risk.storePath)
  }

  /// Works, rests, and tells how the desk has borne it.
  func run() throws -> Report {
    defer { desk.close() }
    let pauses = SoakAgent.pauses(in: length)
    try work(until: pauses.first?.start ?? length)
    for (index, pause) in pauses.enumerated() {
      try rest(for: pause.length)
      try work(until: pauses.indices.contains(index + 1) ? pauses[index + 1].start : length)
    }
    return try judge()
  }

  /// A minute of rest every ten; in short runs a quarter of the time, once.
  static func pauses(in length: Duration) -> [(start: Duration, length: Duration)] {
    let minutes = Int(length / .seconds(60))
    guard minutes >= 10 else { return [(length / 2, min(length / 4, .seconds(60)))] }
    return (1...minutes / 10).map { (.seconds(600 * $0 - 120), .seconds(60)) }
  }

  private var now: Duration { ContinuousClock.now - start }

  // MARK: - Working

  private func work(until end: Duration) throws {
    var nextSearch = now
    var nextCopy = now + SoakAgent.copyInterval
    var nextEdit = now + SoakAgent.editInterval / 4
    var nextNote = now
    while now < end {
      if now >= nextCopy {
        copy()
        nextCopy += SoakAgent.copyInterval
      }
      if now >= nextEdit {
        try edit()
        nextEdit += SoakAgent.editInterval
      }
      if now >= nextNote {
        try diary.note(at: now)
        nextNote += .seconds(60)
      }
      // A desk that has not answered yet is not typed over: what waits would be no rest.
      if isAnswered || now - lastSearch > SoakAgent.patience { search() }
      nextSearch = max(nextSearch + SoakAgent.searchInterval, now)
      drain(until: nextSearch)
    }
  }

  /// Alt+Z and a query in its place, as fast as nobody types.
  private func search() {
    if !isAnswered { failures.append("a search was not answered, but:\n\(desk.screen.text)") }
    desk.terminal.type("\u{1B}z\(queries[searches % queries.count])")
    searches += 1
    isAnswered = false
    lastSearch = now
  }

  private func copy() {
    catchUp()
    desk.terminal.type("\r")
    if desk.settle(within: SoakAgent.patience, showing: { $0.contains("Copied:") }) == nil {
      failures.append("a copy was not answered, but:\n\(desk.screen.text)")
    }
    // The next one's answer must not be taken for this one's.
    desk.terminal.type("\u{1B}z\u{7F}")
    copies += 1
  }

  /// Searches for the one phrase that both editions have, and waits until it alone is shown.
  private func catchUp() {
    desk.terminal.type("\u{1B}z\(Editions.keptCode)")
    if desk.settle(within: SoakAgent.patience, showing: { $0.line(0).contains(" 1 of ") }) == nil {
      failures.append("the phrase was not found, but:\n\(desk.screen.text)")
    }
    isAnswered = true
  }

  /// The source's file becomes its other edition.
  private func edit() throws {
    let editions = risk.editions
    try risk.put(edits.isMultiple(of: 2) ? editions.old.csv : editions.new.csv)
    edits += 1
  }

  /// Takes what the desk draws, as a terminal does.
  private func drain(until end: Duration) {
    while now < end {
      guard case .bytes(let bytes) = desk.read(within: end - now) else { return }
      screenBytes += bytes.count
      isAnswered = true
      desk.take(bytes)
    }
  }

  // MARK: - Resting

  private func rest(for pause: Duration) throws {
    // What was begun is finished first: the sync, the log of usage, threads without work.
    catchUp()
    drain(until: now + .seconds(3))
    try diary.beginPause()
    drain(until: now + pause)
    try diary.endPause(after: pause)
  }

  // MARK: - At the end

  private func judge() throws -> Report {
    try diary.note(at: now)
    var bounds = Bounds("T7 soak")
    bounds.add("minutes", Int(length / .seconds(60)))
    bounds.add("searches", searches)
    bounds.add("copies", copies)
    bounds.add("searches and copies not answered", failures.count, is: 0)
    bounds.add("editions of the source", edits)
    bounds.add("megabytes drawn", screenBytes >> 20)
    diary.judge(into: &bounds, length: length)
    for failure in failures { bounds.complain(failure) }
    try compareFrames(into: &bounds)
    return bounds.report
  }

  /// Whether the desk shows what a new one shows.
  private func compareFrames(into bounds: inout Bounds) throws {
    let edition = edits.isMultiple(of: 2) ? risk.editions.new : risk.editions.old
    let new = try risk.program.open(showing: "始终不变")
    defer { new.close() }
    var frames: [[String]] = []
    for desk in [desk, new] {
      desk.terminal.type("\u{1B}z\(Editions.keptCode)")
      let all = edition.phrases.count.grouped
      _ = desk.settle { $0.line(0).hasSuffix(" 1 of \(all)") }
      // The status line tells what happened last, and that differs.
      frames.append((0..<desk.screen.rows - 1).map { desk.screen.line($0) })
      if !desk.screen.line(0).hasSuffix(" 1 of \(all)") {
        bounds.complain("1 of \(all) phrases are not shown, but:\n\(desk.screen.text)")
      }
    }
    let differing = zip(frames[0], frames[1]).count { $0 != $1 }
    bounds.add("lines that a new desk shows otherwise", differing, is: 0)
    if differing > 0 {
      bounds.complain("the desk shows:\n\(desk.screen.text)\na new one:\n\(new.screen.text)")
    }
  }
}
