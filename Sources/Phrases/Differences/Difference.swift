/// What became of the phrases of a knowledge base between two states of it.
///
/// A phrase is the same one while its key is; see ``KnowledgeBase/inheritIDs(from:)`` for lists
/// that give no ids.
public struct Difference: Hashable, Sendable {
  /// One phrase in both states.
  public struct Change: Hashable, Sendable {
    public var old: Phrase
    public var new: Phrase

    /// What differs, in the order of the columns.
    public var columns: [PhraseColumn] {
      PhraseColumn.allCases.filter { old.differs(from: new, in: $0) }
    }
  }

  /// Only in the new state, in its order.
  public var added: [Phrase] = []
  /// Only in the old state, in its order.
  public var removed: [Phrase] = []
  /// With other contents, in the order of the new state; they may have moved as well.
  public var changed: [Change] = []
  /// In another department or category with the same contents, in the order of the new state.
  public var moved: [Change] = []
  /// The least number of rows that were put elsewhere in the order.
  public var reorderedCount = 0

  public var isEmpty: Bool {
    added.isEmpty && removed.isEmpty && changed.isEmpty && moved.isEmpty && reorderedCount == 0
  }

  /// Compares two lists, in each of which a key stands once.
  ///
  /// - Complexity: O(*n* log *n*) in the phrases of both.
  public init(from old: [Phrase], to new: [Phrase]) {
    var places = [PhraseKey: Int](minimumCapacity: old.count)
    for (place, phrase) in old.enumerated() { places[phrase.key] = place }
    var kept = [Bool](repeating: false, count: old.count)
    var order: [Int] = []
    order.reserveCapacity(min(old.count, new.count))
    for phrase in new {
      guard let place = places[phrase.key] else {
        added.append(phrase)
        continue
      }
      kept[place] = true
      order.append(place)
      let change = Change(old: old[place], new: phrase)
      if change.isOfContents {
        changed.append(change)
      } else if change.isOfPlace {
        moved.append(change)
      }
    }
    removed = old.indices.filter { !kept[$0] }.map { old[$0] }
    reorderedCount = order.count - Difference.risingPlaces(in: order).count
  }

  /// The places of as many of some distinct numbers as can stay where they are while the others are
  /// put in ascending order around them: the longest increasing subsequence, by patience sorting.
  public static func risingPlaces(in numbers: [Int]) -> [Int] {
    // The place of the least number that a rise of each length ends with, and what goes before.
    var ends: [Int] = []
    var previous = [Int](repeating: -1, count: numbers.count)
    for (place, number) in numbers.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if numbers[ends[middle]] < number { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[place] = ends[low - 1] }
      if low == ends.count { ends.append(place) } else { ends[low] = place }
    }
    var places: [Int] = []
    var place = ends.last ?? -1
    while place >= 0 {
      places.append(place)
      place = previous[place]
    }
    return places.reversed()
  }
}

extension Difference.Change {
  fileprivate var isOfPlace: Bool {
    Phrase.placeColumns.contains { old.differs(from: new, in: $0) }
  }

  fileprivate var isOfContents: Bool {
    old.level != new.level
      || PhraseColumn.allCases.contains {
        !Phrase.placeColumns.contains($0) && old.differs(from: new, in: $0)
      }
  }
}

extension Phrase {
  fileprivate static let placeColumns: [PhraseColumn] = [.department, .category, .subcategory]

  /// Whether another phrase has something else in a column, byte for byte.
  ///
  /// Swift's `==` would take an é for an e with an accent, and what is sent is bytes.
  fileprivate func differs(from other: Phrase, in column: PhraseColumn) -> Bool {
    switch column {
    case .id: false
    case .department: !department.hasSameBytes(as: other.department)
    case .category: !category.hasSameBytes(as: other.category)
    case .subcategory: !subcategory.hasSameBytes(as: other.subcategory)
    case .title: !title.hasSameBytes(as: other.title)
    case .text: !text.hasSameBytes(as: other.text)
    case .keywords: !keywords.hasSameBytes(as: other.keywords)
    case .code: !code.hasSameBytes(as: other.code)
    case .attachments: !attachments.hasSameBytes(as: other.attachments)
    case .validFrom: validFrom != other.validFrom
    case .validUntil: validUntil != other.validUntil
    case .status: isDraft != other.isDraft
    }
  }
}

extension String {
  /// Eight bytes at a time: all texts of a knowledge base are compared at each change of its file.
  func hasSameBytes(as other: String) -> Bool {
    var (own, other) = (self, other)
    return own.withUTF8 { own in
      other.withUTF8 { other in
        guard own.count == other.count else { return false }
        let (left, right) = (UnsafeRawBufferPointer(own), UnsafeRawBufferPointer(other))
        var place = 0
        while place + 8 <= left.count {
          let word = left.loadUnaligned(fromByteOffset: place, as: UInt64.self)
          if word != right.loadUnaligned(fromByteOffset: place, as: UInt64.self) { return false }
          place += 8
        }
        return left[place...].elementsEqual(right[place...])
      }
    }
  }
}

extension [String] {
  fileprivate func hasSameBytes(as other: [String]) -> Bool {
    elementsEqual(other) { $0.hasSameBytes(as: $1) }
  }
}
