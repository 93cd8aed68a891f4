/// What was typed, compiled: made once a keystroke, used on every phrase.
///
/// Every word of it must be found in a phrase's title, code, keywords, categories or text, in one
/// piece. A piece may mix, as it likes, 汉字 (traditional or simplified), whole pinyin of any
/// reading, initials, an unfinished last syllable, digits and Latin letters. `"Quoted words"` are
/// found literally, and what a `-word` names is left out. An empty query finds every phrase. Of a
/// text that nobody types, the first 1,000 Unicode scalars and 32 words are read.
public struct Query: Sendable {
  /// As it was typed.
  public let text: String
  public let options: SearchOptions
  let patterns: [Pattern]
  let spellings: Spellings
  /// One for each pattern that must be found.
  let words: [QueryWord]
  /// One for each that must not.
  let excluded: [QueryWord]
  /// What the index can say of each word.
  let graphs: [ParseGraph]
  /// Which of ``words`` was typed first.
  let firstWord: Int
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
  public var isEmpty: Bool { patterns.isEmpty }

  /// Whether the phrases that the index names are just those that the query finds.
  var isIndexExact: Bool { graphs.allSatisfy(\.isExact) && excluded.isEmpty }

  public init(_ text: String, options: SearchOptions = .standard) {
    self.init(text, options: options, isFuzzy: false)
  }

  /// A query that also takes sounds for each other, as its options say, when it `isFuzzy`.
  init(_ text: String, options: SearchOptions, isFuzzy: Bool) {
    self.text = text
    self.options = options
    spellings = Spellings.shared(for: options, isFuzzy: isFuzzy)
    let typed = QueryText.words(of: text, options: options).reduce(into: [Pattern]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    // The word that says most is looked for first: most phrases are done with then.
    let patterns = typed.sorted { $0.weight > $1.weight }
    var compiler = QueryCompiler(patterns: patterns, spellings: spellings, isFuzzy: isFuzzy)
    let indices = patterns.indices.filter { patterns[$0].role == .required }
    words = indices.map { compiler.compile(patterns[$0], index: $0) }
    self.patterns = patterns
    let first = typed.first { $0.role == .required }
    firstWord = indices.firstIndex { patterns[$0] == first } ?? 0
    graphs = compiler.graphs
    let whole = Pattern.joined(typed.filter { $0.role == .required })
    joined =
      words.count > 1 && whole.count <= Row.maximumCount
      ? compiler.compile(whole, index: 0, passesSpaces: true) : nil
    excluded = patterns.indices.filter { patterns[$0].role == .excluded }
      .map { compiler.compile(patterns[$0], index: $0) }
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
  /// How many of them are no closer than a ``ParseGraph/Level``.
  let tablesOfLevel: (spelled: Int, sound: Int, initials: Int)
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
      case .spelled: tablesOfLevel.spelled
      case .sound: tablesOfLevel.sound
      case .initials: tablesOfLevel.initials
      }
    tables = tables.lowerBound..<tables.lowerBound + max(1, count)
  }
}
