import Phrases
import Review
import Sync

/// What the commands say that publish a list, or take one out.
enum PublishSentence {
  case summary(Difference, old: Int, new: Int)
  case presentHasErrors
  case wouldWait(HoldReason)
  /// So many phrases of the first list have signs that a program damaged them.
  case firstIsDamaged(Int)
  case takesBack(PutBack.Row, FormerList)
  case andMore(Int)
  /// The phrases are the same, and the file is not.
  case onlyBytesDiffer
  case question
  case notPublished
  case needsYes([(key: String, count: Int)])
  case badAcceptance(String)
  case release(Release, String)
  case merged(Int, Publishers)
  case collision(ListMerge.Collision)
  case collisionQuestion
  case undecidedCollisions(Int)
  /// Others have changed phrases, and the file is of a kind that cannot be written back.
  case cannotMerge(String, Int)
  /// The list would stand under a name that promises another kind: what is published, and where to.
  case otherKind(String, KnowledgeBaseFormat, place: String)
  case otherBase(String)
  case unreadableBase(String)
  case fileUpdated(String)
  case checkedOut(String, phrases: Int, release: String?)
  case exists(String)
  case nothingPublished(String)

  func sentence(_ language: Language) -> String {
    switch self {
    case .summary(let difference, let old, let new):
      return language.says(
        "Phrases: \(old) now, \(new) then. ", "话术：现有 \(old) 条，发布后 \(new) 条。")
        + difference.summary(language)
    case .presentHasErrors:
      return language.says(
        "The list that stands there has errors: desks go on with the one before.",
        "现有的话术文件有错误：各话术台仍在使用之前的版本。")
    case .wouldWait(let reason):
      return language.says(
        "Desks would wait: \(reason.forecast(.english))", "各话术台会等待确认：\(reason.forecast(.chinese))")
    case .firstIsDamaged(let count):
      return language.says(
        "A program has damaged \(count) phrases (such as ? or #NAME? in the place of text), and every desk would"
          + " have them so.",
        "有 \(count) 条话术被软件损坏（例如文字变成 ? 或 #NAME?），各话术台会照此使用。")
    case .takesBack(let row, let former): return Self.takesBack(row, former, language)
    case .andMore(let count): return language.says("... and \(count) more.", "……另有 \(count) 条。")
    case .onlyBytesDiffer:
      return language.says(
        "The phrases are the same; other columns, line ends or the encoding of the file differ.",
        "话术相同；文件的其他列、换行或编码不同。")
    case .question: return language.says("Publish to every desk? [y/N] ", "发布到所有话术台？[y/N] ")
    case .notPublished: return language.says("Nothing was published.", "没有发布。")
    case .needsYes(let demands):
      let accept = demands.map { "\($0.key)=\($0.count)" }.joined(separator: ",")
      let option = "--yes" + (accept.isEmpty ? "" : " --accept \(accept)")
      return language.says(
        "Nothing was published: a script has to say \(option).", "没有发布：脚本需要写明 \(option)。")
    case .badAcceptance(let text):
      return language.says(
        "\(text.excerpt()) cannot be accepted: write KEY=NUMBER, with one of"
          + " \(Acceptance.keys.joined(separator: ", ")).",
        "无法接受“\(text.excerpt())”：请写成 名称=数目，名称为 \(Acceptance.keys.joined(separator: "、")) 之一。")
    case .release(let release, let name):
      let command = "phrasedesk take-back \(name.shellWord)"
      // What was the first has nothing to go back to.
      let hint =
        release.base.isEmpty
        ? "" : language.says(" If it was a mistake: \(command)", "如果发错了：\(command)")
      return language.says("Release \(release.name).", "发布 \(release.name)。") + hint
    case .merged(let count, let who):
      return language.says(
        "\(who.sentence(.english)): \(count) \(who.owner) are put in.",
        "\(who.sentence(.chinese))：已并入其中 \(count) 处改动。")
    case .collision(let collision): return Self.collision(collision, language)
    case .collisionQuestion:
      return language.says(
        "m keeps yours, t takes theirs, Enter stops: ", "m 保留您的，t 采用对方的，回车取消：")
    case .undecidedCollisions(let count):
      return language.says(
        "Nothing was published: \(count) \(count == 1 ? "place was" : "places were") changed by others as"
          + " well; decide on a terminal, or keep yours with --accept collisions=\(count).",
        "没有发布：有 \(count) 处别人也改过；请在终端中逐一决定，或用 --accept collisions=\(count) 保留您的。")
    case .cannotMerge(let file, let count):
      return language.says(
        "Nothing was published: others have made \(count) changes since you took the list out, which can only"
          + " be put into CSV or JSON; take the list out anew and make your changes in it. \(file.excerpt())"
          + " stays as it is.",
        "没有发布：取出之后别人做了 \(count) 处改动，只能并入 CSV 或 JSON；请重新取出，再做您的改动。"
          + "\(file.excerpt()) 保持不变。")
    case .otherKind(let file, let format, let place):
      return language.says(
        "Nothing was published: \(file.excerpt()) is \(format.name), and \(place.excerpt()) is called otherwise;"
          + " write it anew with phrasedesk convert and publish that, or publish to a file called so.",
        "没有发布：\(file.excerpt()) 的格式是 \(format.name)，与 \(place.excerpt()) 的名称不符；"
          + "请先用 phrasedesk convert 转换后再发布，或发布到相应名称的文件。")
    case .otherBase(let place):
      return language.says(
        "This file was taken out of \(place.excerpt(limit: 120)); for another place it is compared with what"
          + " stands there.",
        "此文件取自 \(place.excerpt(limit: 120))；发布到别处时与那里现有的内容比较。")
    case .unreadableBase(let file):
      let base = (file + CheckoutBase.suffix).excerpt()
      return language.says(
        "\(base) cannot be read, so what others have published meanwhile cannot be put in; it is only looked"
          + " for.",
        "无法读取 \(base)，因此不能并入其间别人发布的改动，只会检查。")
    case .fileUpdated(let file):
      return language.says(
        "\(file.excerpt()) now holds what was published.", "\(file.excerpt()) 现在与发布的内容一致。")
    case .checkedOut(let file, let phrases, let release):
      let which = release.map { language.says(", release \($0)", "，发布 \($0)") } ?? ""
      return language.says(
        "\(file.excerpt()): \(phrases) phrases\(which). Edit it, then publish it.",
        "\(file.excerpt())：\(phrases) 条话术\(which)。修改后再发布。")
    case .exists(let file):
      return language.says(
        "\(file.excerpt()) is there already; name another file, or move it away.",
        "\(file.excerpt()) 已存在；请另取文件名，或先移走它。")
    case .nothingPublished(let name):
      return language.says(
        "\(name.excerpt()) has no list yet; publish one first.", "\(name.excerpt()) 还没有话术文件，请先发布。")
    }
  }

  private static func takesBack(
    _ row: PutBack.Row, _ former: FormerList, _ language: Language
  ) -> String {
    let title = (row.phrase.path + [row.phrase.title]).joined(separator: " / ").excerpt()
    let who = [
      former.by.isEmpty ? language.says("somebody", "有人") : former.by.excerpt(),
      String(former.at.prefix(16)).excerpt(),
      former.release.map { language.says("release \($0)", "发布 \($0)") } ?? "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
    return switch row.kind {
    case .reverts:
      language.says(
        "Takes back: \(title) would read as before; changed by \(who).",
        "会退回：\(title) 将变回旧内容；改动者：\(who)。")
    case .loses:
      language.says(
        "Takes back: \(title) would be missing; added by \(who).", "会退回：\(title) 将消失；添加者：\(who)。")
    case .revives:
      language.says(
        "Takes back: \(title) would be there again; removed by \(who).",
        "会退回：\(title) 将重新出现；删除者：\(who)。")
    }
  }

  /// Where both sides begin to read otherwise, and a few characters before, which show where that is.
  private static func beginning(ofDifference collision: ListMerge.Collision) -> Int {
    guard let mine = collision.mine, let theirs = collision.theirs else { return 0 }
    let common = zip(mine, theirs).prefix { $0 == $1 }.count
    return common > 40 ? common - 12 : 0
  }

  private static func collision(
    _ collision: ListMerge.Collision, _ language: Language
  ) -> String {
    let title = (collision.phrase.path + [collision.phrase.title]).joined(separator: " / ")
      .excerpt()
    let column =
      switch collision.column {
      case nil: ""
      case .known(let column)?: " (\(language.says(column.name, column.names[1])))"
      case .other(let header)?: " (\(header.excerpt()))"
      }
    let start = beginning(ofDifference: collision)
    func side(_ text: String?) -> String {
      guard let text else { return language.says("removed", "已删除") }
      return "“\(start > 0 ? "…" : "")\(String(text.dropFirst(start)).excerpt(limit: 60))”"
    }
    return language.says(
      "Both changed \(title)\(column): yours \(side(collision.mine)), published"
        + " \(side(collision.theirs)).",
      "双方都改了 \(title)\(column)：您的 \(side(collision.mine))，已发布的 \(side(collision.theirs))。")
  }
}
