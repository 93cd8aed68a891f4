import Phrases

extension FetchFailure {
  /// What happened, where, and what to do, as one sentence.
  ///
  /// `source` is what the person called it: a path or an address. What is secret in an address is
  /// left out.
  public func sentence(_ language: Language, source: String) -> String {
    let source = Shown.address(source)
    switch language {
    case .english: return "\(source): \(reason.english)\(waitEnglish)."
    case .chinese: return "\(source)：\(reason.chinese)\(waitChinese)。"
    }
  }

  private var waitEnglish: String {
    retryAfter.map { " (it asks to wait \($0) s)" } ?? ""
  }

  private var waitChinese: String {
    retryAfter.map { "（对方要求等待 \($0) 秒）" } ?? ""
  }
}

extension FetchFailure.Reason {
  fileprivate var english: String {
    switch self {
    case .notFound: "there is no such file; check the name, or ask who publishes it"
    case .noRights: "you may not read it; ask its owner"
    case .tooLarge(let limit):
      "the file is larger than \(size(limit)), the most that is read; split it"
    case .unpacksTooLarge(let limit):
      "once unpacked the file is larger than \(size(limit)), the most that is read; split it"
    case .timedOut(let seconds): "no answer within \(seconds) s; it will be asked again"
    case .isFolder: "this is a folder; name a file in it"
    case .notReadable(let errno): "the system could not read it (error \(errno)); check the place"
    case .distrusted(let flaw): flaw.clause(.english)
    case .openToken(let path):
      "the token in \(path) is not used, since the file is not one that you alone may read; make the"
        + " token anew if others have read it, then run chmod 600 \(path)"
    case .notAFile: "this is no ordinary file; name one"
    case .keepsChanging: "the file changes while it is read; it will be read again"
    case .noLibrary: "the web needs libcurl, which is missing or too old; install libcurl4"
    case .notAnAddress: "this is no address of the web; write it as https://host/path"
    case .needsTLS(let host):
      "http without TLS is for the own network, and \(Shown.text(host)) is outside it; use https, or"
        + " --allow-http"
    case .noSuchHost(let host):
      "the server \(Shown.text(host)) is not known; check the name and the network"
    case .noConnection(let host):
      "the server \(Shown.text(host)) does not take connections; check the network and the port"
    case .notTrusted(let distrust): distrust.english
    case .refused(let status): "the server refused it (status \(status)); ask who runs the server"
    case .serverError(let status):
      "the server failed (status \(status)); it will be asked again, else ask who runs it"
    case .tooManyRequests: "the server is asked too often (status 429); ask it less often"
    case .needsCredentials(let status):
      "the server wants other credentials (status \(status)); check the token, or the name and"
        + " password"
    case .sharedToken(let variable, let names):
      "the variable \(Shown.text(variable)) is that of \(list(names, " and ")), so its token goes to none"
        + " of them; unset it, and set \(list(names, " and ", own: " for "))"
    case .proxy(let host, nil): "the proxy \(Shown.text(host)) cannot be reached; check its address"
    case .proxy(let host, 407?):
      "the proxy \(Shown.text(host)) wants a name and a password (status 407); give them to it"
    case .proxy(let host, let status?):
      "the proxy \(Shown.text(host)) refused it (status \(status)); ask who runs the proxy"
    case .badRedirect(let redirect): redirect.english
    case .broken(let damage): damage.english
    case .isPage:
      "a web page came instead of the file, such as a login; open the address in a browser and see"
    case .noGit: "git is not installed; install it"
    case .keptInLFS: "the file is kept in Git LFS, which is not followed; commit the file itself"
    case .repositoryTooLarge(let limit):
      "the repository's newest files are larger than \(size(limit)) packed; keep the phrases in a"
        + " repository of their own"
    case .unknownHostKey:
      "ssh does not know the server's key; connect to it once with ssh and check the key"
    case .notWritable(let errno): "it cannot be written (error \(errno)); check the rights there"
    case .noIdentity: "git does not know who you are; set user.name and user.email"
    case .notABranch(let ref): "\(Shown.text(ref)) is no branch; publish to a branch"
    case .pushRejected(let ref):
      "somebody else published to \(Shown.text(ref)) meanwhile; look at it and publish again"
    case .publishedMeanwhile:
      "somebody published meanwhile, and nothing was written; look at what came and publish again"
    case .brokenReleases(let file):
      "the releases in \(Shown.text(file)) cannot be read, so nothing was published; restore that file, or remove it"
        + " to begin with release 1"
    case .cannotPublish: "files cannot be put to an address of the web; publish to a path or to git"
    case .foreignRepository(let path):
      "the repository belongs to another user, and git reads it only after you said once that you trust"
        + " it: git config --global --add safe.directory \(Shown.text(path)); else use git+ssh"
    case .git(let detail): "git says: \(Shown.text(detail)); check the address and the rights"
    case .noSuchRef(let ref): "there is no branch or tag \(Shown.text(ref)); check the name"
    case .noSuchFileInRef(let path, let ref):
      "there is no file \(Shown.text(path)) in \(Shown.text(ref)); check the name"
    }
  }

  fileprivate var chinese: String {
    switch self {
    case .notFound: "找不到话术文件，请检查名称或联系主管"
    case .noRights: "没有读取权限，请联系文件的主人"
    case .tooLarge(let limit): "文件超过 \(size(limit)) 的上限，请拆分"
    case .unpacksTooLarge(let limit): "文件解压后超过 \(size(limit)) 的上限，请拆分"
    case .timedOut(let seconds): "\(seconds) 秒内没有响应，稍后会再试"
    case .isFolder: "这是文件夹，请指定其中的文件"
    case .notReadable(let errno): "系统无法读取（错误 \(errno)），请检查位置"
    case .distrusted(let flaw): flaw.clause(.chinese)
    case .openToken(let path):
      "不使用 \(path) 中的令牌，因为该文件不是只有您能读取的普通文件；如果他人读过，请重新生成令牌，再执行 chmod 600 \(path)"
    case .notAFile: "这不是普通文件，请指定一个文件"
    case .keepsChanging: "读取时文件一直在变化，稍后会再读"
    case .noLibrary: "访问网络需要 libcurl，它未安装或版本过旧，请安装 libcurl4"
    case .notAnAddress: "这不是网址，请写成 https://主机/路径"
    case .needsTLS(let host):
      "不加密的 http 只用于内网，而 \(Shown.text(host)) 不在内网，请改用 https 或加 --allow-http"
    case .noSuchHost(let host): "找不到服务器 \(Shown.text(host))，请检查名称和网络"
    case .noConnection(let host): "无法连接服务器 \(Shown.text(host))，请检查网络和端口"
    case .notTrusted(let distrust): distrust.chinese
    case .refused(let status): "服务器拒绝了请求（状态 \(status)），请联系服务器管理员"
    case .serverError(let status): "服务器出错（状态 \(status)），稍后会再试，仍不行请联系管理员"
    case .tooManyRequests: "请求过于频繁（状态 429），请降低同步频率"
    case .needsCredentials(let status): "服务器不接受现有凭据（状态 \(status)），请检查令牌或用户名和密码"
    case .sharedToken(let variable, let names):
      "变量 \(Shown.text(variable)) 同时属于\(list(names, "和"))，其中的令牌不会发给任何一个；请取消它，分别设置"
        + "\(list(names, "和", own: "用于"))"
    case .proxy(let host, nil): "无法连接代理 \(Shown.text(host))，请检查它的地址"
    case .proxy(let host, 407?): "代理 \(Shown.text(host)) 要求用户名和密码（状态 407），请填写"
    case .proxy(let host, let status?):
      "代理 \(Shown.text(host)) 拒绝了请求（状态 \(status)），请联系代理管理员"
    case .badRedirect(let redirect): redirect.chinese
    case .broken(let damage): damage.chinese
    case .isPage: "得到的是网页（例如登录页）而不是文件，请用浏览器打开该地址查看"
    case .noGit: "没有安装 git，请先安装"
    case .keptInLFS: "该文件存放在 Git LFS 中，暂不支持，请直接提交文件本身"
    case .repositoryTooLarge(let limit):
      "仓库最新的全部文件打包后超过 \(size(limit))，请把话术放在单独的仓库中"
    case .unknownHostKey: "ssh 不认识服务器的密钥，请先用 ssh 连接一次并核对密钥"
    case .notWritable(let errno): "无法写入（错误 \(errno)），请检查该处的权限"
    case .noIdentity: "git 不知道您是谁，请设置 user.name 和 user.email"
    case .notABranch(let ref): "\(Shown.text(ref)) 不是分支，请发布到分支"
    case .pushRejected(let ref): "其间有人在 \(Shown.text(ref)) 发布了新内容，请查看后重新发布"
    case .brokenReleases(let file): "无法读取 \(Shown.text(file)) 中的发布记录，没有发布；请恢复该文件，或删除它从发布 1 重新开始"
    case .publishedMeanwhile: "其间有人发布了新内容，本次没有写入，请查看后重新发布"
    case .cannotPublish: "不能发布到网址，请发布到路径或 git"
    case .foreignRepository(let path):
      "仓库属于其他用户，git 不读取；若信任其主人，请执行一次 git config --global --add safe.directory"
        + " \(Shown.text(path))，或改用 git+ssh"
    case .git(let detail): "git 报告：\(Shown.text(detail))，请检查地址和权限"
    case .noSuchRef(let ref): "没有分支或标签 \(Shown.text(ref))，请检查名称"
    case .noSuchFileInRef(let path, let ref):
      "\(Shown.text(ref)) 中没有文件 \(Shown.text(path))，请检查名称"
    }
  }

  /// The names; where `own` is given, the variable of each before it.
  private func list(_ names: [String], _ and: String, own: String? = nil) -> String {
    names.map { name in
      (own.map { Shown.text(TokenVariable(name).name) + $0 } ?? "") + Shown.text(name)
    }.joined(separator: and)
  }

  private func size(_ bytes: Int) -> String {
    bytes >= 1_048_576 ? "\(bytes / 1_048_576) MB" : "\(bytes) bytes"
  }
}

extension FetchFailure.Distrust {
  fileprivate var english: String {
    switch self {
    case .expired: "the server's certificate has expired; ask who runs it, and check this clock"
    case .otherHost: "the server's certificate is for another host; check the address"
    case .unknownIssuer:
      "nobody trusted has signed the server's certificate; name the file of your company's CA"
    case .badCertificateFile: "the CA file of the settings cannot be read; check its path"
    case .other(let detail):
      "there is no safe connection (\(Shown.text(detail, limit: 80))); ask who runs the server"
    }
  }

  fileprivate var chinese: String {
    switch self {
    case .expired: "服务器证书已过期，请联系管理员，并检查本机时钟"
    case .otherHost: "服务器证书属于另一台主机，请检查地址"
    case .unknownIssuer: "服务器证书不是由受信任的机构签发，请指定公司的 CA 文件"
    case .badCertificateFile: "无法读取设置中的 CA 文件，请检查路径"
    case .other(let detail): "无法建立安全连接（\(Shown.text(detail, limit: 80))），请联系服务器管理员"
    }
  }
}

extension FetchFailure.Redirect {
  fileprivate var english: String {
    switch self {
    case .tooMany(let count): "more than \(count) redirects; check the address"
    case .toNowhere: "the server redirects without saying where; ask who runs it"
    case .notWeb: "the server redirects to something that is not the web; ask who runs it"
    case .downgrade(let host):
      "the server redirects from https to http (\(Shown.text(host))); ask who runs it"
    case .nearer(let host):
      "the server redirects into a nearer network (\(Shown.text(host))), which is refused; name the"
        + " last address itself"
    }
  }

  fileprivate var chinese: String {
    switch self {
    case .tooMany(let count): "重定向超过 \(count) 次，请检查地址"
    case .toNowhere: "服务器重定向但没有给出地址，请联系管理员"
    case .notWeb: "服务器重定向到非网页地址，请联系管理员"
    case .downgrade(let host): "服务器从 https 重定向到 http（\(Shown.text(host))），请联系管理员"
    case .nearer(let host):
      "服务器重定向到更内层的网络（\(Shown.text(host))），已拒绝，请直接填写最终地址"
    }
  }
}

extension FetchFailure.Damage {
  fileprivate var english: String {
    "\(whatEnglish); the phrases in use stay, it will be asked again"
  }
  fileprivate var chinese: String { "\(whatChinese)，继续使用现有话术，稍后会再试" }

  private var whatEnglish: String {
    switch self {
    case .cutShort: "the file broke off before its end"
    case .empty: "the file is empty"
    case .noAnswer: "the server hung up without an answer"
    case .notHTTP: "the answer is not HTTP"
    case .headersTooLong(let limit): "the answer has more than \(limit) bytes of headers"
    case .noLength: "the server does not say how long the file is"
    case .tooLong: "the file is longer than the server said"
    case .badChunks: "the answer's chunks are damaged"
    case .badGzip: "the compressed file is damaged"
    case .inflates(let limit): "the compressed file grows more than \(limit) times"
    case .coding(let coding): "the file came in a coding not asked for (\(short(coding)))"
    case .unasked(let status): "the answer fits no question (status \(status))"
    case .other(let code): "the transfer failed (libcurl \(code))"
    }
  }

  private var whatChinese: String {
    switch self {
    case .cutShort: "文件没有传完就中断了"
    case .empty: "文件是空的"
    case .noAnswer: "服务器没有回答就断开了连接"
    case .notHTTP: "回答不是 HTTP"
    case .headersTooLong(let limit): "回答的头部超过 \(limit) 字节"
    case .noLength: "服务器没有说明文件长度"
    case .tooLong: "文件比服务器说明的更长"
    case .badChunks: "回答的分块已损坏"
    case .badGzip: "压缩文件已损坏"
    case .inflates(let limit): "压缩文件解压后超过 \(limit) 倍"
    case .coding(let coding): "文件使用了未请求的编码（\(short(coding))）"
    case .unasked(let status): "回答与请求不符（状态 \(status)）"
    case .other(let code): "传输失败（libcurl \(code)）"
    }
  }

  private func short(_ text: String) -> String { Shown.text(text, limit: 40) }
}
