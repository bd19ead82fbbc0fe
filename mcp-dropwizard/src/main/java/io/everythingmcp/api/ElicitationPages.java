package io.everythingmcp.api;

/**
 * Pages for URL mode elicitation: the user opens them outside the client, to give consent or to
 * enter data that the client must not see.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/client/elicitation#url-mode-elicitation-requests">URL
 *     mode elicitation</a>
 */
public interface ElicitationPages {

  /**
   * Creates a page that only the calling user can complete. It expires after ten minutes.
   *
   * @param message text that explains to the user what the page is for
   * @return the page
   */
  ElicitationPage create(String message);

  /**
   * Returns the user's decision on a page.
   *
   * @param id id of the page
   * @return the decision; {@link Decision#NONE} also if the page has expired
   */
  Decision decision(String id);

  /**
   * Checks whether the user accepted on a page.
   *
   * @param id id of the page
   * @return whether the decision is {@link Decision#AGREED}
   */
  default boolean isAccepted(String id) {
    return decision(id) == Decision.AGREED;
  }

  /**
   * Records that the user accepted, where the decision was made elsewhere, such as on a page of
   * another server. The client receives {@code notifications/elicitation/complete}. Ignored if the
   * page has expired or belongs to another user.
   *
   * @param id id of the page
   */
  void accept(String id);

  /** Decision of the user on a page. */
  enum Decision {
    /** No decision yet. */
    NONE,
    /** The user accepted. */
    AGREED,
    /** The user declined; the user may open the page again and accept. */
    DECLINED
  }

  /**
   * Page of one URL elicitation.
   *
   * @param id the elicitation id; cannot be guessed
   * @param url absolute URL that the user opens
   */
  record ElicitationPage(String id, String url) {}
}
