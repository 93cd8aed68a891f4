/// What one path of a commit holds, as `git ls-tree -l` says.
struct GitEntry {
  let mode: String
  let object: String
  /// In bytes.
  let size: Int

  /// - Throws: ``FetchFailure`` where the path is missing in the commit, or is no file.
  init(
    _ address: GitAddress, of commit: String, in repository: String, _ git: Git
  ) throws(FetchFailure) {
    let listing = try git("ls-tree", "-z", "-l", commit, "--", address.path, in: repository)
    let text = String(decoding: listing, as: UTF8.self)
    // `mode type object size TAB path NUL`, the size set to the right.
    let fields = text.prefix { $0 != "\t" }.split(separator: " ")
    guard fields.count == 4 else {
      throw FetchFailure(.noSuchFileInRef(path: address.path, ref: address.ref ?? "HEAD"))
    }
    if fields[1] == "tree" { throw FetchFailure(.isFolder) }
    // A link would name a file outside, a commit is a submodule.
    guard fields[1] == "blob", fields[0].hasPrefix("100"), let size = Int(fields[3]) else {
      throw FetchFailure(.notAFile)
    }
    mode = String(fields[0])
    object = String(fields[2])
    self.size = size
  }
}
