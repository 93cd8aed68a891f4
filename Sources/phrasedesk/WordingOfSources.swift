import Foundation
import Phrases
import Session
import Store
import Sync

/// What the commands about sources say.
enum SourceSentence {
  case noSources
  case noSuchSource(String, [String])
  case whichSource([String])
  case badName(String)
  case nameTaken(String)
  /// Another source has the same address.
  case connectedTwice(String)
  case notConnected(String, String)
  /// An option that is for one source only, as it was written.
  case readingOfOne(String)
  case found(String, KnowledgeBase)
  case standing(Source)
  /// A path among the objects of a git repository, and the address that was meant.
  case inRepository(String, String)
  /// A source of which there is nothing here yet, or no more.
  case isEmpty(String)
  case disconnected(String)
  case nothingWaits(String)
  case version(Version, isInUse: Bool)
  case noSuchVersion(String, String)
  case notAVersion(String)
  case staysThere(String)
  case onlyHere(String)
  case published(Publishing.Published)
  /// A new file that the umask lets nobody else read.
  case onlyYours(String)

  func sentence(_ language: Language) -> String {
    switch self {
    case .noSources:
      return language.says(
        "Nothing is connected; phrasedesk connect SOURCE connects a knowledge base file.",
        "还没有连接任何来源；请用 phrasedesk connect 来源 连接一个知识库文件。")
    case .noSuchSource(let name, let names):
      // Some give the address here.
      let name = SafeText.withoutSecrets(address: name).excerpt()
      return language.says(
        "No source is called \(name); there are: \(Self.list(names, language)).",
        "没有名为“\(name)”的来源；现有：\(Self.list(names, language))。")
    case .whichSource(let names):
      return language.says(
        "Say which source: \(Self.list(names, language)).",
        "请指明来源：\(Self.list(names, language))。")
    case .badName(let name):
      return language.says(
        "\"\(name.excerpt())\" cannot be a source's name: give another with --name, of letters,"
          + " digits, - and _.",
        "“\(name.excerpt())”不能作为来源名称；请用 --name 指定由文字、数字、- 和 _ 组成的名称。")
    case .connectedTwice(let name):
      return language.says(
        "\(name.excerpt()) is this list already, so that every phrase stands twice; phrasedesk disconnect one of"
          + " them.",
        "\(name.excerpt()) 就是这份列表，每条话术会出现两次；请用 phrasedesk disconnect 断开其中一个。")
    case .nameTaken(let name):
      return language.says(
        "A source is called \(name) already; give this one another name with --name, or say how that one is "
          + "read with phrasedesk sync --columns … \(name).",
        "已有名为“\(name)”的来源；请用 --name 另取名称，或用 phrasedesk sync --columns … \(name) 更改它的读取方式。")
    case .notConnected(let name, let reason):
      return language.says(
        "\(name) was not connected, since \(reason); look at the file.",
        "没有连接 \(name)：\(reason)；请检查文件。")
    case .readingOfOne(let option):
      return language.says(
        "\(option) is for one source; name it: phrasedesk sync \(option) NAME.",
        "\(option) 只用于一个来源；请写出它的名称：phrasedesk sync \(option) 名称。")
    case .found(let name, let base): return Self.found(name, base, language)
    case .standing(let source): return Self.standing(source, language)
    case .inRepository(let path, let address):
      return language.says(
        "\(SafeText.visible(path)) is inside a git repository, where no desk looks for files; write"
          + " \(address.shellWord).",
        "\(SafeText.visible(path)) 在 git 仓库内部，话术台不会读取；请写成 \(address.shellWord)。")
    case .isEmpty(let name):
      return language.says(
        "\(name) has no phrases here; phrasedesk sync \(name.shellWord) fetches them.",
        "\(name) 在这里还没有话术；请用 phrasedesk sync \(name.shellWord) 获取。")
    case .disconnected(let name):
      return language.says("\(name) is disconnected.", "已断开 \(name)。")
    case .nothingWaits(let name):
      return language.says(
        "No version of \(name) waits to be let in.", "\(name) 没有等待确认的版本。")
    case .version(let version, let isInUse): return Self.version(version, isInUse, language)
    case .noSuchVersion(let name, let number):
      return language.says(
        "\(name) has no version \(number.excerpt()) here; phrasedesk versions \(name) lists them.",
        "\(name) 没有版本 \(number.excerpt())；请用 phrasedesk versions \(name) 查看。")
    case .notAVersion(let text):
      return language.says(
        "\(text.excerpt()) names no version: write 35, r12 for a release, or a hash; phrasedesk versions lists"
          + " them.",
        "“\(text.excerpt())”不是版本：请写 35、r12（发布）或哈希；可用 phrasedesk versions 查看。")
    case .onlyHere(let name):
      return language.says(
        "This goes back on this desk only; for everybody: phrasedesk take-back \(name.shellWord).",
        "只在本话术台回退；要让所有人退回：phrasedesk take-back \(name.shellWord)。")
    case .staysThere(let name):
      return language.says(
        "It stays there until phrasedesk sync --resume \(name).",
        "在执行 phrasedesk sync --resume \(name) 之前将一直停留在此版本。")
    case .published(let published): return Self.published(published, language)
    case .onlyYours(let path):
      let command =
        "chmod -R a+rX "
        + ["", ".release.json", ".releases"].map { (path + $0).shellWord }.joined(separator: " ")
      return language.says(
        "Nobody else can read \(path), and so no other desk: run \(command), and set umask 022"
          + " before you publish.",
        "其他人都无法读取 \(path)，其他话术台也就读不到：请执行 \(command)，并在发布前设置 umask 022。")
    }
  }

  private static func list(_ names: [String], _ language: Language) -> String {
    names.isEmpty
      ? language.says("none", "无") : names.joined(separator: language.says(", ", "、"))
  }

  private static func found(_ name: String, _ base: KnowledgeBase, _ language: Language) -> String {
    let departments = Set(base.phrases.map(\.department)).subtracting([""]).sorted()
    let shown = departments.prefix(6).map { $0.excerpt() }
    let rest = departments.count - shown.count
    let listed = list(Array(shown), language) + (rest > 0 ? " +\(rest)" : "")
    return language.says(
      "\(name): rows \(base.rowCount), phrases \(base.phrases.count), departments: \(listed),"
        + " \(base.description), warnings \(base.warningCount).",
      "\(name)：\(base.rowCount) 行，\(base.phrases.count) 条话术，部门：\(listed)，"
        + "\(base.description)，\(base.warningCount) 条提醒。")
  }

  private static func standing(_ source: Source, _ language: Language) -> String {
    var text = "\(source.name)  v\(source.version)"
    if source.version == 0 {
      let command = "phrasedesk sync \(source.name.shellWord)"
      text += language.says("  (no phrases yet: run \(command))", "（还没有话术：请执行 \(command)）")
    }
    if let release = source.release {
      text += "  " + releaseName(release, source.hash ?? "", language)
    }
    text += "  \(source.shownAddress)"
    if source.isPinned { text += language.says("  (rolled back)", "（已回退）") }
    if let held = source.held {
      text += language.says(
        "  a new version waits: \(held.reason(language))",
        "  新版本等待确认：\(held.reason(language))")
    }
    if let failure = source.failure {
      let since = date(failure.since)
      text += language.says(
        "  failing since \(since): \(failure.sentence)", "  自 \(since) 起失败：\(failure.sentence)")
    } else if let checked = source.checked {
      text += language.says("  new at \(date(checked))", "  更新于 \(date(checked))")
    }
    return text
  }

  /// `release 12 (a9f9de3f)`.
  private static func releaseName(_ number: Int, _ hash: String, _ language: Language) -> String {
    language.says("release \(number)", "发布 \(number)")
      + (hash.isEmpty ? "" : " (\(hash.prefix(8)))")
  }

  private static func version(
    _ version: Version, _ isInUse: Bool, _ language: Language
  ) -> String {
    var parts = ["v\(version.number)", date(version.time), String(version.hash.prefix(12))]
    parts.append(language.says("\(version.phraseCount) phrases", "\(version.phraseCount) 条"))
    parts.append("+\(version.added) -\(version.removed) ~\(version.changed) >\(version.moved)")
    if let release = version.release { parts.append(releaseName(release, "", language)) }
    if let target = version.rolledBackTo {
      parts.append(language.says("back to v\(target)", "回退到 v\(target)"))
    }
    if isInUse { parts.append(language.says("(in use)", "（使用中）")) }
    if !version.author.isEmpty { parts.append(version.author.excerpt()) }
    if !version.message.isEmpty { parts.append(version.message.excerpt(limit: 72)) }
    return parts.joined(separator: "  ")
  }

  private static func published(
    _ published: Publishing.Published, _ language: Language
  ) -> String {
    switch published {
    case .file(let path, let bytes):
      language.says("Published to \(path), \(bytes) bytes.", "已发布到 \(path)，共 \(bytes) 字节。")
    case .commit(let id, let branch, let path):
      language.says(
        "Published as \(id.prefix(12)) on \(branch), \(path).",
        "已发布：\(branch) 分支的 \(id.prefix(12))，\(path)。")
    case .same(let place):
      language.says(
        "Nothing to publish: \(place) has that file already.", "无需发布：\(place) 已是同一文件。")
    }
  }

  /// Local date and time, to the minute.
  private static func date(_ time: Int64) -> String {
    var seconds = time_t(time)
    var parts = tm()
    localtime_r(&seconds, &parts)
    var buffer = [CChar](repeating: 0, count: 32)
    strftime(&buffer, buffer.count, "%Y-%m-%d %H:%M", &parts)
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
