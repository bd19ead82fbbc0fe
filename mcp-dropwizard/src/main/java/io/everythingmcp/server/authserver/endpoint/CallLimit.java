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

  /** Returns the waiting time before the request is processed; empty if it is allowed. */
  Optional<Duration> before(String address);

  /** Counts a response; returns the waiting time if the limit is exceeded. */
  Optional<Duration> after(String address, int status);
}
