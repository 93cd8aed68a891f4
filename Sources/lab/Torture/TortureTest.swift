import Foundation

/// One row of requirements, and how it is tried.
protocol TortureTest {
  /// Its name in `docs/reliability.md`.
  static var row: String { get }
  /// What has to hold, in a line.
  static var claim: String { get }

  init(_ plan: TorturePlan)

  /// - Throws: ``Skipped`` where this machine cannot try it, anything else where it went wrong.
  func run() throws -> Report
}

/// How much is tried, and with what.
struct TorturePlan: Sendable {
  var isTenth = false
  var seed: UInt64 = 4
  /// The phrasedesk to start; nil for the one beside lab.
  var program: String?

  /// The full number, or a tenth of it.
  func count(_ full: Int) -> Int { isTenth ? max(1, full / 10) : full }

  /// Random numbers that belong to one part of one row, so that each row can be repeated alone.
  func random(_ part: UInt64) -> SeededGenerator { SeededGenerator(seed: seed &* 1_000 &+ part) }
}

/// Why a row could not be tried here.
struct Skipped: Error {
  let why: String
}

/// Shows at once what was printed, also where standard output is a file.
func flushOutput() { fflush(nil) }
