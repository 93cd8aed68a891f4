import Phrases
import Synchronization

/// All phrases that a desk knows, as a value that is searched, and changed without being rebuilt.
///
/// It is a list of parts. The first holds nearly everything; a change appends a small part with the
/// new phrases and hides the old ones. Parts of like size are merged, so that there are never more
/// than about log₂ of the changes, and a change costs on average what the changed phrases do.
public struct Library: Sendable {
  public static let empty = Library([])

  private static let versions = Atomic<UInt64>(0)

  /// Unlike that of any other library of this process, except for copies.
  let version: UInt64
  /// How many phrases there are, drafts among them.
  public let count: Int
  /// The distinct paths that phrases stand in, in knowledge base order, drafts left out.
  public let categories: [CategoryCount]
  let parts: [Part]
  private let nextNumber: Int32

  /// Builds a library of phrases in knowledge base order; their keys are expected to differ.
  ///
  /// - Complexity: O(*n*), about two microseconds a phrase.
  public init(_ phrases: [Phrase]) {
    self.init(parts: [Part(Segment(phrases))], nextNumber: Int32(phrases.count))
  }

  /// Puts segments together that were built beside each other, in knowledge base order.
  ///
  /// The keys of all phrases are expected to differ. Building is nearly all of the work, so two
  /// threads with a half each have a library in half the time.
  public init(segments: [Segment]) {
    var parts: [Part] = []
    var next: Int32 = 0
    for segment in segments {
      let end = next + Int32(segment.count)
      parts.append(Part(segment, numbers: next == 0 ? nil : Array(next..<end)))
      next = end
    }
    self.init(parts: parts, nextNumber: next)
  }

  private init(parts: [Part], nextNumber: Int32) {
    self.parts = parts
    self.nextNumber = nextNumber
    count = parts.reduce(0) { $0 + $1.liveCount }
    categories = Library.categories(of: parts)
    version = Library.versions.add(1, ordering: .relaxed).newValue
  }

  /// The phrase with a number of this library, which must be that of a live one.
  public func phrase(_ number: PhraseNumber) -> Phrase {
    let (segment, position) = place(of: number)
    return segment.phrase(position)
  }

  /// Where the phrase with a number is held, which must be that of a live one.
  func place(of number: PhraseNumber) -> (segment: Segment, position: Int) {
    for part in parts {
      if let position = part.position(of: number.rawValue) { return (part.segment, position) }
    }
    preconditionFailure("phrase \(number.rawValue) is not in this library")
  }

  /// The number of the phrase with that key; nil when there is none.
  public func number(of key: PhraseKey) -> PhraseNumber? {
    for part in parts {
      if let position = part.position(of: key) {
        return PhraseNumber(rawValue: part.number(at: position))
      }
    }
    return nil
  }

  /// In which paths phrases of these numbers stand, and how many in each; they must be live ones.
  ///
  /// Counts without putting a phrase together.
  public func paths(of numbers: some Sequence<PhraseNumber>) -> [CategoryCount] {
    var counts: [CategoryCount] = []
    var left = Array(numbers)
    for part in parts where !left.isEmpty {
      var elsewhere: [PhraseNumber] = []
      // Sorted rather than looked up: a few hundred numbers are in order sooner than in a table.
      var paths = left.compactMap { number -> UInt32? in
        if let position = part.position(of: number.rawValue) {
          return part.segment.pathIDs[position]
        }
        elsewhere.append(number)
        return nil
      }
      paths.sort()
      var start = 0
      while start < paths.count {
        let end = paths[start...].firstIndex { $0 != paths[start] } ?? paths.count
        let path = part.segment.paths[Int(paths[start])]
        counts.append(CategoryCount(path: path, count: end - start))
        start = end
      }
      left = elsewhere
    }
    return counts
  }

  /// The keys of the phrases of a source, in no order.
  public func keys(ofSource source: String) -> Set<PhraseKey> {
    var keys: Set<PhraseKey> = []
    for part in parts where part.segment.sources.contains(source) {
      for position in 0..<part.segment.count where !part.isHidden(position) {
        let key = part.segment.key(position)
        if key.source == source { keys.insert(key) }
      }
    }
    return keys
  }

  /// The bytes that its index takes up, beside the phrases themselves.
  public var indexByteCount: Int { parts.reduce(0) { $0 + $1.segment.indexByteCount } }

  /// All numbers in knowledge base order, drafts among them.
  public var numbers: [PhraseNumber] {
    parts.flatMap { part in
      (0..<part.segment.count).filter { !part.isHidden($0) }.map(part.number(at:))
    }
    .sorted().map(PhraseNumber.init(rawValue:))
  }

  // MARK: - Changing

  /// The library without some phrases and with others.
  ///
  /// A phrase in `adding` whose key is here already takes that one's number, and so its place in
  /// the order; others are appended. Of several with the same key the last counts.
  public func applying(removing: Set<PhraseKey>, adding: [Phrase]) -> Library {
    var parts = parts
    var nextNumber = nextNumber
    func hide(_ key: PhraseKey) -> Int32? {
      for index in parts.indices {
        guard let position = parts[index].position(of: key) else { continue }
        parts[index].hide(position)
        return parts[index].number(at: position)
      }
      return nil
    }

    let latest = Dictionary(adding.map { ($0.key, $0) }) { $1 }
    var added: [(number: Int32, phrase: Phrase)] = []
    var seen: Set<PhraseKey> = []
    for key in adding.map(\.key) where seen.insert(key).inserted {
      guard let phrase = latest[key] else { continue }
      if let number = hide(key) {
        added.append((number, phrase))
      } else {
        added.append((nextNumber, phrase))
        nextNumber += 1
      }
    }
    for key in removing where !seen.contains(key) { _ = hide(key) }

    while let last = parts.last, last.liveCount <= added.count {
      added += last.live
      parts.removeLast()
    }
    added.sort { $0.number < $1.number }
    if !added.isEmpty || parts.isEmpty {
      parts.append(Part(Segment(added.map(\.phrase)), numbers: added.map(\.number)))
    }
    return Library(parts: parts, nextNumber: nextNumber)
  }

  private static func categories(of parts: [Part]) -> [CategoryCount] {
    var counts: [CategoryCount] = []
    var indices: [CategoryPath: Int] = [:]
    for part in parts {
      for (path, count) in zip(part.segment.paths, part.pathCounts) where count > 0 {
        if let index = indices[path] {
          counts[index].count += Int(count)
        } else {
          indices[path] = counts.count
          counts.append(CategoryCount(path: path, count: Int(count)))
        }
      }
    }
    return counts
  }
}

extension Library: Equatable {
  /// Whether both are the same version: O(1), however many phrases there are.
  public static func == (left: Library, right: Library) -> Bool {
    left.version == right.version
  }
}
