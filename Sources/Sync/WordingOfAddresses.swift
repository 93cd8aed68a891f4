import Phrases

extension AddressFlaw {
  /// What is wrong with the address and what to write instead, as one sentence.
  public func sentence(_ language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  private var english: String {
    switch self {
    case .empty:
      "The address of the source is empty; give a path, an https address or a git address."
    case .tooLong:
      "The address is longer than \(SourceAddress.mostBytes) bytes; give a shorter one."
    case .leadingHyphen:
      "The address, its host, path or ref begins with a hyphen; write a file as ./-name, or rename"
        + " what it names."
    case .hiddenCharacter:
      "The address holds a line break, a control character or one that cannot be seen; type it anew."
    case .badEscape:
      "The address holds a % that does not begin an escaped UTF-8 character; write a percent sign"
        + " as %25."
    case .unknownScheme:
      "This kind of address is not known; use a path, file://, http://, https://, git+https://,"
        + " git+ssh:// or git+file://."
    case .missingScheme:
      "There is no such file, and an address of the web begins with its kind; write it like"
        + " https://host/phrases.csv."
    case .windowsPath:
      "This is a path of Windows; mount its folder here, and give the path that it has then, such as"
        + " /mnt/team/phrases.csv."
    case .missingSlashes:
      "The address lacks the two slashes after its kind; write it like https://host/phrases.csv."
    case .credentials:
      "The address holds a user name or a password; take it out, and keep it in an environment"
        + " variable or a file of your own instead (for git: in git's credential helper)."
    case .missingHost:
      "The address names no host; write it like https://host/phrases.csv."
    case .badHost:
      "The host in the address is not a valid name; use letters, digits, dots and hyphens"
        + " (xn-- for other scripts)."
    case .badPort:
      "The port in the address is not a number from 1 to 65535; correct it or leave it out."
    case .fileOnHost:
      "The file address names another computer; mount its folder and give the path, with three"
        + " slashes: file:///path."
    case .missingRepositoryPath:
      "The git address does not say which file; write two slashes and the file's path after the"
        + " repository: git+https://host/repo.git//phrases.csv."
    case .missingRepository:
      "The git address names no repository; write it like git+https://host/repo.git//phrases.csv."
    case .emptyPart:
      "The path inside the repository has an empty part; write it without // and without a slash"
        + " at its end."
    case .dotPart:
      "The path inside the repository must not hold . or .. as a part; write it from the"
        + " repository's top."
    case .unknownOption:
      "Nothing but ?ref=BRANCH may follow the path inside the repository; write other question"
        + " marks as %3F."
    case .badRef:
      "The ref is not a name that git allows; give a branch, a tag or a commit, such as ?ref=main."
    }
  }

  private var chinese: String {
    switch self {
    case .empty:
      "来源地址为空；请填写路径、https 地址或 git 地址。"
    case .tooLong:
      "地址超过了 \(SourceAddress.mostBytes) 字节；请使用更短的地址。"
    case .leadingHyphen:
      "地址或其中的主机、路径、ref 以连字符开头；文件请写成 ./-名称，或改掉该名称。"
    case .hiddenCharacter:
      "地址中含有换行、控制字符或不可见字符；请重新输入。"
    case .badEscape:
      "地址中的 % 不是有效的 UTF-8 转义；百分号请写成 %25。"
    case .unknownScheme:
      "不支持这种地址；请使用路径、file://、http://、https://、git+https://、git+ssh:// 或 git+file://。"
    case .missingScheme:
      "没有这个文件；若是网址，请写上类型，例如 https://主机/phrases.csv。"
    case .windowsPath:
      "这是 Windows 的路径；请先在本机挂载该文件夹，再填写挂载后的路径，例如 /mnt/team/phrases.csv。"
    case .missingSlashes:
      "地址类型后面缺少两个斜杠；请写成 https://主机/phrases.csv 的形式。"
    case .credentials:
      "地址中含有用户名或密码；请将其删除，改存到环境变量或您自己的文件中（git 请用凭据助手）。"
    case .missingHost:
      "地址中没有主机名；请写成 https://主机/phrases.csv 的形式。"
    case .badHost:
      "地址中的主机名无效；请使用字母、数字、点和连字符（其他文字用 xn-- 形式）。"
    case .badPort:
      "地址中的端口不是 1 到 65535 的数字；请改正或去掉。"
    case .fileOnHost:
      "该文件地址指向另一台计算机；请挂载其文件夹后填写路径，用三个斜杠：file:///路径。"
    case .missingRepositoryPath:
      "git 地址没有说明是哪个文件；请在仓库后加两个斜杠和文件路径：git+https://主机/repo.git//phrases.csv。"
    case .missingRepository:
      "git 地址中没有仓库；请写成 git+https://主机/repo.git//phrases.csv 的形式。"
    case .emptyPart:
      "仓库内的路径有空的部分；请去掉多余的 // 和末尾的斜杠。"
    case .dotPart:
      "仓库内的路径不能含有“.”或“..”；请从仓库的顶层写起。"
    case .unknownOption:
      "仓库内的路径后面只能跟 ?ref=分支；其他问号请写成 %3F。"
    case .badRef:
      "ref 不是 git 允许的名称；请填写分支、标签或提交，例如 ?ref=main。"
    }
  }
}
