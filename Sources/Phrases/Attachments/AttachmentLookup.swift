/// Looks whether an attachment that a list names can be had.
///
/// What a list says does not depend on it, so all are equal.
package struct AttachmentLookup: Hashable, Sendable {
  /// What is wrong with the one of that name; nil where nothing is, or nobody knows.
  package let flaw: @Sendable (String) -> AttachmentFlaw?

  package init(_ flaw: @escaping @Sendable (String) -> AttachmentFlaw?) { self.flaw = flaw }

  package static func == (left: AttachmentLookup, right: AttachmentLookup) -> Bool { true }

  package func hash(into hasher: inout Hasher) {}
}
