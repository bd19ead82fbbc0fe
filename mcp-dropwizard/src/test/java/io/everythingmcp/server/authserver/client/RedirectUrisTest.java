package io.everythingmcp.server.authserver.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectUrisTest {
  private static final RedirectSchemes SCHEMES = RedirectSchemes.with(List.of("Acme"));

  @ParameterizedTest
  @CsvSource({
    "https://app.example/cb, https://app.example/cb, true",
    "https://app.example/cb, https://app.example/cb/, false",
    "https://app.example/cb, https://app.example/cb?x=1, false",
    "https://app.example/cb, https://app.example:443/cb, false",
    "https://app.example/cb, https://APP.example/cb, false",
    "https://app.example/cb, http://app.example/cb, false",
    "http://127.0.0.1/cb, http://127.0.0.1:4000/cb, true",
    "http://127.0.0.1:1/cb, http://127.0.0.1:4000/cb, true",
    "http://127.0.0.1:1/cb?a=b, http://127.0.0.1:4000/cb?a=b, true",
    "http://127.0.0.1:1/cb, http://127.0.0.1:4000/cb?a=b, false",
    "http://127.0.0.1:1/cb, http://127.0.0.1:4000/other, false",
    "http://127.0.0.1:1/cb, http://127.0.0.1:4000/cb#x, false",
    "http://127.0.0.1:1/cb, http://a@127.0.0.1:4000/cb, false",
    "http://[::1]/cb, http://[::1]:4000/cb, true",
    "http://localhost/cb, http://localhost:4000/cb, true",
    "http://localhost/cb, http://127.0.0.1/cb, false",
    "https://localhost/cb, https://localhost:4000/cb, false",
    "http://127.0.0.1/cb, http://127.0.0.1.evil.example/cb, false",
    "http://127.0.0.1:33418, http://127.0.0.1:33418/, true",
    "http://127.0.0.1:33418/, http://127.0.0.1:1, true",
    "http://127.0.0.1:33418?a=b, http://127.0.0.1:33418/?a=b, true",
    "https://app.example, https://app.example/, true",
    "https://app.example/, https://app.example, true",
    "https://app.example, https://app.example//, false",
    "cursor://cb, cursor://cb/, false",
    "cursor://cb, cursor://cb, true",
    "cursor://cb, cursor://cb:1, false"
  })
  void onlyLoopbackPortsMayDiffer(String registered, String asked, boolean same) {
    assertThat(RedirectUris.matches(Set.of(registered), asked)).isEqualTo(same);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://app.example/cb",
        "HTTPS://app.example/cb",
        "https://localhost/cb",
        "http://localhost:1/cb",
        "http://127.0.0.1",
        "http://[::1]:8080/cb",
        "cursor://anysphere.cursor-mcp/oauth/callback",
        "vscode://vendor.extension/did-authenticate",
        "claude://callback",
        "com.example.app:/oauth",
        "com.example.app://callback",
        "com.googleusercontent.apps.123-abc:/oauth2redirect",
        "acme://callback"
      })
  void applicationUrisCanBeRegistered(String uri) {
    assertThat(RedirectUris.problem(uri, SCHEMES)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "smb://attacker/share",
        "SMB://attacker/share",
        "ms-msdt:/id",
        "ms-word:ofe|u|https://evil.example/x.docm",
        "ms-appinstaller:?source=https://evil.example",
        "search-ms:query=x",
        "ms-settings:/privacy",
        "ldap://attacker/x",
        "ssh://attacker",
        "telnet://attacker",
        "vnc://attacker",
        "rdp://attacker",
        "nfs://attacker/share",
        "afp://attacker/share",
        "x-apple.systempreferences:com.apple.preference.security",
        "x-apple.systempreferences://com.apple.preference.security",
        "x-man-page://ls",
        "itms-services://?action=download-manifest",
        "facetime://1",
        "shortcuts://run-shortcut",
        "steam://run/1",
        "apt:package",
        "magnet:?xt=x",
        "git://attacker/x",
        "javascript:alert(1)",
        "JavaScript:alert(1)//",
        "data:text/html,x",
        "file:///etc/passwd",
        "view-source:https://x",
        "chrome://settings",
        "blob:https://x/y",
        "intent://scan/#Intent;end",
        "web+mcp://x",
        "urn:ietf:wg:oauth:2.0:oob",
        "mailto:a@b.example",
        "unknown://callback",
        "localhost:8080/callback",
        "example.com:8080/callback",
        "app.example.com/callback",
        "//app.example/cb",
        "http://app.example/cb",
        "http://127.0.0.1.evil.example/cb",
        "https:/app.example",
        "https://user@app.example/cb",
        "cursor://user@x_y/cb",
        "https://app.example/cb#x",
        "https://*.example/cb",
        "https://app.example/\u00e9",
        "https://app.example/a b",
        "com.example.app:callback",
        ".com:/x",
        "com.:/x",
        "com..app:/x",
        "com.-app:/x",
        "1com.app:/x",
        " https://app.example/cb",
        "",
        " "
      })
  void dangerousSchemesCannotBeRegistered(String uri) {
    assertThat(RedirectUris.problem(uri, SCHEMES)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript", "FILE", "data", "http", "a b", "acme:", ""})
  void operatorCannotAllowReservedSchemes(String scheme) {
    assertThatThrownBy(() -> RedirectSchemes.with(List.of(scheme)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + scheme + "'");
  }
}
