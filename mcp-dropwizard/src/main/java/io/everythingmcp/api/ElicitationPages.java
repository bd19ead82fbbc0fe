package io.everythingmcp.api;

/**
 * Pages that a user visits outside the client, to agree to something or to enter what the client
 * must not see.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/client/elicitation#url-mode-elicitation-requests">URL
 *     mode elicitation</a>
 */
public interface ElicitationPages {

  /** Prepares a page that only the caller's user may complete. It is gone after ten minutes. */
  ElicitationPage create(String message);

  /** What the user has said on the page with this id; nothing, too, when the page is gone. */
  Decision decision(String id);

  /** Whether the user has agreed on the page with this id. */
  default boolean isAccepted(String id) {
    return decision(id) == Decision.AGREED;
  }

  /** What a user can say. */
  enum Decision {
    NONE,
    AGREED,
    /** No; the user may open the page again and agree after all. */
    DECLINED
  }

  /**
   * One visit.
   *
   * @param id names the visit; not guessable
   * @param url where the user goes
   */
  record ElicitationPage(String id, String url) {}
}
