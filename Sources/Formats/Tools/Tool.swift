import Phrases

/// Another tool whose lists are read: what is said of it in the one table of them.
///
/// A tool has a row only where the readers of any table and any JSON would be wrong.
struct Tool: Sendable {
  enum Container {
    case json
    case table
  }

  /// What becomes of HTML in texts.
  enum Markup {
    case none
    /// Some texts are HTML, those in which a tag is closed.
    case some
    case all
  }

  /// A column that holds a key of another list of the file.
  struct Reference {
    let column: PhraseColumn
    let list: TreePath
    let key: String
    let name: String
  }

  /// What `--from` calls it.
  let name: String
  /// What people call it.
  let title: String
  let container: Container
  /// Members or headers that together are only in its files.
  let marks: Set<String>
  /// The header of each column; in JSON the way from the object.
  let columns: [PhraseColumn: String]
  var markup = Markup.none
  var placeholders: Set<ToolPlaceholders.Style> = []
  /// What the status says where a phrase is not used; anything else is in use.
  var off: Set<String> = []
  /// The way to values that are `false` where a text is for colleagues; such phrases are drafts.
  var publicity: TreePath?
  var reference: Reference?
  /// What stands between the levels of a category, or of a title that begins with one.
  var levels: [String] = []
  var levelsInTitle = false
  /// The folder beside the list in which its pictures are.
  var pictures: String?
}
