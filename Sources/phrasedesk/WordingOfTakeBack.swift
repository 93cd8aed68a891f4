import Phrases
import Sync

/// What `take-back` says.
enum TakeBackSentence {
  case noReleases(String)
  /// Something stands beside the list in the place of its releases.
  case brokenReleases(String)
  case noSuchRelease(String, Int, [Release])
  case noCopy(TakeBackTarget)
  /// There was nothing before the only release.
  case isFirst(String, Release)
  case takingBack(String, TakeBackTarget)
  case undoes(Release)
  /// What stands there now is no release; its author where a repository knows.
  case undoesHand(FormerList?)

  func sentence(_ language: Language) -> String {
    switch self {
    case .noReleases(let name):
      return language.says(
        "Nothing was published to \(name.whole) with phrasedesk publish, so there is nothing to take back.",
        "\(name.whole) 没有用 phrasedesk publish 发布过，没有可撤回的内容。")
    case .brokenReleases(let place):
      let name = place.prefix { $0 != "?" }.split(separator: "/").last ?? ""
      let file = (name + ReleaseList.suffix).whole
      return language.says(
        "The releases of \(place.whole) cannot be read, so nothing can be taken back: restore"
          + " \(file) beside it, or remove it to begin with release 1.",
        "无法读取 \(place.whole) 的发布记录，不能撤回：请恢复旁边的 \(file)，或删除它从发布 1 重新开始。")
    case .noSuchRelease(let name, let number, let releases):
      let lines = releases.reversed().map { "\n  " + Self.line($0, language) }.joined()
      return language.says(
        "\(name.whole) has no release \(number); there are:\(lines)",
        "\(name.whole) 没有发布 \(number)；现有：\(lines)")
    case .noCopy(let target):
      return language.says(
        "The list of \(Self.place(target, .english)) is not kept any more; name a later one.",
        "\(Self.place(target, .chinese))的文件已不再保留，请指定更新的一个。")
    case .isFirst(let name, let release):
      return language.says(
        "Release \(release.name) is the first list of \(name.whole): there is nothing to go back to; publish"
          + " another list instead.",
        "发布 \(release.name) 是 \(name.whole) 的第一个文件：没有可退回的内容；请发布另一个文件。")
    case .takingBack(let name, let target):
      return language.says(
        "\(name.whole) goes back to \(Self.place(target, .english)), for every desk.",
        "\(name.whole) 将在所有话术台退回到\(Self.place(target, .chinese))。")
    case .undoes(let release):
      return language.says(
        "Undone: \(Self.line(release, .english))", "撤销：\(Self.line(release, .chinese))")
    case .undoesHand(let list):
      let by = list.map { $0.by.excerpt() } ?? ""
      return by.isEmpty
        ? language.says(
          "Undone: the list of now, which somebody put there by hand.", "撤销：现在的文件，由人手工放置。")
        : language.says(
          "Undone: the list of now, which \(by) put there by hand.", "撤销：现在的文件，由 \(by) 手工放置。")
    }
  }

  private static func place(_ target: TakeBackTarget, _ language: Language) -> String {
    switch target {
    case .release(let release): language.says("release \(release.name)", "发布 \(release.name)")
    case .before(let release):
      language.says(
        "what somebody had put there by hand before release \(release.number)",
        "发布 \(release.number) 之前手工放置的内容")
    }
  }

  /// `release 12 (a9f9de3f), ann, 2026-11-30T10:00, "Prices of May"`.
  private static func line(_ release: Release, _ language: Language) -> String {
    let name = language.says("release \(release.name)", "发布 \(release.name)")
    let message = release.message.excerpt(limit: 72)
    return [
      name, release.by.excerpt(), String(release.at.prefix(16)).excerpt(),
      language.says("\"\(message)\"", "“\(message)”"),
    ].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension String {
  /// Whole, and safe to print.
  fileprivate var whole: String { SafeText.visible(self) }
}
