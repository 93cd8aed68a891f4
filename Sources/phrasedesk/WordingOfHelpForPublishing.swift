/// The help pages of what takes lists out and publishes them.
extension HelpWording {
  /// checkout, publish, take-back.
  static let publishing: [(String, String)] = [
    (
      "Writes the list that desks read to a file, to be edited and published.",
      "把话术台读取的话术写到一个文件，供修改和发布。"
    ),
    (
      "FILE.base.json beside it says what the list was, so that publishing it puts in what others have "
        + "published meanwhile.",
      "旁边的 文件.base.json 记下取出时的内容，发布时会并入其间别人发布的改动。"
    ),
    ("Where to write the list; it must not be there yet.", "写到哪里；该文件必须尚不存在。"),
    (
      "Puts a checked file where desks read it, after showing what it changes and asking.",
      "显示将有的变化并询问，然后把检查过的文件放到话术台读取的位置。"
    ),
    (
      "A path is replaced at once and as a whole; a git repository gets a commit, which is pushed. A "
        + "file with errors is not published. What others have published since the file was checked out is "
        + "put in. The yes travels with the list: no desk asks its agent again.",
      "路径会一次整体替换；git 仓库则提交并推送。有错误的文件不会发布。取出之后别人发布的改动会并入。确认随话术一起送达，各话术台不再询问客服。"
    ),
    ("Why, for the release and the commit.", "发布和提交的说明。"),
    ("Every phrase that changes, and how.", "列出每条变化的话术及其变化。"),
    (
      "Publish without asking; what desks would wait for has to be named by --accept.",
      "不询问直接发布；话术台会等待确认的内容须用 --accept 写明。"
    ),
    (
      "What is agreed to, such as removed=198,changed=20.",
      "同意的内容，例如 removed=198,changed=20。"
    ),
    ("Publishes an earlier release again, for every desk.", "在所有话术台重新发布较早的版本。"),
    (
      "Without a number what stood there before the list of now. It is published as a new release, after "
        + "showing what changes, whose releases that undoes, and asking once; phrasedesk rollback is for this "
        + "desk only.",
      "不写编号则退回到现在的文件之前的内容。显示变化、被撤销的发布并询问一次后，作为新的发布；"
        + "phrasedesk rollback 只影响本话术台。"
    ),
    ("Without asking.", "不询问。"),
    ("The release's number.", "发布的编号。"),
  ]
}
