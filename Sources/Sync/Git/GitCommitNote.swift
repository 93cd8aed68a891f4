/// Who made a commit and why, not sanitised.
enum GitCommitNote {
  /// What is kept of a subject, in columns; it may have any length.
  static let mostColumns = 1_000

  /// The author and the subject, cut; empty where git does not say: no list is kept from desks by what
  /// somebody wrote about it.
  static func of(_ commit: String, in repository: String, _ git: Git) -> (String, String) {
    // The subject is cut by git, which pads it with spaces as well.
    let format = "--format=%<(200,trunc)%an%x00%<(\(mostColumns),trunc)%s"
    let said = try? git.text(
      "log", "-1", "--no-show-signature", "--encoding=UTF-8", format, "--end-of-options", commit,
      in: repository)
    let parts = (said ?? "").split(separator: "\0", maxSplits: 1, omittingEmptySubsequences: false)
      .map { String($0.reversed().drop { $0 == " " }.reversed()) }
    return (parts.first ?? "", parts.dropFirst().first ?? "")
  }
}
