extension Finding {
  /// What is wrong, or worth a look.
  ///
  /// Sizes are in bytes, offsets too, from 0.
  public enum Problem: Hashable, Sendable {
    // The file as a whole.
    case fileTooLarge(bytes: Int, limit: Int)
    case emptyFile
    /// It is not what a person said that it is, in the form of `--from`.
    case notOfFormat(String)
    case notUTF8(offset: Int)
    case notDecodable(offset: Int)
    /// None of the encodings reads clearly better than the others; the two likeliest, and what they read.
    case unclearEncoding([EncodingSample])
    /// The encoding was said, and this byte does not belong to it.
    case notInEncoding(TextEncoding, offset: Int)
    case loneSurrogate(offset: Int)
    case halfUTF16Unit(offset: Int)
    case utf32
    /// A spreadsheet program's own format, where only texts are read.
    case workbook
    case inWorkbook(WorkbookProblem)
    /// What Git LFS leaves in the place of a file.
    case keptInLFS
    /// A line that git left where two changes did not go together.
    case conflictMarker

    // Columns.
    /// What to type where the records tell which column it is; else empty.
    case missingTextColumn(found: [String], suggestion: String)
    case mappedHeaderMissing(column: PhraseColumn, header: String, found: [String])
    case columnTwice(header: String, first: String)
    case tooManyColumns(limit: Int)
    case tooManyRows(limit: Int)

    // Cells.
    case unterminatedQuote
    case textAfterQuote
    case tooManyCells(columns: Int)
    case fieldTooLong(bytes: Int, limit: Int)
    case duplicateID(String)
    case badDate(String)
    case endsBeforeItBegins(from: Day, until: Day)
    case unknownStatus(String)

    // JSON.
    case json(JSONProblem)
    case notAListOfPhrases(JSONKind)
    case itemIsNotAnObject(item: Int, JSONKind)
    case memberTwice(String)
    case wrongKind(JSONKind, allowsList: Bool)

    // Other tools' files.
    case foreign(ForeignProblem)

    // Warnings.
    case sheets(SheetRemark)
    case emptyText
    case sameTitle
    case samePhrase
    case sameTextOtherKeywords
    /// The encoding was found out by what the text reads, of which a piece.
    case assumedEncoding(EncodingSample)
    case noPhrases
    /// Double braces that are no placeholder, as they stand.
    case damagedPlaceholder(Blank.Damage, String)
    /// Double braces, as they stand, that were to say more than a name and are a blank.
    case placeholderOnlyBlank(Placeholder.Flaw, String)
    /// So many placeholders say more than a name, one of each kind, as they stand: a name such as `今天`,
    /// or one with a bar or a colon in it, was a blank before.
    case placeholdersSayMore(Int, examples: [String])
    /// What so many phrases hold of blanks in other tools' styles, one of each, and which of the styles
    /// can be declared.
    case foreignPlaceholders(phrases: Int, examples: [String], PlaceholderStyles)
    /// The header is not the first record; the first of those above it, and the columns it names.
    case rowsAboveHeader(Int, sample: String, found: [String])
    /// So many texts are HTML; whether they were read as what customers see of them.
    case markup(Int, isRead: Bool)
    /// In so many texts line breaks are spelt out, as `\n`; whether they were read as line breaks.
    case speltBreaks(Int, isRead: Bool)
    /// The file names no columns; they were told by what stands in them, in the form of `--columns`.
    case noHeader(String)
    /// Several headers name one column; the first was taken.
    case columnsCompete(PhraseColumn, taken: String, others: [String])
    /// Rows that have no group and stand below one that has; merged cells leave such.
    case groupsNotFilled(PhraseColumn, count: Int, rows: Int)
    /// The header stands there again, so often.
    case headerRepeated(Int)
    /// Another table begins in this row, of which nothing is read.
    case anotherTable(row: Int)
    /// Dates of which nobody can tell the month from the day.
    case unclearDates(Int, sample: String)
    /// A column that means nothing here, and a value in it by which a phrase would be a draft.
    case statusNotRead(header: String, sample: String)
    /// Values that do not say whether a phrase is used, in a column that others call so.
    case unknownStatuses(Int, sample: String)
    /// Cells in a column, from 1, whose header is empty; one of them is quoted.
    case valuesWithoutName(column: Int, count: Int, sample: String)
    /// A picture or file, by its name, that cannot be had or sent.
    case badAttachment(String, AttachmentFlaw)
    /// Cells with signs that a program lost something, and up to three of them; the first is meant.
    case lostText(LostText, count: Int, samples: [String])

    var severity: Severity {
      switch self {
      case .placeholdersSayMore: .note
      case .sheets, .markup, .speltBreaks: .warning
      case .emptyText, .sameTitle, .samePhrase, .sameTextOtherKeywords, .assumedEncoding,
        .noPhrases, .badAttachment, .damagedPlaceholder, .placeholderOnlyBlank,
        .foreignPlaceholders, .lostText, .rowsAboveHeader, .valuesWithoutName, .noHeader,
        .columnsCompete, .groupsNotFilled, .headerRepeated, .anotherTable, .unknownStatuses,
        .statusNotRead:
        .warning
      case .foreign(let problem): problem.severity
      default: .error
      }
    }

    /// Whether it says only what the file's encoding was taken for.
    package var isAssumedEncoding: Bool {
      if case .assumedEncoding = self { true } else { false }
    }

    /// Whether the file is no JSON, and not JSON of which something else is wrong.
    var saysNotJSON: Bool {
      switch self {
      case .json(.tooDeep): false
      case .json: true
      default: false
      }
    }

    /// Whether it is about what customers would see unfilled.
    package var concernsPlaceholders: Bool {
      switch self {
      case .damagedPlaceholder, .foreignPlaceholders: true
      default: false
      }
    }

    /// Whether a line and a column would mean nothing.
    var concernsWholeFile: Bool {
      switch self {
      case .inWorkbook, .sheets: true
      case .fileTooLarge, .emptyFile, .notOfFormat, .utf32, .workbook, .keptInLFS,
        .missingTextColumn,
        .mappedHeaderMissing,
        .notAListOfPhrases, .unclearEncoding, .assumedEncoding, .noPhrases, .noHeader,
        .groupsNotFilled:
        true
      case .foreign(let problem): problem.concernsWholeFile
      default: false
      }
    }
  }

  /// How a text breaks the grammar of RFC 8259.
  public enum JSONProblem: Hashable, Sendable {
    /// A character that cannot stand here.
    case unexpected(Unicode.Scalar)
    case unexpectedEnd
    /// A control character inside a string, which must be written as an escape.
    case controlCharacter(Unicode.Scalar)
    case badEscape
    /// Half of a surrogate pair, `\ud83d` without its other half.
    case loneSurrogate
    case tooDeep(limit: Int)
  }

  /// The kinds of value in JSON.
  public enum JSONKind: Hashable, Sendable {
    case object
    case array
    case string
    case number
    case boolean
    case null
  }
}

extension Finding.Problem {
  /// What kind it is, as documents for programs name it: `empty-text`.
  ///
  /// Made of the case's name, so that a case that is renamed is a change of the contract; a test holds them.
  public var kind: String {
    let name = String(describing: self).prefix { $0 != "(" }
    var kind = ""
    var isBehindLower = false
    for character in name {
      if character.isUppercase, isBehindLower { kind += "-" }
      kind += character.lowercased()
      isBehindLower = !character.isUppercase
    }
    return kind
  }
}
