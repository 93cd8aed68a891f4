import Phrases
import Store

/// Why something of the agent's own was not kept.
public enum OwnFailure: Error, Equatable, Sendable {
  /// A file is shown that was opened for this once (`--kb`).
  case openedForOnce
  /// Nothing says where the store would be.
  case noHome
  case store(StoreError)

  public func sentence(_ language: Language) -> String {
    switch (self, language) {
    case (.openedForOnce, .english):
      "Not kept: this file was opened for once (--kb); open the desk without it to keep things of your own."
    case (.openedForOnce, .chinese): "未保存：当前是用 --kb 临时打开的文件；请不带 --kb 打开话术台，再保存自己的内容。"
    case (.noHome, _): OpeningError.noHome.sentence(language)
    case (.store(let error), _): error.sentence(language)
    }
  }
}
