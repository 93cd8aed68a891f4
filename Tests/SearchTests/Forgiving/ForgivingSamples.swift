import Phrases

@testable import Search

/// One pass that forgives, over one phrase.
func forgivingGrade(_ query: String, _ phrase: Phrase, _ tier: Tier) -> Int? {
  guard let matcher = ForgivingMatcher(Query(query), tier: tier) else { return nil }
  let segment = Segment([phrase])
  let head = 0..<Int(segment.unitStarts[1])
  return segment.units.withUnsafeBufferPointer { units in
    matcher.withScanner(of: units) { $0.grade(head: head) } ?? nil
  }
}

func forgivingGrade(_ query: String, _ title: String, _ tier: Tier) -> Int? {
  forgivingGrade(query, Samples.phrase(title), tier)
}

func forgives(_ query: String, _ title: String, _ tier: Tier) -> Bool {
  forgivingGrade(query, title, tier) != nil
}
