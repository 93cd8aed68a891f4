import Foundation

/// What the kernel says of a desk minute by minute, and what has to hold at the end.
struct SoakDiary {
  /// What was seen at one time.
  struct Entry {
    var time: Duration
    var residentBytes: Int
    var privateBytes: Int
    var descriptors: Int
    var logBytes: Int
  }

  /// What a desk did while nobody used it.
  struct Pause {
    var length: Duration
    var wakeUps: Int
    var ticks: Int
  }

  private let process: pid_t
  private let program: DeskProgram
  private let storePath: String
  private(set) var entries: [Entry] = []
  private(set) var pauses: [Pause] = []
  private var beforePause: ProcessFacts?

  init(process: pid_t, program: DeskProgram, storePath: String) {
    self.process = process
    self.program = program
    self.storePath = storePath
  }

  /// Looks, and prints a line, so that a run of hours can be followed.
  mutating func note(at time: Duration) throws {
    let facts = try ProcessFacts(process)
    let entry = Entry(
      time: time, residentBytes: facts.residentBytes, privateBytes: facts.privateBytes,
      descriptors: facts.descriptors, logBytes: SoakDiary.bytes(of: storePath + "-wal"))
    add(entry)
    print(
      String(
        format: "%5.1f min  resident %6.2f MB  private %6.2f MB  descriptors %d  log %.2f MB",
        time / .seconds(60), Double(entry.residentBytes) / 1_048_576,
        Double(entry.privateBytes) / 1_048_576, entry.descriptors,
        Double(entry.logBytes) / 1_048_576))
    flushOutput()
  }

  mutating func add(_ entry: Entry) { entries.append(entry) }

  mutating func add(_ pause: Pause) { pauses.append(pause) }

  mutating func beginPause() throws { beforePause = try ProcessFacts(process) }

  mutating func endPause(after length: Duration) throws {
    guard let before = beforePause else { return }
    let after = try ProcessFacts(process)
    let pause = Pause(
      length: length, wakeUps: after.switches - before.switches, ticks: after.ticks - before.ticks)
    add(pause)
    print(
      "pause of \(length / .seconds(1)) s: woke up \(pause.wakeUps) times, \(pause.ticks) ticks")
    flushOutput()
  }

  /// What has to hold, as figures with their bounds.
  func judge(into bounds: inout Bounds, length: Duration) {
    let isLong = length >= .seconds(7200)
    let settled = isLong ? .seconds(3600) : length / 4
    let later = entries.filter { $0.time >= settled }
    // Memory swings with every edition of the source, by more than the bound and for minutes: it is
    // told by the middle of twenty, or of a third of them all.
    let window = max(min(later.count / 3, 20), 1)
    let first = SoakDiary.middle(later.prefix(window).map(\.residentBytes))
    let last = SoakDiary.middle(later.suffix(window).map(\.residentBytes))
    let when = isLong ? "the first hour" : "the first quarter"
    bounds.add("resident after \(when)", SoakDiary.megabytes(first))
    bounds.add("resident at the end", SoakDiary.megabytes(last))
    bounds.add("growth since", megabytes: last - first, under: 1)
    bounds.add("private at the end", SoakDiary.megabytes(later.last?.privateBytes ?? 0))
    let descriptors = later.map(\.descriptors)
    // While a clipboard tool runs there is a pipe or two to it.
    bounds.add(
      "descriptors at the end", descriptors.last ?? 0, atMost: (descriptors.first ?? 0) + 2)
    bounds.add("descriptors at most", descriptors.max() ?? 0, atMost: (descriptors.first ?? 0) + 4)
    bounds.add("log of the store at most", megabytes: entries.map(\.logBytes).max() ?? 0, under: 16)
    bounds.add(
      "reports and logs", megabytes: SoakDiary.bytes(in: "\(program.home)/state"), under: 1)
    let seconds = pauses.reduce(0) { $0 + $1.length / .seconds(1) }
    let ticks = pauses.reduce(0) { $0 + $1.ticks }
    let wakeUps = pauses.reduce(0) { $0 + $1.wakeUps }
    let ticksASecond = Double(sysconf(Int32(_SC_CLK_TCK)))
    bounds.add("seconds of rest", Int(seconds))
    bounds.add(
      "processor while at rest", percent: 100 * Double(ticks) / ticksASecond / max(seconds, 1),
      under: 0.1)
    // A look at the source a minute wakes a handful of threads; a busy poll has thousands.
    bounds.add("wake-ups a minute of rest", Int(60 * Double(wakeUps) / max(seconds, 1)), atMost: 60)
  }

  private static func middle(_ values: [Int]) -> Int {
    values.isEmpty ? 0 : values.sorted()[values.count / 2]
  }

  private static func megabytes(_ bytes: Int) -> String {
    String(format: "%.2f MB", Double(bytes) / 1_048_576)
  }

  private static func bytes(of path: String) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.size] as? NSNumber)?.intValue ?? 0
  }

  private static func bytes(in folder: String) -> Int {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.reduce(0) { $0 + bytes(of: "\(folder)/\($1)") }
  }
}
