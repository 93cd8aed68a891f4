import Phrases
import Review
import Store

/// A file that is to be published, read as desks will read it.
///
/// What the command line says of how it is read no desk hears. So the file is read without that as well, and
/// what would be another list on desks is refused; but an encoding that was said can be changed to UTF-8, which
/// every desk reads.
struct DeskReading {
  let source: Source
  /// What sentences call the file.
  let file: String
  let language: Language

  /// Reads bytes as desks do, with what is known of the source.
  func list(_ bytes: [UInt8]) throws(KnowledgeBaseError) -> ListFile {
    try ListFile(bytes, source.readOptions(of: bytes, named: file))
  }

  /// Reads the file that is to be published, in the bytes that desks are to get.
  ///
  /// - Throws: the command's failure where the file has errors, or desks would read something else.
  func list(_ bytes: [UInt8], toldTo reading: ReadingOptions) throws -> ListFile {
    let options = reading.written
    guard !options.isEmpty else { return try wholeList(bytes) }
    var told = source.readOptions(of: bytes, named: file)
    told.hints = reading.over(told.hints)
    // What is UTF-8 without a doubt is read so by every desk, and is not to become something else.
    if let encoding = reading.encoding, encoding.isLeft(by: bytes) { told.hints.encoding = nil }
    let meant: ListFile
    do throws(KnowledgeBaseError) {
      meant = try ListFile(bytes, told)
    } catch {
      throw failure(error)
    }
    var flaw: DeskReadingFlaw
    do throws(KnowledgeBaseError) {
      let read = try list(bytes)
      guard let found = DeskReadingFlaw(meant.phrases, read: read.phrases) else { return read }
      flaw = found
    } catch {
      flaw = .errors(error.sentences(language).first ?? "")
    }
    if reading.encoding != nil, let converted = meant.inUTF8 {
      do throws(KnowledgeBaseError) {
        let read = try list(converted)
        guard let found = DeskReadingFlaw(meant.phrases, read: read.phrases) else {
          let sentence = DeskReadingSentence.converted(file, meant.base.encoding)
          try? Output.line(sentence.sentence(language))
          return read
        }
        flaw = found
      } catch {
        flaw = .errors(error.sentences(language).first ?? "")
      }
    }
    let refusal = DeskReadingSentence.refused(
      file, options, flaw, saysColumns: reading.columns != nil)
    throw CommandFailure(.wrongUse, refusal.sentence(language))
  }

  /// - Throws: the command's failure where the bytes have errors.
  func wholeList(_ bytes: [UInt8]) throws -> ListFile {
    do throws(KnowledgeBaseError) {
      return try list(bytes)
    } catch {
      throw failure(error)
    }
  }

  private func failure(_ error: KnowledgeBaseError) -> CommandFailure {
    CommandFailure(.badFile, error.sentences(language).joined(separator: "\n"))
  }
}

/// The first thing that desks would read otherwise than whoever publishes.
enum DeskReadingFlaw {
  /// They could not read the file: its first error, as a sentence.
  case errors(String)
  case count(meant: Int, read: Int)
  case cell(PhraseColumn, of: Phrase, read: Phrase)

  /// Nil where both are the same.
  init?(_ meant: [Phrase], read: [Phrase]) {
    if meant.count != read.count {
      self = .count(meant: meant.count, read: read.count)
      return
    }
    for (phrase, other) in zip(meant, read) {
      // The text first: it is what goes to customers. A derived id follows from the rest.
      let columns = [.text] + PhraseColumn.allCases
      if let column = columns.first(where: { phrase.cell($0) != other.cell($0) && $0 != .id }) {
        self = .cell(column, of: phrase, read: other)
        return
      }
      if phrase.key != other.key {
        self = .cell(.id, of: phrase, read: other)
        return
      }
    }
    return nil
  }
}

/// What is said where desks would read a file otherwise.
enum DeskReadingSentence {
  /// The file, the options as one writes them, and what would differ.
  case refused(String, [String], DeskReadingFlaw, saysColumns: Bool)
  /// The file that is published is in UTF-8 now.
  case converted(String, TextEncoding)

  func sentence(_ language: Language) -> String {
    switch self {
    case .refused(let file, let options, let flaw, let saysColumns):
      let written = options.joined(separator: " ")
      let command = "phrasedesk export --kb \(file.shellWord) \(written)"
      let convert = language.says("convert it: \(command) NEW.csv", "转换文件：\(command) 新文件.csv")
      let remedy =
        saysColumns
        ? language.says(
          "Rename the headers (title, text, category) or \(convert)", "请把表头改成 标题、内容、分类，或\(convert)")
        : language.says("Best \(convert)", "最好\(convert)")
      return language.says(
        "Nothing was published: desks do not hear of \(written), and \(flaw.english). \(remedy)"
          + " – or connect every desk, and this one, with that option and publish to the source's name.",
        "没有发布：话术台不知道 \(written)，\(flaw.chinese)。\(remedy)；或让每个话术台（包括本机）都用该选项连接，"
          + "再发布到来源名称。")
    case .converted(let file, let encoding):
      return language.says(
        "\(file.excerpt()) is \(encoding.name); it is published in UTF-8, which every desk reads.",
        "\(file.excerpt()) 是 \(encoding.name) 编码；发布为所有话术台都能读取的 UTF-8。")
    }
  }
}

extension DeskReadingFlaw {
  fileprivate var english: String {
    switch self {
    case .errors(let sentence): "could not use the file (\(sentence.dropFinalDot))"
    case .count(let meant, let read): "would read \(read) phrases, not \(meant)"
    case .cell(let column, let phrase, let read):
      "the \(column.name) of \(phrase.title.quoted) would be \(read.cell(column).quoted), not"
        + " \(phrase.cell(column).quoted)"
    }
  }

  fileprivate var chinese: String {
    switch self {
    case .errors(let sentence): "无法使用该文件（\(sentence.dropFinalDot)）"
    case .count(let meant, let read): "会读出 \(read) 条话术，而不是 \(meant) 条"
    case .cell(let column, let phrase, let read):
      "“\(phrase.title.excerpt())”的\(column.names[1])会是“\(read.cell(column).excerpt())”，而不是"
        + "“\(phrase.cell(column).excerpt())”"
    }
  }
}

extension String {
  fileprivate var quoted: String { "\"\(excerpt())\"" }

  fileprivate var dropFinalDot: String {
    hasSuffix(".") || hasSuffix("。") ? String(dropLast()) : self
  }
}
