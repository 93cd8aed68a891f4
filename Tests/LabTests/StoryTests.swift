import Foundation
import Testing

@testable import lab

/// What agents do every day, by keys, in both languages.
@Suite struct StoryTests {
  /// Each is played once, and throws where it does not come to what it should.
  private static let counts = Story.all.map { story in Result { try story.keys() } }

  @Test(arguments: Story.all.indices)
  func `Everyday tasks are done by their keys`(index: Int) throws {
    let keys = try Self.counts[index].get()
    #expect(keys > 0 || Story.all[index].task.contains("mouse"), "\(Story.all[index].task)")
  }

  @Test func `Every task is told in both languages`() {
    let tasks = Dictionary(grouping: Story.all, by: \.task)
    #expect(tasks.values.allSatisfy { Set($0.map(\.language)).count == 2 && $0.count == 2 })
  }

  @Test func `The document has the keys that each takes`() throws {
    let document = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../../docs/benchmarks.md").standardized, encoding: .utf8)
    let lines = document.split(separator: "\n")
    var counts: [String: [Int]] = [:]
    for (story, keys) in zip(Story.all, Self.counts) {
      counts[story.task, default: []].append(try keys.get())
    }
    for (task, counts) in counts {
      let cells = try #require(lines.first { $0.hasPrefix(task + "  ") }, "\(task)")
        .dropFirst(task.count).split(separator: " ")
      #expect(cells.count == 4 && [cells[0], cells[2]] == counts.map { "\($0)" }, "\(task)")
    }
  }
}
