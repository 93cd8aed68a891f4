import Phrases

/// S3: no file beside the store carries anything that a sync changes.
struct OpenedFiles: TortureTest {
  static let row = "S3"
  static let claim = "a sync writes the store, its log, their index, and nothing else"

  private let plan: TorturePlan

  init(_ plan: TorturePlan) { self.plan = plan }

  func run() throws -> Report {
    var bounds = Bounds("S3 files opened for writing")
    var random = plan.random(300)
    let risk = try StoreAtRisk(plan, Editions(size: 300, seed: random.next()))
    // The lock is a file without a byte.
    let allowed =
      ["", "-wal", "-shm", "-journal", ".lock"].map { risk.storePath + $0 } + ["/dev/null"]
    func watch(_ name: String, _ expected: CommandRun.Ending = .exited(0)) throws {
      let (run, threads) = try risk.tracer.calls(risk.program, ["sync"], "%file")
      let paths = Set(threads.joined().filter(\.opensForWriting).map(\.path))
      let others = paths.subtracting(allowed)
      bounds.add("\(name): files", paths.count)
      bounds.add("\(name): others than the store's", others.count, is: 0)
      for path in others.sorted() { bounds.complain("\(name): \(path) was opened for writing") }
      if run.ending != expected { bounds.complain("\(name): ended with \(run.summary)") }
    }
    try risk.reset()
    try watch("a new edition")
    try watch("nothing new")
    let few = Array(risk.editions.new.phrases.prefix(100))
    try risk.put(KnowledgeBase.write(few, as: .csv(delimiter: .comma)))
    try watch("an edition that waits", .exited(1))
    try risk.put(Array("title\nno text column\n".utf8))
    try watch("a file that is refused", .exited(3))
    return bounds.report
  }
}
