import Chat
import Desk
import Keeping
import Store

/// What goes out by the line; all of it on the worker, since it waits for other programs.
extension ChatLine {
  /// Takes a phrase to a place, with the chat that is there now.
  ///
  /// What became of it comes as letters: `Event.delivered`, then ``Letter/handedOver(isInChat:)``.
  ///
  /// - Returns: whether the agent is to follow it there, if all goes well.
  func deliver(_ outgoing: Outgoing, to destination: Destination) -> Bool {
    let chat = chat
    let leadsBack = goesBack && chat != nil
    let target = target(destination)
    let listed = listed.withLock { $0 }
    let isUnchosen = isUnchosen(destination)
    worker.run { [courier, language, mailbox, record] in
      let route: Courier.Route =
        switch destination {
        case .clipboard: .clipboard
        case .pane(nil): .pane(chat?.pane)
        // The one that was listed: another program that has its number by now is not meant.
        case .pane(let id?): .pane(listed.pane(id) ?? courier.pane(id))
        case .window: .window(chat?.window)
        case .command: .command
        }
      let handover = courier.deliver(Array(outgoing.text.utf8), by: route, onlyIntoChat: isUnchosen)
      let delivered = Delivered(handover, to: target, title: outgoing.title, language)
      if let bytes = handover.clipboard?.terminalSequence {
        mailbox.post(.terminalBytes(bytes, then: .delivered(delivered)))
      } else {
        mailbox.post(.event(.delivered(delivered)))
      }
      if let way = handover.word {
        for send in Send.each(of: outgoing, by: way) { record(send) }
      }
      // What went wrong is to be seen first.
      let isInChat = leadsBack && handover.isWhereWanted
      mailbox.post(.handedOver(isInChat: isInChat))
    }
    return leadsBack
  }

  /// Leads the agent back to the chat; `Event.returned` says when that is done.
  func goBack() {
    guard let chat else { return }
    worker.run { [courier, desk, mailbox] in
      courier.goBack(to: chat, from: desk.withLock { $0 })
      mailbox.post(.event(.returned))
    }
  }

  /// Lists every place that phrases can be sent to now: `Event.targets` answers.
  func listTargets() {
    let known = [Destination.clipboard, .pane(id: nil), .window, .command].map(chatTarget)
      .filter { $0.destination == .clipboard || !$0.name.isEmpty }
    let chatPane = chat?.pane
    worker.run { [courier, language, listed, mailbox] in
      let panes = ListedPanes(courier.panes().filter { !$0.isDesk }, chat: chatPane)
      listed.withLock { $0 = panes }
      let targets =
        known.map { target in
          guard target.destination == .pane(id: nil), let chatPane else { return target }
          return Target(
            target.destination, name: panes.name(of: chatPane, language), chat: target.chat)
        }
        + panes.others.map {
          Target(
            .pane(id: $0.id), name: panes.name(of: $0, language),
            chat: ConversationName(Place(pane: $0)))
        }
      mailbox.post(.event(.targets(targets)))
    }
  }

  private func chatTarget(_ destination: Destination) -> Target {
    var target = target(destination)
    target.chat = conversation(of: destination)
    return target
  }

  /// Waits until all that was asked is done, at most as long as the plan says.
  func finish() { _ = worker.finish(within: farewell) }
}

extension Messenger {
  /// Hands a text over; into a pane that nobody chose only while a chat is what runs there.
  fileprivate func deliver(
    _ text: [UInt8], by route: Courier.Route, onlyIntoChat isUnchosen: Bool
  ) -> Handover {
    guard isUnchosen, case .pane(let called?) = route else { return deliver(text, by: route) }
    let now = pane(called.id)
    guard now.isSame(as: called), !now.takesChat else { return deliver(text, by: route) }
    return Handover(
      refusal: .takesNoChat(now.name), clipboard: deliver(text, by: .clipboard).clipboard)
  }
}
