import Foundation
import Testing

@testable import lab

/// What agents do every day, by keys, in both languages.
@Suite struct StoryTests {
  @Test(arguments: Story.all.indices)
  func `Everyday tasks are done by their keys`(index: Int) throws {
    let story = Story.all[index]
    // It throws where it does not come to what it should.
    #expect(try story.keys() > 0 || story.task.contains("mouse"), "\(story.task)")
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
    for task in Set(Story.all.map(\.task)) {
      let cells = try #require(lines.first { $0.hasPrefix(task + "  ") }, "\(task)")
        .dropFirst(task.count).split(separator: " ")
      let counts = try Story.all.filter { $0.task == task }.map { String(try $0.keys()) }
      #expect(cells.count == 4 && [String(cells[0]), String(cells[2])] == counts, "\(task)")
    }
  }
}
