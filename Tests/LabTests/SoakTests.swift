import Glibc
import Testing

@testable import lab

/// What `lab soak` takes for growth, a leak and a busy poll.
@Suite struct SoakTests {
  /// The bounds that do not hold for a desk of so many minutes, as a function of the minute.
  private func broken(
    minutes: Int, resident: (Int) -> Int, descriptors: (Int) -> Int = { _ in 24 },
    wakeUps: Int = 10,
    ticks: Int = 1
  ) throws -> [String] {
    let program = try DeskProgram("/bin/true")
    var diary = SoakDiary(
      process: getpid(), program: program, storePath: "\(program.home)/phrases.sqlite")
    for minute in 0...minutes {
      diary.add(
        SoakDiary.Entry(
          time: .seconds(60 * minute), residentBytes: resident(minute), privateBytes: 0,
          descriptors: descriptors(minute), logBytes: 1 << 20))
    }
    diary.add(SoakDiary.Pause(length: .seconds(60), wakeUps: wakeUps, ticks: ticks))
    var bounds = Bounds("T7")
    diary.judge(into: &bounds, length: .seconds(60 * minutes))
    return bounds.report.broken
  }

  private static let megabyte = 1 << 20

  @Test func `A desk that grows while it starts, and then no more, is well`() throws {
    #expect(
      try broken(minutes: 60) { (30 + min($0, 10)) * SoakTests.megabyte }.isEmpty)
    #expect(
      try broken(minutes: 480) { (30 + min($0, 55)) * SoakTests.megabyte }.isEmpty)
  }

  @Test func `A desk that swings about the same size is well, wherever the swing begins`() throws {
    for start in 0..<12 {
      let sentences = try broken(minutes: 60) { minute in
        40 * SoakTests.megabyte + abs((minute + start) % 12 - 6) * SoakTests.megabyte / 3
      }
      #expect(sentences.isEmpty, "\(start): \(sentences)")
    }
  }

  @Test func `Steady growth is broken, however slow`() throws {
    let sentences = try broken(minutes: 480) { 30 * SoakTests.megabyte + $0 * 4_096 }
    #expect(sentences.count == 1)
    #expect(sentences.first?.hasPrefix("growth since") == true)
  }

  @Test func `A descriptor that is lost each time is found`() throws {
    let sentences = try broken(minutes: 60, resident: { _ in 0 }, descriptors: { 24 + $0 / 5 })
    #expect(sentences.contains { $0.hasPrefix("descriptors at the end") })
  }

  @Test func `A desk that does not sleep is found`() throws {
    let sentences = try broken(minutes: 60, resident: { _ in 0 }, wakeUps: 600, ticks: 60)
    #expect(sentences.count == 2)
  }

  @Test func `Pauses lie within the run, one every ten minutes`() {
    #expect(SoakAgent.pauses(in: .seconds(60)).map(\.length) == [.seconds(15)])
    let day = SoakAgent.pauses(in: .seconds(8 * 3600))
    #expect(day.count == 48)
    #expect(day.allSatisfy { $0.start + $0.length <= .seconds(8 * 3600) })
  }
}
