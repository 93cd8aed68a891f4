import Glibc

/// A git repository without files of its own, into which a path leads.
///
/// A file that is put among its objects no desk ever sees: it has to be committed.
struct BareRepository {
  /// The address of the file in the repository, as publishing takes it.
  let address: String

  /// Looks for one among the folders that a path leads through; nil where there is none.
  init?(around path: String) {
    var folder = path[...]
    while let slash = folder.lastIndex(of: "/"), slash > folder.startIndex {
      folder = folder[..<slash]
      let isRepository = ["HEAD", "objects", "refs"].allSatisfy {
        access("\(folder)/\($0)", F_OK) == 0
      }
      guard isRepository else { continue }
      // Of a repository with files of its own they are committed by git.
      let repository = folder.hasSuffix("/.git") ? folder.dropLast(5) : folder
      address = "git+file://\(repository)//\(path.dropFirst(folder.count + 1))"
      return
    }
    return nil
  }
}
