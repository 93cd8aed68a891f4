import Phrases

extension HoldReason {
  /// Why it waits, as the end of a sentence.
  public func sentence(_ language: Language) -> String {
    let share = worst ?? Share(count: count, all: count, department: "")
    let (count, all) = (share.count, share.all)
    let (ofThem, place) = (share.english, share.chinese)
    switch key {
    case .empty:
      return language.says(
        "the new file holds no phrase that agents would see", "新文件里没有坐席可见的话术")
    case .encoding:
      return language.says(
        "the new file is in another encoding than the one in use", "新文件的编码与使用中的不同")
    case .removed:
      return language.says(
        "the new file lacks \(count) of the \(all) phrases \(ofThem)",
        "新文件缺少\(place) \(all) 条话术中的 \(count) 条")
    case .changed:
      return language.says(
        "\(count) of the \(all) phrases \(ofThem) say something else in the new file",
        "新文件里\(place) \(all) 条话术中有 \(count) 条变成了别的内容")
    case .ids:
      return language.says(
        "\(count) of the \(all) phrases \(ofThem) have another id in the new file, so that they would"
          + " leave favourites and what is sent often",
        "新文件里\(place) \(all) 条话术中有 \(count) 条换了编号，会丢失收藏和常用记录")
    case .codes:
      return language.says(
        "\(count) of the \(all) phrases \(ofThem) that have a code lose it in the new file",
        "新文件里\(place) \(all) 条有快捷编码的话术中有 \(count) 条失去原编码")
    case .placeholders:
      return language.says(
        "\(count) of the \(all) phrases \(ofThem) with placeholders lose some in the new file",
        "新文件里\(place) \(all) 条带占位符的话术中有 \(count) 条缺少占位符")
    case .damaged:
      return language.says(
        "a program has damaged \(count) phrases of the new file (such as ? or #NAME? in the place of"
          + " text)",
        "新文件里有 \(count) 条话术被软件损坏（例如文字变成 ? 或 #NAME?）")
    }
  }
}

extension HoldReason {
  /// The same as a sentence of its own, with what it is in all departments.
  public func fullSentence(_ language: Language) -> String {
    let isPart = worst.map { $0.count < count } ?? false
    let all = isPart ? language.says(" (\(count) in all departments)", "（所有部门共 \(count) 条）") : ""
    return sentence(language) + all + language.says(".", "。")
  }
}

extension HoldReason {
  /// The same for whoever publishes: every department that loses too much, and what `--accept` calls it.
  ///
  ///     "the new file lacks 25 of the 75 phrases of 售前, 25 of 75 of 售后 (removed=50)"
  public func forecast(_ language: Language) -> String {
    let others = others.map { share in
      language.says(
        ", \(share.count) of \(share.all) \(share.english)",
        "，\(share.chinese) \(share.all) 条中的 \(share.count) 条")
    }
    return sentence(language) + others.joined()
      + language.says(" (\(key.acceptKey)=\(count)).", "（\(key.acceptKey)=\(count)）。")
  }
}

extension HoldReason.Share {
  /// Whose phrases they are, as it stands behind a number.
  fileprivate var english: String {
    guard let department else { return "of all departments" }
    return department.isEmpty ? "for everybody" : "of \(department.excerpt())"
  }

  /// The same, as it stands before one.
  fileprivate var chinese: String {
    guard let department else { return "所有部门" }
    return department.isEmpty ? "全员话术" : "“\(department.excerpt())”"
  }
}

extension [HoldReason] {
  /// The worst, and how many more kinds there are, as the end of a sentence.
  public func sentence(_ language: Language) -> String {
    guard let first = first?.sentence(language) else { return "" }
    if count == 1 { return first }
    return first
      + language.says(
        count == 2 ? ", and 1 more reason" : ", and \(count - 1) more reasons",
        "，另有 \(count - 1) 个原因")
  }
}

extension SyncReport {
  /// What became of it, and what to do.
  public func sentence(_ language: Language) -> String {
    switch outcome {
    case .unchanged(let version):
      return language.says(
        "\(source) is up to date (v\(version)).", "\(source) 已是最新（v\(version)）。")
    case .accepted(let version, let difference):
      return language.says(
        "\(source) is now v\(version): \(difference.summary(language)).",
        "\(source) 已更新到 v\(version)：\(difference.summary(language))。")
    case .held(let reasons, let difference) where isForPublisher:
      return language.says(
        "\(source) has a new version that waits: \(reasons.sentence(language))"
          + " (\(difference.summary(language))); whoever publishes decides about it: ask your supervisor, who sees"
          + " it with phrasedesk diff \(source) and lets it in on this desk with phrasedesk sync --accept"
          + " \(source).",
        "\(source) 有一个新版本在等待确认：\(reasons.sentence(language))"
          + "（\(difference.summary(language))）；由发布者决定，请联系主管：主管可用 phrasedesk diff \(source)"
          + " 查看，用 phrasedesk sync --accept \(source) 在本话术台放行。")
    case .held(let reasons, let difference):
      return language.says(
        "\(source) has a new version that waits: \(reasons.sentence(language))"
          + " (\(difference.summary(language))); see phrasedesk diff \(source), then let it in with"
          + " phrasedesk sync --accept \(source).",
        "\(source) 有一个新版本在等待确认：\(reasons.sentence(language))"
          + "（\(difference.summary(language))）；请先看 phrasedesk diff \(source)，再用"
          + " phrasedesk sync --accept \(source) 放行。")
    case .pinned(let version):
      return language.says(
        "\(source) stays at v\(version), which somebody went back to; phrasedesk sync --resume"
          + " \(source) follows the file again.",
        "\(source) 停留在回退后的 v\(version)；用 phrasedesk sync --resume \(source) 恢复同步。")
    case .failed(let failure): return failure.sentence(language, source: source)
    case .refused(let error):
      let first = error.sentences(language).first ?? ""
      return language.says(
        "\(source) has a new file that cannot be used, and what was in use stays in use: \(first)",
        "\(source) 的新文件无法使用，仍沿用原有话术：\(first)")
    case .badAddress(let flaw): return flaw.sentence(language)
    case .gone:
      return language.says(
        "\(source) was disconnected or changed by another desk meanwhile; try again.",
        "\(source) 已被其他话术台断开或更改，请重试。")
    }
  }
}

extension Difference {
  /// How many of each, in a few words.
  public func summary(_ language: Language) -> String {
    let counts: [(count: Int, english: String, chinese: String)] = [
      (added.count, "added", "新增"), (removed.count, "removed", "删除"),
      (changed.count, "changed", "修改"), (moved.count, "moved", "移动"),
      (reorderedCount, "put elsewhere", "调整顺序"),
    ]
    let parts = counts.filter { $0.count > 0 }
      .map { language.says("\($0.count) \($0.english)", "\($0.chinese) \($0.count)") }
    if parts.isEmpty { return language.says("nothing changed", "没有变化") }
    return parts.joined(separator: language.says(", ", "，"))
  }
}
