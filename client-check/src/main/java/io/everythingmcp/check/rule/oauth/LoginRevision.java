package io.everythingmcp.check.rule.oauth;

import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.Revisions;

/** The newest revision that the client of a run showed: logins have no revision of their own. */
final class LoginRevision {
  private LoginRevision() {}

  /** The revision, or null where none was shown. */
  static String of(JournalView view) {
    String newest = null;
    for (ClientMessage message : view.messages()) {
      String shown =
          message.is("initialize")
              ? message.params().path("protocolVersion").asText(null)
              : message.revision();
      newest = newer(newest, shown);
    }
    for (var document : view.login().resourceDocuments()) {
      newest = newer(newest, header(document.exchange()));
    }
    for (var document : view.login().serverDocuments()) {
      newest = newer(newest, header(document.exchange()));
    }
    return newest;
  }

  private static String header(RecordedExchange exchange) {
    return exchange.request().headers().first("MCP-Protocol-Version").orElse(null);
  }

  private static String newer(String one, String other) {
    if (!Revisions.isPublished(other)) {
      return one;
    }
    return one == null || other.compareTo(one) > 0 ? other : one;
  }

  /** Whether the client is of this revision or a later one, or tells none. */
  static boolean since(JournalView view, String first) {
    String shown = of(view);
    return shown == null || shown.compareTo(first) >= 0;
  }
}
