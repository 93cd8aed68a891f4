import ArgumentParser

/// Maltreats the store and the readers, and looks whether what they promise still holds.
///
/// Each row is one requirement with its numbers; `docs/reliability.md` lists them.
struct Torture: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "torture",
    abstract: "Kills, starves, crowds and feeds garbage to the store and the readers.",
    discussion: """
      Ends with exit code 1 when a bound does not hold. Rows that need strace are skipped where it \
      is missing or may not trace.
      """)

  static var tests: [any TortureTest.Type] {
    [
      KillPoints.self, FailedCalls.self, OpenedFiles.self, Crowd.self, CountedSends.self,
      PowerLoss.self, DamagedFiles.self, PhrasesAsData.self, Attacks.self, CopiesReadBack.self,
      GivenBack.self, Stopped.self,
      VanishedTerminal.self, Resizes.self, ManyCopies.self, BlockedOutput.self, HostileText.self,
      ChosenPhrases.self, TwoChats.self, BarePastes.self, EncodedLists.self, Publishers.self,
      LostStores.self,
      Secrets.self, PlantedFolders.self, EverySignal.self, VastLists.self,
    ]
  }

  @Flag(help: "A tenth of the numbers, for checks of every change.")
  var tenth = false

  @Option(help: ArgumentHelp("Only these rows.", valueName: "S1,S4"))
  var only: String?

  @Option(help: "What the random choices begin with; printed, so that a run can be repeated.")
  var seed: UInt64 = 4

  @Option(help: "The phrasedesk to start; without it, the one beside lab.")
  var program: String?

  func validate() throws {
    let known = Torture.tests.map { $0.row }
    for row in rows ?? [] where !known.contains(row) {
      throw ValidationError("There is no row \(row): take some of \(known.joined(separator: ",")).")
    }
  }

  func run() throws {
    let plan = TorturePlan(isTenth: tenth, seed: seed, program: program)
    print("seed \(seed)\(tenth ? ", a tenth of the numbers" : "")")
    var broken = 0
    for test in Torture.tests where rows?.contains(test.row) ?? true {
      broken += try Torture.run(test, plan)
    }
    if broken > 0 { throw ExitCode.failure }
  }

  private var rows: [String]? { only?.split(separator: ",").map { $0.uppercased() } }

  /// Runs one row and prints what came of it; gives how many bounds do not hold.
  private static func run(_ test: any TortureTest.Type, _ plan: TorturePlan) throws -> Int {
    print("\n== \(test.row): \(test.claim)")
    flushOutput()
    let clock = ContinuousClock.now
    do {
      let report = try test.init(plan).run()
      print(report.text, terminator: "")
      print("took \(Int((ContinuousClock.now - clock) / .seconds(1))) s")
      flushOutput()
      return report.broken.count
    } catch let skipped as Skipped {
      print("skipped: \(skipped.why)")
      return 0
    } catch {
      print("BROKEN: \(error)")
      return 1
    }
  }
}
