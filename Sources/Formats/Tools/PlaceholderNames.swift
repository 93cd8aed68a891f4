/// What other tools' variables are called here.
///
/// A desk asks for a value once for a conversation: the customer's name must have one name, whatever
/// tool a list is from.
enum PlaceholderNames {
  private static let names: [(name: String, variables: [String])] = [
    (
      "客户姓名",
      [
        "ticket.requester.first_name", "ticket.requester.name", "ticket.requester.last_name",
        "ticket.customer.firstname", "ticket.customer.lastname", "ticket.customer.fullname",
        "contact.name", "contact.first_name", "contact.last_name", "customer.name",
        "customer.first_name", "customer.firstname", "visitor.name", "nick",
      ]
    ),
    (
      "客户邮箱",
      [
        "ticket.requester.email", "ticket.customer.email", "contact.email", "customer.email",
        "email",
      ]
    ),
    (
      "客户电话",
      [
        "ticket.requester.phone", "ticket.customer.phone", "contact.phone", "contact.phone_number",
        "customer.phone", "phone",
      ]
    ),
    (
      "客服姓名",
      [
        "current_user.name", "current_user.first_name", "ticket.assignee.name",
        "ticket.assignee.first_name", "ticket.owner.firstname", "ticket.owner.lastname",
        "ticket.owner.fullname", "user.firstname", "user.lastname", "user.fullname", "agent.name",
        "agent.first_name", "agent.last_name", "operator",
      ]
    ),
    ("工单号", ["ticket.id", "ticket.number", "ticket.external_id", "conversation.id"]),
    ("工单标题", ["ticket.title", "conversation.subject"]),
    (
      "公司名称",
      [
        "ticket.organization.name", "ticket.account", "account.name",
        "ticket.customer.organization.name",
      ]
    ),
    ("订单号", ["order.number", "order.id", "order_number", "order_id"]),
    ("剪贴板", ["clipboard"]),
  ]

  private static let table: [String: String] = {
    var table: [String: String] = [:]
    for (name, variables) in names {
      for variable in variables { table[variable] = name }
    }
    return table
  }()

  /// The placeholder for a variable: by the table, else its last part.
  ///
  ///     PlaceholderNames.name(of: "ticket.requester.first_name")  // "客户姓名"
  ///     PlaceholderNames.name(of: "ticket.custom.size")           // "size"
  static func name(of variable: String) -> String {
    if let name = table[variable.lowercased()] { return name }
    return variable.split(separator: ".").last.map(String.init) ?? variable
  }
}
