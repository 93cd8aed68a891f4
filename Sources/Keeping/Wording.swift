import Phrases
import Store
import Sync

extension OpeningError {
  /// What happened, where, and what to do; a bad file has a sentence an error, one a line.
  public func sentence(_ language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  /// What was given as a path may be an address, or nearly one.
  private func shown(_ path: String) -> String { SafeText.withoutSecrets(address: path) }

  private var english: String {
    switch self {
    case .noSuchFile(let path): "\(shown(path)): there is no such file; check the name."
    case .noSuchFolder(let path):
      "\(shown(path)): there is no such folder; make it, or name another."
    case .diskFull(let path): "\(shown(path)): the disk is full; make room, or name another place."
    case .sizeLimit(let path):
      "\(shown(path)): no file may become that large here; raise the limit (ulimit -f), then try again."
    case .noRights(let path):
      "\(shown(path)): you may not read or write it; ask its owner, or use another."
    case .isFolder(let path): "\(shown(path)): this is a folder; name a file in it."
    case .exists(let path): "\(shown(path)): this file exists; --force replaces it."
    case .tooLarge(let path, let limit):
      "\(shown(path)): the file is larger than \(limit / 1_048_576) MB, the most that is read; split it."
    case .notReadable(let path, let errno):
      "\(shown(path)): the system could not read or write it (error \(errno)); try another place."
    case .isAddress(let address):
      "\(shown(address)): this is an address; follow it with phrasedesk connect, or name a file."
    case .badAddress(let flaw): flaw.sentence(.english)
    case .notFetched(let failure, let name): failure.sentence(.english, source: name)
    case .badFile(let error): error.sentences(.english).joined(separator: "\n")
    case .store(let error): error.sentence(.english)
    case .noHome: "HOME is not set: set it, or XDG_DATA_HOME, so that phrases can be kept."
    case .noSuchDepartment(let name, let known):
      known.isEmpty
        ? "\(name): these phrases name no department; leave --department out."
        : "\(name): no phrase is for this department; there are: \(known.joined(separator: ", "))."
    }
  }

  private var chinese: String {
    switch self {
    case .noSuchFile(let path): "\(shown(path))：没有这个文件，请检查文件名。"
    case .noSuchFolder(let path): "\(shown(path))：没有这个文件夹，请先创建或换一个。"
    case .diskFull(let path): "\(shown(path))：磁盘已满，请清理空间或换一个位置。"
    case .sizeLimit(let path): "\(shown(path))：此处不允许这么大的文件，请提高上限 (ulimit -f) 后重试。"
    case .noRights(let path): "\(shown(path))：没有读写权限，请联系文件的主人或换一个文件。"
    case .isFolder(let path): "\(shown(path))：这是文件夹，请指定其中的文件。"
    case .exists(let path): "\(shown(path))：文件已存在，用 --force 覆盖。"
    case .tooLarge(let path, let limit):
      "\(shown(path))：文件超过 \(limit / 1_048_576) MB 的上限，请拆分。"
    case .notReadable(let path, let errno):
      "\(shown(path))：系统无法读写该文件（错误 \(errno)），请换一个位置。"
    case .isAddress(let address): "\(shown(address))：这是网址；请用 phrasedesk connect 连接，或指定一个文件。"
    case .badAddress(let flaw): flaw.sentence(.chinese)
    case .notFetched(let failure, let name): failure.sentence(.chinese, source: name)
    case .badFile(let error): error.sentences(.chinese).joined(separator: "\n")
    case .store(let error): error.sentence(.chinese)
    case .noHome: "HOME 未设置：请设置 HOME 或 XDG_DATA_HOME，话术才能保存。"
    case .noSuchDepartment(let name, let known):
      known.isEmpty
        ? "\(name)：这些话术没有部门，请去掉 --department。"
        : "\(name)：没有该部门的话术；现有部门：\(known.joined(separator: "、"))。"
    }
  }
}

extension Remark {
  /// What happened and what to do.
  public func sentence(_ language: Language) -> String {
    switch (self, language) {
    case (.rescued(let rescue), _): rescue.sentence(language)
    case (.store(let remark), _): remark.sentence(language)
    case (.unusable(let error), _): error.sentence(language)
    case (.gone(let path), .english):
      "The store \(SafeText.visible(path)) was removed with its folder: what is shown stays until"
        + " phrasedesk ends, and what is kept from now on begins anew."
    case (.gone(let path), .chinese):
      "话术库 \(SafeText.visible(path)) 连同文件夹已被删除：显示的话术保留到程序结束，此后的内容将重新开始记录。"
    case (.noCopy(let error), .english):
      "No copy of your own phrases could be kept: \(error.sentence(.english))"
    case (.noCopy(let error), .chinese): "未能备份您的话术：\(error.sentence(.chinese))"
    case (.notRecorded(let error), .english):
      "The phrase went out, but that it did could not be kept for the ranking: \(error.sentence(.english))"
    case (.notRecorded(let error), .chinese): "话术已发出，但使用记录未能保存：\(error.sentence(.chinese))"
    case (.usageNotRead(let error), .english):
      "What was sent before could not be read for the ranking: \(error.sentence(.english))"
    case (.usageNotRead(let error), .chinese): "未能读取使用记录，排序不受其影响：\(error.sentence(.chinese))"
    case (.notOpened(let error), _): error.sentence(language)
    case (.assumed(let finding, let file), _): finding.sentence(language, file: file)
    }
  }
}
