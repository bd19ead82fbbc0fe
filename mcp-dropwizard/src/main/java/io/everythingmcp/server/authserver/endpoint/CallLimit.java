package io.everythingmcp.server.authserver.endpoint;

import java.time.Duration;
import java.util.Optional;

/** How often one address may call an endpoint. */
public interface CallLimit {
  /** As often as it likes, as far as this endpoint is concerned. */
  CallLimit NONE =
      new CallLimit() {
        @Override
        public Optional<Duration> before(String address) {
          return Optional.empty();
        }

        @Override
        public Optional<Duration> after(String address, int status) {
          return Optional.empty();
        }
      };

  /** How long to wait before a request is looked at; empty where it may be. */
  Optional<Duration> before(String address);

  /** Counts an answer; how long to wait where it is one too many. */
  Optional<Duration> after(String address, int status);
}
