/// What was typed, compiled: made once a keystroke, used on every phrase.
///
/// Every word of it must be found in a phrase's title, code, keywords, categories or text, in one
/// piece. A piece may mix, as it likes, 汉字 (traditional or simplified), whole pinyin of any
/// reading, initials, an unfinished last syllable, digits and Latin letters. An empty query finds
/// every phrase.
public struct Query: Sendable {
  /// As it was typed.
  public let text: String
  public let options: SearchOptions
  let patterns: [Pattern]
  /// One for each pattern.
  let words: [QueryWord]
  /// What the index can say of each word.
  let graphs: [ParseGraph]
  /// All words as one, to find a title that is the whole query; nil unless there are several.
  let joined: QueryWord?
  /// The tables of all words, and of ``joined``.
  let tables: [QueryWord.Table]
  /// The row of every symbol, counted from a table's first one.
  let rowOfSymbol: [UInt16]
  /// The rows of units that share their symbol with others.
  let ownRows: OwnRows
  /// The rows of all tables, one after the other.
  let rows: [Row]
  /// A ``Start`` for every symbol, for one word after the other.
  let starts: [UInt8]

  /// Whether nothing was typed that could be looked for.
  public var isEmpty: Bool { words.isEmpty }

  /// Whether the phrases that the index names are just those that the query finds.
  var isIndexExact: Bool { graphs.allSatisfy(\.isExact) }

  public init(_ text: String, options: SearchOptions = .standard) {
    self.text = text
    self.options = options
    let typed = Pattern.words(of: text).reduce(into: [Pattern]()) { words, word in
      if !words.contains(word) { words.append(word) }
    }
    // The word that says most is looked for first: most phrases are done with then.
    let patterns = typed.sorted { $0.weight > $1.weight }
    self.patterns = patterns
    guard !patterns.isEmpty else {
      words = []
      graphs = []
      joined = nil
      tables = []
      rowOfSymbol = []
      ownRows = OwnRows()
      rows = []
      starts = []
      return
    }
    var compiler = QueryCompiler(patterns: patterns)
    words = patterns.indices.map { compiler.compile(patterns[$0], index: $0) }
    graphs = compiler.graphs
    let whole = Pattern.joined(typed)
    joined =
      patterns.count > 1 && whole.count <= Row.maximumCount
      ? compiler.compile(whole, index: 0, passesSpaces: true) : nil
    tables = compiler.tables
    rowOfSymbol = compiler.rowOfSymbol
    ownRows = compiler.ownRows
    rows = compiler.rows
    starts = compiler.starts
  }
}

extension Query: Equatable {
  public static func == (left: Query, right: Query) -> Bool {
    left.text == right.text && left.options == right.options
  }
}

/// One compiled word: plain numbers, so that the loop over phrases counts no references.
struct QueryWord: Sendable {
  /// The transitions of one closeness and all closer ones.
  struct Table: Sendable {
    let closeness: Closeness
    /// Where its rows start in ``Query/rows``.
    let firstRow: Int
  }

  /// Index into ``Query/patterns``.
  let pattern: Int
  /// Units of the word that the automaton knows, at most ``Row/maximumCount``.
  let count: Int
  /// The state bit that says the word, or its first 63 units, are consumed.
  let accept: UInt64
  /// Indices into ``Query/tables``, the loosest first; only those that can find anything.
  private(set) var tables: Range<Int>
  /// How many of them allow initials, and how many anything but the characters themselves.
  let initialsTables: Int
  let soundTables: Int
  /// Those worth looking for in a text: a single letter is not, other than as an initial.
  let textTables: Range<Int>
  /// Where its symbols start in ``Query/starts``.
  let firstStart: Int
  /// Whether the automaton knows only the word's beginning, and a hit needs a second look.
  let isLong: Bool

  /// Leaves only the tables that are no closer than a level.
  mutating func limitTables(to level: ParseGraph.Level) {
    let count =
      switch level {
      case .literal: tables.count
      case .sound: soundTables
      case .initials: initialsTables
      }
    tables = tables.lowerBound..<tables.lowerBound + max(1, count)
  }
}
