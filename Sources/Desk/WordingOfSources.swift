import Phrases

/// Every word of the desk about connected sources, what changed, and departments.
enum SourceLabel {
  case sourcesTitle
  case heldTitle(source: String)
  case heldYes
  case heldNo
  case heldForSupervisor
  case readingDifference
  case changes(Int, removed: Int)
  /// The same where there is little room.
  case changesShort(Int, removed: Int)
  case nothingListed
  case removed(title: String)
  case moreRemoved(Int)
  /// Above what removed phrases said.
  case removedTitle
  case mark(ChangeMark)
  /// So many phrases came, changed or went, and the list shows them once a key asks for that.
  case waiting(Int)
  /// What became of it, and when.
  case changed(_ isNew: Bool, Day, today: Day?)
  case day(Day, today: Day?)
  /// The phrase that is shown reads otherwise in those.
  case rewordingWaits(isShort: Bool)
  /// Follows what is said of one source: how many there are.
  case ofSources(Int)
  case departmentTitle
  case allDepartments
  case phrases(of: String)
  case ago(minutes: Int)
  case span(minutes: Int)

  func sentence(_ language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  private var english: String {
    switch self {
    case .sourcesTitle: "Sources (Alt+R syncs, Esc closes)"
    case .heldTitle(let source): "\(source): take the new version?"
    case .heldYes: "\(Key.yes.label) take it"
    case .heldNo: "Esc not now"
    case .heldForSupervisor: "Whoever publishes decides about it; ask your supervisor."
    case .readingDifference: "Reading what would change.."
    case .changes(let count, let removed):
      "Changed in \(RecentChange.days) days: \(count.grouped), \(removed.grouped) removed (Esc back)"
    case .changesShort(let count, let removed):
      "In \(RecentChange.days) days: \(count.grouped), \(removed.grouped) removed"
    case .nothingListed: "No phrase on the desk is new or changed. Esc goes back."
    case .removed(let title): "removed: \(title)"
    case .moreRemoved(let count): "and \(count.grouped) more removed"
    case .removedTitle: "Removed in \(RecentChange.days) days (Esc back)"
    case .mark(.new): "+ new since last look"
    case .mark(.changed): "~ changed since last look"
    case .mark(.gone): "- withdrawn, is not sent"
    case .mark(.contested): "! a newer list waits that changes it"
    case .changed(let isNew, let day, let today):
      (isNew ? "+ new, " : "~ changed, ") + SourceLabel.day(day, today: today).english
    case .day(let day, let today):
      day == today
        ? "today"
        : day == today?.adding(days: -1) ? "yesterday" : String(day.description.dropFirst(5))
    case .rewordingWaits(isShort: false):
      "reworded just now: Enter or \(Action.changes.keyLabel) shows it"
    case .rewordingWaits(isShort: true): "reworded, \(Action.changes.keyLabel) shows it"
    case .waiting(0): "new list, \(Action.changes.keyLabel)"
    case .waiting(let count): "\(count.grouped) changed, \(Action.changes.keyLabel)"
    case .ofSources(let count): ", \(count.grouped) sources"
    case .departmentTitle: "Department (Enter chooses)"
    case .allDepartments: "All departments"
    case .phrases(let department): "Department: \(department)"
    case .ago(let minutes):
      minutes < 1 ? "just now" : "\(SourceLabel.span(minutes: minutes).english) ago"
    case .span(let minutes):
      switch minutes {
      case ..<120: "\(minutes) min"
      case ..<2_880: "\(minutes / 60) h"
      default: "\((minutes / 1_440).grouped) days"
      }
    }
  }

  private var chinese: String {
    switch self {
    case .sourcesTitle: "话术来源（Alt+R 同步，Esc 关闭）"
    case .heldTitle(let source): "\(source)：采用新版本吗？"
    case .heldYes: "\(Key.yes.label) 采用"
    case .heldNo: "Esc 暂不"
    case .heldForSupervisor: "由发布者决定，请联系主管。"
    case .readingDifference: "正在读取变化.."
    case .changes(let count, let removed):
      "\(RecentChange.days) 天内的变化：\(count.grouped) 条，删除 \(removed.grouped) 条（Esc 返回）"
    case .changesShort(let count, let removed):
      "\(RecentChange.days) 天内变化 \(count.grouped) 条，删除 \(removed.grouped) 条"
    case .nothingListed: "没有新增或改动的话术。Esc 返回。"
    case .removed(let title): "已删除：\(title)"
    case .moreRemoved(let count): "另有 \(count.grouped) 条已删除"
    case .removedTitle: "\(RecentChange.days) 天内删除（Esc 返回）"
    case .mark(.new): "+ 上次查看后新增"
    case .mark(.changed): "~ 上次查看后改动"
    case .mark(.gone): "- 已撤下，不会发送"
    case .mark(.contested): "! 待确认的新版本改动了它"
    case .changed(let isNew, let day, let today):
      "\(isNew ? "+" : "~") \(SourceLabel.day(day, today: today).chinese)\(isNew ? "新增" : "改动")"
    case .day(let day, let today):
      day == today
        ? "今天" : day == today?.adding(days: -1) ? "昨天" : String(day.description.dropFirst(5))
    case .rewordingWaits(isShort: false): "刚有改动：按 Enter 或 \(Action.changes.keyLabel) 查看"
    case .rewordingWaits(isShort: true): "刚有改动，\(Action.changes.keyLabel) 查看"
    case .waiting(0): "话术有更新，\(Action.changes.keyLabel)"
    case .waiting(let count): "\(count.grouped) 条有变化，\(Action.changes.keyLabel)"
    case .ofSources(let count): "，\(count.grouped) 个来源"
    case .departmentTitle: "部门（Enter 选择）"
    case .allDepartments: "全部部门"
    case .phrases(let department): "部门：\(department)"
    case .ago(let minutes):
      minutes < 1 ? "刚刚" : "\(SourceLabel.span(minutes: minutes).chinese)前"
    case .span(let minutes):
      switch minutes {
      case ..<120: "\(minutes) 分钟"
      case ..<2_880: "\(minutes / 60) 小时"
      default: "\((minutes / 1_440).grouped) 天"
      }
    }
  }
}

extension SourceFacts {
  /// What the status line says of the source, in one short sentence.
  ///
  /// The name may be cut to `nameWidth` cells, and what `isShort` leaves out the sources dialog
  /// says.
  func statusSentence(_ language: Language, isShort: Bool = false, nameWidth: Int = .max) -> String
  {
    let name = Canvas.cut(name, width: nameWidth)
    switch language {
    case .english: return english(name, isShort: isShort)
    case .chinese: return chinese(name, isShort: isShort)
    }
  }

  /// No more than what it is called and which of its versions is here; what waits or fails is said whole.
  func leastSentence(_ language: Language) -> String? {
    standing <= .undecided || version == 0 ? nil : "\(name) \(edition(language))"
  }

  /// What its phrases are called: the release that everybody has, else this desk's own number.
  private func edition(_ language: Language) -> String {
    guard let release else { return "v\(version)" }
    return language.says("release \(release)", "发布 \(release)")
  }

  private func english(_ name: String, isShort: Bool) -> String {
    switch standing {
    case .failing:
      let span = fullMinutesOfFailing.map { SourceLabel.span(minutes: $0).sentence(.english) }
      let failing = "\(name): failing" + (span.map { (isShort ? " " : " for ") + $0 } ?? "")
      if version == 0 { return "\(failing), no phrases yet" }
      return failing + (isShort ? ", \(edition(.english))" : ", phrases of \(edition(.english))")
    case .held:
      let key = Action.reviewHeld.keyLabel
      return isShort ? "\(name): new version, \(key)" : "\(name): a new version waits, press \(key)"
    case .undecided:
      return isShort ? "\(name): newer list waits" : "\(name): a newer list waits, asked again soon"
    case .pinned: return "\(name) \(edition(.english)), pinned"
    case .syncing:
      return version == 0 ? "\(name): syncing.." : "\(name) \(edition(.english)), syncing.."
    case .current:
      if version == 0 { return "\(name): no phrases yet" }
      guard let checkedMinutesAgo else { return "\(name) \(edition(.english)), never synced" }
      return "\(name) \(edition(.english)), "
        + (isShort ? "" : "synced ")
        + SourceLabel.ago(minutes: checkedMinutesAgo).sentence(.english)
    }
  }

  private func chinese(_ name: String, isShort: Bool) -> String {
    switch standing {
    case .failing:
      let span = fullMinutesOfFailing.map { SourceLabel.span(minutes: $0).sentence(.chinese) }
      if isShort {
        return "\(name)：失败" + (span.map { " \($0)" } ?? "")
          + (version == 0 ? "，还没有话术" : "，\(edition(.chinese))")
      }
      return "“\(name)”同步失败" + (span.map { "（\($0)前起）" } ?? "") + "，请联系主管；"
        + (version == 0 ? "还没有话术" : "仍用 \(edition(.chinese))")
    case .held:
      let key = Action.reviewHeld.keyLabel
      return isShort ? "\(name)：新版本 \(key)" : "\(name)：新版本待确认，按 \(key)"
    case .undecided: return isShort ? "\(name)：有新版本等待" : "\(name)：有新版本在等待，稍后再查"
    case .pinned: return "\(name) \(edition(.chinese))，已固定"
    case .syncing: return version == 0 ? "\(name)：同步中.." : "\(name) \(edition(.chinese))，同步中.."
    case .current:
      if version == 0 { return "\(name)：还没有话术" }
      guard let checkedMinutesAgo else { return "\(name) \(edition(.chinese))，从未同步" }
      return "\(name) \(edition(.chinese))，"
        + SourceLabel.ago(minutes: checkedMinutesAgo).sentence(.chinese) + (isShort ? "" : "同步")
    }
  }

  /// All there is to say of the source, a sentence for each fact, what it is called first.
  func report(_ language: Language) -> [(text: String, role: Role)] {
    switch language {
    case .english: englishReport
    case .chinese: chineseReport
    }
  }

  private var hasChanges: Bool { addedCount + changedCount + removedCount > 0 }

  private var englishReport: [(text: String, role: Role)] {
    var title = [version == 0 ? "\(name): no phrases yet" : "\(name) \(edition(.english))"]
    title.append(
      checkedMinutesAgo.map { "last synced \(SourceLabel.ago(minutes: $0).sentence(.english))" }
        ?? "never synced")
    if isPinned { title.append("pinned: stays at this version") }
    if isSyncing { title.append("syncing..") }
    var report = [(title.joined(separator: ", "), Role.heading)]
    if isFailing {
      let span = fullMinutesOfFailing.map {
        " for \(SourceLabel.span(minutes: $0).sentence(.english))"
      }
      report.append(
        (["Failing\(span ?? "")", failure].compactMap { $0 }.joined(separator: ": "), .error))
    }
    if let held {
      report.append(("A new version waits: \(held.reason) Enter shows it.", .warning))
    }
    if isUndecided {
      report.append(
        (
          "A newer list waits; whoever published it may have agreed to it. Asked again soon.",
          .warning
        ))
    }
    if hasChanges {
      let counts = "\(addedCount.grouped) new, \(changedCount.grouped) changed"
      report.append(
        ("Since you last looked: \(counts), \(removedCount.grouped) removed.", .text))
    }
    return report
  }

  private var chineseReport: [(text: String, role: Role)] {
    var title = [version == 0 ? "\(name)：还没有话术" : "\(name) \(edition(.chinese))"]
    title.append(
      checkedMinutesAgo.map { "最近同步：\(SourceLabel.ago(minutes: $0).sentence(.chinese))" }
        ?? "从未同步")
    if isPinned { title.append("已固定在此版本") }
    if isSyncing { title.append("同步中..") }
    var report = [(title.joined(separator: "，"), Role.heading)]
    if isFailing {
      let span = fullMinutesOfFailing.map {
        "（\(SourceLabel.span(minutes: $0).sentence(.chinese))前起）"
      }
      report.append(("\(failure ?? "同步失败")\(span ?? "")", .error))
    }
    if let held {
      report.append(("新版本待确认：\(held.reason) 按 Enter 查看。", .warning))
    }
    if isUndecided {
      report.append(("有新版本在等待，发布者可能已经确认；稍后再查。", .warning))
    }
    if hasChanges {
      let counts = "新增 \(addedCount.grouped) 条，改动 \(changedCount.grouped) 条"
      report.append(("上次查看以来：\(counts)，删除 \(removedCount.grouped) 条。", .text))
    }
    return report
  }
}
