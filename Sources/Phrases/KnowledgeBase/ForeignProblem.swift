extension Finding {
  /// What is said of a file that is no list of ours.
  public enum ForeignProblem: Hashable, Sendable {
    /// Which list of the file was read, and how.
    case readAs(Reading)
    /// Nothing in the file reads like phrases; what is in it, and what to type where a list may be meant.
    case noPhrases(found: [String], columns: String?)
    /// What `--columns` names by its way is not there; the lists that are.
    case pathMissing(PhraseColumn, path: String, found: [String])
    case tooManyValues(limit: Int)
    /// A file of a kind that takes many times its size to read, in bytes.
    case tooLarge(limit: Int)
    case yaml(YAMLProblem)
    /// The file is not of the kind that somebody says, in the form of `--from`.
    case notOfKind(String)
    /// HTML without a table.
    case webPage
    /// Ids that stand twice in a list that never meant them for one; they are left out.
    case ambiguousIDs(member: String, example: String)
    /// Texts with something that has no counterpart here, and up to three examples.
    case notCarried(NotCarried, count: Int, samples: [String])

    /// Why a text in YAML is not read.
    public enum YAMLProblem: Hashable, Sendable {
      /// It breaks the grammar here.
      case broken
      /// A value that is named to be repeated: a few lines of them are a list without end.
      case anchor(String)
      case keyTwice(String)
    }

    /// Which list was read, and how.
    public struct Reading: Hashable, Sendable {
      /// The tool whose file it is; nil where that does not matter.
      package var tool: String?
      /// The way to the list in the file; empty for the whole.
      package var list: String
      package var count: Int
      /// What stands for each column.
      package var columns: [PhraseColumn: String]
      /// What would stand for a column as well, as `--columns` takes it.
      package var others: [String] = []
      /// Lists beside it that were not read.
      package var left: [String] = []

      package init(tool: String? = nil, list: String, count: Int, columns: [PhraseColumn: String]) {
        self.tool = tool
        self.list = list
        self.count = count
        self.columns = columns
      }
    }

    /// What other tools do in texts, and this one does not.
    public enum NotCarried: Hashable, Sendable, CaseIterable {
      /// `{% if … %}`
      case conditions
      /// A variable that a program or a script would fill.
      case programs
      /// Where the cursor goes, `$|$`.
      case cursor
      /// Other files that the file takes in.
      case imports
      /// A picture or a file that is kept inside the other tool.
      case pictures
      /// Texts for colleagues, which no customer is to see.
      case internalNotes
    }

    var severity: Severity {
      switch self {
      case .readAs, .ambiguousIDs, .notCarried: .warning
      case .noPhrases, .pathMissing, .tooManyValues, .tooLarge, .yaml, .webPage, .notOfKind: .error
      }
    }

    /// Whether a line and a column would mean nothing.
    var concernsWholeFile: Bool {
      switch self {
      case .readAs, .noPhrases, .pathMissing: true
      case .tooLarge, .webPage, .notOfKind: true
      case .tooManyValues, .yaml, .ambiguousIDs, .notCarried: false
      }
    }
  }
}
