package io.everythingmcp.server.management;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Key rotation on all instances; values that were signed or sealed with previous keys stay valid.
 */
@Path("/management/keys/rotate")
@Produces(MediaType.APPLICATION_JSON)
public final class KeysResource {
  private static final Logger LOG = LoggerFactory.getLogger(KeysResource.class);

  private final Map<String, Runnable> rotations;

  /**
   * Keys.
   *
   * @param rotations by what the keys are for
   */
  public KeysResource(Map<String, Runnable> rotations) {
    this.rotations = rotations;
  }

  /** The rotated keys. */
  public record Rotated(List<String> rotated) {}

  /** Rotates all. */
  @POST
  public Rotated rotate() {
    rotations.values().forEach(Runnable::run);
    List<String> names = List.copyOf(rotations.keySet());
    LOG.info("An operator rotated the keys for {}", names);
    return new Rotated(names);
  }
}
