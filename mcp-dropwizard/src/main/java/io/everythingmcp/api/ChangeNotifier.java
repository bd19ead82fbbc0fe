package io.everythingmcp.api;

/** Tells that something changed. Who hears it, and how, is not the feature's business. */
public interface ChangeNotifier {

  /** Switches a prepared tool on or off, for everybody. Returns false when it already was so. */
  boolean setToolEnabled(String name, boolean enabled);

  /** The list of tools changed, for everybody. */
  void toolListChanged();

  /** The list of prompts changed, for everybody. */
  void promptListChanged();

  /** The list of resources changed, for everybody. */
  void resourceListChanged();

  /** The content of a resource changed; those who subscribed to it are told. */
  void resourceUpdated(String uri);
}
