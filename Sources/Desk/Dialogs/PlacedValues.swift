import Phrases

/// Where the values of placeholders stand in a text that is edited by hand, so that they can be asked for again
/// when it is kept for other customers.
struct PlacedValues: Equatable, Sendable {
  private struct Place: Equatable, Sendable {
    var name: String
    /// In characters.
    var range: Range<Int>
  }

  /// In the order of the text.
  private var places: [Place] = []

  /// Of what is still there as it was put in.
  var names: Set<String> { Set(places.map(\.name)) }

  /// The same in a text that a template was filled to, with what was put in by that.
  func filled(_ template: Template, as filling: Template.Filling) -> PlacedValues {
    var (result, before, after) = (PlacedValues(), 0, 0)
    let written = filling.templatePieces
    for ((segment, piece), text) in zip(zip(template.segments, filling.pieces), written) {
      let (old, new) = (template.text[segment.range].count, text.count)
      if let name = segment.placeholder, piece.kind == .value {
        result.places.append(Place(name: name, range: after..<after + new))
      } else {
        for var place in places where before..<before + old ~= place.range.lowerBound {
          let start = place.range.lowerBound - before + after
          place.range = start..<start + place.range.count
          result.places.append(place)
        }
      }
      (before, after) = (before + old, after + new)
    }
    return result
  }

  /// The same after one stretch of the text became another: what was typed over is a value no more.
  func followed(from old: String, to new: String) -> PlacedValues {
    let (before, after) = (Array(old), Array(new))
    let most = min(before.count, after.count)
    let start = zip(before, after).prefix { $0 == $1 }.count
    let end = zip(before.reversed(), after.reversed()).prefix { $0 == $1 }.count
    let kept = min(end, most - start)
    let shift = after.count - before.count
    let inserted = after[start..<after.count - kept]
    func isPart(_ character: Character?) -> Bool {
      character.map { $0.isASCII && ($0.isLetter || $0.isNumber) } ?? false
    }
    var result = self
    result.places = places.compactMap { place in
      var place = place
      guard !place.range.isEmpty else { return nil }
      // One more digit beside it makes another number.
      let (first, last) = (before[place.range.lowerBound], before[place.range.upperBound - 1])
      if place.range.upperBound == start, isPart(last), isPart(inserted.first) { return nil }
      if place.range.lowerBound == before.count - kept, isPart(first), isPart(inserted.last) {
        return nil
      }
      if place.range.upperBound <= start { return place }
      guard place.range.lowerBound >= before.count - kept else { return nil }
      place.range = place.range.lowerBound + shift..<place.range.upperBound + shift
      return place
    }
    return result
  }

  /// The text with what `standing` writes of a name in the place of each value.
  func replaced(in text: String, _ standing: (String) -> String) -> String {
    var characters = Array(text)
    for place in places.reversed() where place.range.upperBound <= characters.count {
      characters.replaceSubrange(place.range, with: Array(standing(place.name)))
    }
    return String(characters)
  }
}
