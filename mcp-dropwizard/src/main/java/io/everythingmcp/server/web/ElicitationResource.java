package io.everythingmcp.server.web;

import io.everythingmcp.server.protocol.context.ElicitationPageStore;
import io.everythingmcp.server.protocol.context.ElicitationPageStore.PageEntry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Pages for URL mode elicitation: the user reads the message and accepts or declines. The decision
 * never passes through the client or its model.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/client/elicitation#url-mode-elicitation-requests">URL
 *     mode elicitation</a>
 */
@Path("/elicitation/{id: [A-Za-z0-9]{1,64}}")
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
public final class ElicitationResource {
  private final SiteInfo site;
  private final ElicitationPageStore consents;
  private final CsrfToken tickets;
  private final Supplier<BrowserUserResolver> visitors;

  /**
   * Creates the resource.
   *
   * @param visitors resolves the user of the browser
   */
  public ElicitationResource(
      SiteInfo site, ElicitationPageStore consents, Supplier<BrowserUserResolver> visitors) {
    this.visitors = visitors;
    this.site = site;
    this.consents = consents;
    this.tickets = new CsrfToken(site.https(), ElicitationPageStore.TTL);
  }

  /** State of the page. */
  public enum State {
    OPEN,
    AGREED,
    AGREED_BEFORE,
    DENIED
  }

  /**
   * Model of the page.
   *
   * @param state its state
   * @param message message for the user
   * @param ticket anti-forgery token of the form; null if there is no form
   * @param minutes lifetime of the page
   */
  public record Consent(State state, String message, String ticket, long minutes) {}

  /** Shows the form or the decision. */
  @GET
  public Response getPage(
      @PathParam("id") String id,
      @Context HttpHeaders headers,
      @Context HttpServletRequest request) {
    Optional<URI> login = login(id, request);
    if (login.isPresent()) {
      return Response.seeOther(login.get()).build();
    }
    PageEntry entry = find(id, request);
    if (entry.given()) {
      return show(entry, State.AGREED_BEFORE, null).build();
    }
    String secret = tickets.secret(headers);
    return show(entry, State.OPEN, tickets.value(secret, id))
        .cookie(tickets.cookie(secret))
        .build();
  }

  /** Accepts the decision of the user. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response decide(
      @PathParam("id") String id,
      InputStream body,
      @Context HttpHeaders headers,
      @Context HttpServletRequest request)
      throws IOException {
    PageEntry entry = find(id, request);
    Map<String, String> form = FormBody.read(body);
    if (!tickets.valid(headers, id, form.get(CsrfToken.FIELD))) {
      throw new ForbiddenException(
          "The form has expired, was opened in another browser, or cookies are disabled. Open the"
              + " page again.");
    }
    if (entry.given()) {
      return show(entry, State.AGREED_BEFORE, null).build();
    }
    return switch (form.getOrDefault("decision", "")) {
      case "approve" -> decided(entry, consents.agree(entry.id()), State.AGREED);
      case "deny" -> decided(entry, consents.decline(entry.id()), State.DENIED);
      default -> throw new BadRequestException("The form has no decision: approve or deny");
    };
  }

  private Response decided(PageEntry entry, boolean inTime, State state) {
    if (!inTime) {
      throw notFound();
    }
    return show(entry, state, null).build();
  }

  /** Returns the login URL for an unauthenticated user, if the page belongs to a user. */
  private Optional<URI> login(String id, HttpServletRequest request) {
    boolean owned = consents.find(id).filter(entry -> !entry.owner().isEmpty()).isPresent();
    BrowserUserResolver visitor = visitors.get();
    return owned && visitor.owner(request).isEmpty() ? visitor.login(request) : Optional.empty();
  }

  /** Finds a page; for users other than its owner it does not exist. */
  private PageEntry find(String id, HttpServletRequest request) {
    String owner = visitors.get().owner(request);
    return consents
        .find(id)
        .filter(entry -> entry.owner().isEmpty() || entry.owner().equals(owner))
        .orElseThrow(ElicitationResource::notFound);
  }

  private static NotFoundException notFound() {
    return new NotFoundException(
        "Unknown or expired page: a page like this one expires after "
            + ElicitationPageStore.TTL.toMinutes()
            + " minutes. Start again in your client.");
  }

  private Response.ResponseBuilder show(PageEntry entry, State state, String ticket) {
    String title =
        switch (state) {
          case OPEN -> "Accept or decline";
          case AGREED -> "You have accepted";
          case AGREED_BEFORE -> "You have already accepted";
          case DENIED -> "You have declined";
        };
    Consent model =
        new Consent(state, entry.message(), ticket, ElicitationPageStore.TTL.toMinutes());
    return Response.ok(new HtmlPage(site, "elicitation.ftlh", title, model))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
