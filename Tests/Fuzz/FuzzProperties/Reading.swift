@testable import Phrases

extension FuzzedFile {
  /// Checks what a file is read to, or why it is refused.
  public func checkReading() {
    checkOutcome()
    checkLimits()
    checkValidity()
  }

  /// Checks that what is read is whole, and that a refusal says why.
  public func checkOutcome() {
    switch outcome {
    case .success(let base): checkSound(base)
    case .failure(let error): checkSound(error)
    }
  }

  /// Checks that the same text in UTF-16 is the same file.
  public func checkReadingAsUTF16() {
    // A NUL after the mark of UTF-16 makes it the mark of UTF-32.
    guard let text = String(validating: bytes, as: UTF8.self), bytes.first != 0,
      !bytes.starts(with: [0xEF, 0xBB, 0xBF])
    else { return }
    if case .failure(let error) = outcome, error.findings[0].problem == .workbook { return }
    let units = [0xFEFF] + Array(text.utf16)
    let littleEndian = units.count.isMultiple(of: 2)
    let encoded = units.flatMap { unit in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return littleEndian ? pair : pair.reversed()
    }
    let other = Self.read(encoded, options, readers).map { base in
      var base = base
      base.encoding = .utf8
      return base
    }
    demand(other == outcome, "UTF-16 says the same as UTF-8")
  }

  private func checkSound(_ base: KnowledgeBase) {
    for phrase in base.phrases {
      demand(!phrase.key.id.isEmpty, "every phrase has an id")
      demand(!phrase.title.isBlank, "every phrase has a title")
      demand(!phrase.text.isBlank, "every phrase has a text")
      demand(
        phrase.keywords.allSatisfy { !$0.isEmpty } && phrase.attachments.allSatisfy { !$0.isEmpty },
        "no item of a list is empty")
      demand(
        [phrase.key.id, phrase.title, phrase.category, phrase.code].allSatisfy {
          $0.trimmed().utf8.elementsEqual($0.utf8)
        }, "no white space is left around a value")
    }
    demand(Set(base.phrases.map(\.key)).count == base.phrases.count, "no id is given twice")
    demand(base.phrases.count <= base.rowCount, "a record is one phrase at most")
    demand(base.nameless == base.nameless.sorted(), "the nameless are in order")
    demand(base.nameless.allSatisfy(base.phrases.indices.contains), "the nameless are there")
    demand(base.warnings.allSatisfy { $0.severity == .warning }, "an error refuses the file")
    checkPlaces(base.warnings)
  }

  private func checkSound(_ error: KnowledgeBaseError) {
    demand(!error.findings.isEmpty, "a refusal has a reason")
    demand(error.findings.count <= KnowledgeBaseError.keptFindings, "some findings are kept")
    demand(error.findings.count <= error.count, "all findings are counted")
    demand(error.findings.allSatisfy { $0.severity == .error }, "a warning refuses nothing")
    checkPlaces(error.findings)
  }

  /// Checks that findings are somewhere in the file, in order, and can be printed.
  private func checkPlaces(_ findings: [Finding]) {
    let lines = 1 + bytes.count { $0 == 0x0A || $0 == 0x0D }
    var last = (line: 1, column: 1)
    for finding in findings {
      guard case .text(let line, let column) = finding.place else {
        return demand(false, "a text has lines and columns")
      }
      demand((1...lines).contains(line), "a finding is on a line of the file")
      demand((1...bytes.count + 1).contains(column), "a finding is on its line")
      demand(last <= (line, column), "findings are in the order of the file")
      demand(finding.row.map { (1...lines + bytes.count).contains($0) } ?? true, "a row is there")
      last = (line, column)
      for language in Language.allCases {
        let sentence = finding.sentence(language, file: options.file)
        demand(!sentence.isEmpty, "a finding says something")
        // A joiner is hidden, and yet stays within an emoji.
        demand(SafeText.visible(sentence).utf8.elementsEqual(sentence.utf8), "safe to print")
      }
    }
  }

  /// Checks that limits only refuse: what they let through is read as it is without them.
  private func checkLimits() {
    var limits = Limits()
    limits.rows = 20
    limits.depth = 5
    // In CSV these may cut the header short, by which delimiter and columns are known.
    if case .success(let base) = outcome, base.format == .json {
      limits.fieldBytes = 200
      limits.columns = 14
    }
    switch (Self.read(bytes, options, readers, limits), outcome) {
    case (.success(let limited), .success(let base)):
      demand(limited == base, "a limit that is kept changes nothing")
    case (.failure(let error), .success):
      demand(error.findings.contains { $0.problem.isLimit }, "a limit says that it is one")
    case (.success, .failure): demand(false, "a lower limit refuses no less")
    case (.failure(let error), .failure): checkPlaces(error.findings)
    }
  }

  /// Checks our own UTF-8 scan against the standard library's.
  private func checkValidity() {
    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    switch outcome {
    case .success(let base):
      let claims = base.encoding == .utf8 || base.encoding == .utf8WithBOM
      demand(claims == isUTF8 || base.encoding.isUTF16, "UTF-8 is what is read as UTF-8")
    case .failure(let error):
      let refused = error.findings.contains {
        switch $0.problem {
        case .notUTF8, .notDecodable: true
        default: false
        }
      }
      demand(!refused || !isUTF8, "what is refused as UTF-8 is none")
    }
  }
}

extension TextEncoding {
  fileprivate var isUTF16: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }
}

extension Finding.Problem {
  fileprivate var isLimit: Bool {
    switch self {
    case .fileTooLarge, .tooManyRows, .tooManyColumns, .fieldTooLong, .json(.tooDeep): true
    default: false
    }
  }
}
