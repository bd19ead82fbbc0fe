package io.everythingmcp.server.management.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.management.ManagementBody;
import io.everythingmcp.server.management.ManagementError;
import io.everythingmcp.server.session.SessionOwner;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sessions of all instances, for operators. */
@Path("/management")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public final class SessionsResource {
  private static final Logger LOG = LoggerFactory.getLogger(SessionsResource.class);
  private static final long DEFAULT_IDLE = Duration.ofMinutes(5).toMillis();
  private static final int MOST = 1_000;

  private final Function<String, Optional<SessionAdmin>> admins;

  /**
   * Creates the resource.
   *
   * @param admins by the id of a tenant or the path of a mounted server; null for the default
   *     server
   */
  public SessionsResource(Function<String, Optional<SessionAdmin>> admins) {
    this.admins = admins;
  }

  private SessionAdmin of(String tenant) {
    return admins
        .apply(tenant)
        .orElseThrow(() -> ManagementError.unknown("Unknown tenant id or mount path"));
  }

  /**
   * Page of the list.
   *
   * @param next cursor of the next page; absent at the end
   */
  public record Part(List<SessionAdmin.View> sessions, long total, Optional<String> next) {}

  /** How many there are. */
  public record Count(long count) {}

  /** How many were ended. */
  public record Ended(int ended) {}

  /** Result of a cleanup, with the names of the original API. */
  public record Cleaned(
      boolean success, int sessionsCleanedUp, long inactivityTimeoutMs, Instant timestamp) {}

  /** The sessions, in the order of their ids. */
  @GET
  @Path("/sessions")
  public Part list(
      @QueryParam("after") @DefaultValue("") String after,
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("subject") String subject,
      @QueryParam("tenant") String tenant) {
    if (limit < 1 || limit > MOST) {
      throw ManagementError.invalid("limit must be between 1 and " + MOST);
    }
    SessionAdmin admin = of(tenant);
    List<SessionAdmin.View> found = admin.list(after, limit, owner(subject));
    Optional<String> next =
        found.size() < limit ? Optional.empty() : Optional.of(found.get(limit - 1).id());
    return new Part(found, admin.count(), next);
  }

  private static Predicate<SessionOwner> owner(String subject) {
    return owner -> subject == null || owner.subject().filter(subject::equals).isPresent();
  }

  /** How many there are. */
  @GET
  @Path("/sessions/count")
  public Count count(@QueryParam("tenant") String tenant) {
    return new Count(of(tenant).count());
  }

  /** Ends one. */
  @DELETE
  @Path("/sessions/{id}")
  public void end(@PathParam("id") String id, @QueryParam("tenant") String tenant) {
    if (!of(tenant).end(id)) {
      throw ManagementError.unknown("Unknown session");
    }
    LOG.info("An operator ended a session");
  }

  /** Ends all sessions of a user, of any issuer. */
  @DELETE
  @Path("/users/{subject}/sessions")
  public Ended endAll(@PathParam("subject") String subject, @QueryParam("tenant") String tenant) {
    int ended = of(tenant).endAll(owner(subject));
    LOG.info("An operator ended {} sessions of one user", ended);
    return new Ended(ended);
  }

  /** Ends idle sessions. */
  @POST
  @Path("/cleanup")
  public Cleaned cleanUp(byte[] body, @QueryParam("tenant") String tenant) {
    JsonNode wish = ManagementBody.object(body).path("inactivityTimeoutMs");
    long millis = wish.isMissingNode() ? DEFAULT_IDLE : wish.asLong();
    if (millis <= 0 || !(wish.isMissingNode() || wish.isIntegralNumber())) {
      throw ManagementError.invalid("inactivityTimeoutMs must be a positive number");
    }
    int ended = of(tenant).cleanUp(Duration.ofMillis(millis));
    LOG.info("An operator cleaned up {} sessions that were idle for {} ms", ended, millis);
    return new Cleaned(true, ended, millis, Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }
}
