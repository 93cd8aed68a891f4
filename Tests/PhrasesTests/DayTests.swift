import Phrases
import Testing

@Suite struct DayTests {
  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-00-10", "26-01-01", "2026-1-1", "2026/01/01", "",
  ])
  func `What is no calendar day is refused`(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test func `A leap day is a day`() throws {
    let day = try #require(Day(iso: "2028-02-29"))
    #expect(day.description == "2028-02-29")
  }

  @Test func `Both days of a validity are included`() throws {
    let first = try #require(Day(iso: "2026-11-01"))
    let last = try #require(Day(iso: "2026-11-11"))
    let after = try #require(Day(iso: "2026-11-12"))
    let phrase = Phrase(
      key: PhraseKey(source: "file", id: "1"), title: "双十一", text: "满减进行中", validFrom: first,
      validUntil: last)
    #expect(phrase.validity(on: first) == .valid)
    #expect(phrase.validity(on: last) == .valid)
    #expect(phrase.validity(on: after) == .expired(last))
  }
}
