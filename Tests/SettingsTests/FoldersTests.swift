import Settings
import Testing

struct FoldersTests {
  @Test func `Without variables the folders are those of the specification`() {
    let folders = Folders(environment: ["HOME": "/users/li"], accountHome: nil)
    #expect(folders.config == "/users/li/.config/phrasedesk")
    #expect(folders.store == "/users/li/.local/share/phrasedesk/phrases.sqlite")
    #expect(folders.state == "/users/li/.local/state/phrasedesk")
    #expect(folders.cache == "/users/li/.cache/phrasedesk")
    #expect(folders.runtime == nil)
    #expect(
      folders.configFiles == [
        "/etc/xdg/phrasedesk/config.toml", "/users/li/.config/phrasedesk/config.toml",
      ])
  }

  @Test func `The variables win`() {
    let folders = Folders(
      environment: [
        "HOME": "/users/li", "XDG_CONFIG_HOME": "/c/", "XDG_DATA_HOME": "/d",
        "XDG_STATE_HOME": "/s", "XDG_CACHE_HOME": "/", "XDG_RUNTIME_DIR": "/run/user/1",
        "XDG_CONFIG_DIRS": "/first:relative::/second/",
      ], accountHome: nil)
    #expect(folders.config == "/c/phrasedesk")
    #expect(folders.store == "/d/phrasedesk/phrases.sqlite")
    #expect(folders.state == "/s/phrasedesk")
    #expect(folders.cache == "/phrasedesk")
    #expect(folders.runtime == "/run/user/1/phrasedesk")
    // The first folder of the list is the most important, so it is read after the second.
    #expect(
      folders.configFiles == [
        "/second/phrasedesk/config.toml", "/first/phrasedesk/config.toml",
        "/c/phrasedesk/config.toml",
      ])
  }

  @Test func `Relative and empty values are ignored`() {
    let folders = Folders(
      environment: [
        "HOME": "/h", "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "", "XDG_STATE_HOME": "./s",
        "XDG_CACHE_HOME": "~/.cache", "XDG_RUNTIME_DIR": "run", "XDG_CONFIG_DIRS": "",
      ], accountHome: nil)
    #expect(folders == Folders(environment: ["HOME": "/h"], accountHome: nil))
  }

  @Test func `Without HOME the account's home is used, and without that nothing is invented`() {
    let known = Folders(environment: [:], accountHome: "/users/li")
    #expect(known == Folders(environment: ["HOME": "/users/li"], accountHome: nil))
    let unknown = Folders(environment: ["HOME": "relative"], accountHome: nil)
    #expect([unknown.config, unknown.data, unknown.state, unknown.cache] == [nil, nil, nil, nil])
    #expect(unknown.configFiles == ["/etc/xdg/phrasedesk/config.toml"])
    #expect(unknown.store == nil && unknown.state == nil)
    #expect(Folders.accountHome()?.hasPrefix("/") == true)
  }
}
