package io.everythingmcp.conformance.report;

import java.util.List;
import java.util.regex.Pattern;

/** Takes credentials out of texts. */
public final class ReportRedaction {
  private static final String HIDDEN = "[redacted]";
  private static final String NAMES =
      "access_token|refresh_token|id_token|client_secret|client_assertion|assertion|code_verifier"
          + "|code|password|csrf|registration_access_token";
  private static final Pattern HEADER =
      Pattern.compile(
          "(?im)^((?:proxy-)?authorization: *(?:bearer |basic |dpop )?|x-api-key: *"
              + "|(?:set-)?cookie: *[^=;\\s]+=)[^;\\r\\n]+");
  private static final Pattern SESSION = Pattern.compile("(?im)^(mcp-session-id: *.{8}).{5,}$");
  private static final Pattern IN_JSON =
      Pattern.compile("(\"(?:" + NAMES + ")\"\\s*:\\s*\")[^\"]+(\")");
  private static final Pattern IN_FORM =
      Pattern.compile("((?:^|[?&#\\s])(?:" + NAMES + ")=)[^&\\s\"'<]+");
  private static final Pattern TOKEN =
      Pattern.compile("eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");

  private final List<String> secrets;

  /**
   * A redaction.
   *
   * @param secrets texts that are taken out wherever they are
   */
  public ReportRedaction(List<String> secrets) {
    this.secrets = secrets.stream().filter(secret -> secret.length() > 3).toList();
  }

  /** The text without credentials. */
  public String clean(String text) {
    String clean = text;
    for (String secret : secrets) {
      clean = clean.replace(secret, HIDDEN);
    }
    clean = HEADER.matcher(clean).replaceAll("$1" + HIDDEN);
    clean = SESSION.matcher(clean).replaceAll("$1...");
    clean = IN_JSON.matcher(clean).replaceAll("$1" + HIDDEN + "$2");
    clean = IN_FORM.matcher(clean).replaceAll("$1" + HIDDEN);
    return TOKEN.matcher(clean).replaceAll(HIDDEN);
  }
}
