package io.everythingmcp.api;

/**
 * Publishes changes of the server's features to all clients that are subscribed to them.
 * Thread-safe; never blocks.
 */
public interface ChangeNotifier {

  /**
   * Enables or disables a prepared tool for all callers and publishes {@code list_changed}.
   *
   * @param name name of the tool
   * @param enabled whether the tool is listed and can be called
   * @return false if the tool already was in that state
   */
  boolean setToolEnabled(String name, boolean enabled);

  /** Publishes {@code notifications/tools/list_changed} to all clients. */
  void toolListChanged();

  /** Publishes {@code notifications/prompts/list_changed} to all clients. */
  void promptListChanged();

  /** Publishes {@code notifications/resources/list_changed} to all clients. */
  void resourceListChanged();

  /**
   * Publishes {@code notifications/resources/updated} to the clients subscribed to the resource.
   *
   * @param uri URI of the resource
   */
  void resourceUpdated(String uri);
}
