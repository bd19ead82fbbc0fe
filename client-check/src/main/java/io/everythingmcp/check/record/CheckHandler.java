package io.everythingmcp.check.record;

import io.everythingmcp.check.run.CheckRun;
import io.everythingmcp.check.run.CheckRunRegistry;
import io.everythingmcp.check.run.RunStore;
import io.everythingmcp.check.web.CheckInterface;
import java.util.Optional;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * First handler of a server: processes requests of the client check, and passes all others on
 * unchanged.
 */
public final class CheckHandler extends Handler.Wrapper {
  private static final String ADMIN = "admin";

  private final CheckRunRegistry runs;
  private final CheckInterface pages;
  private final RunTraffic traffic;

  /**
   * In front.
   *
   * @param most how many bytes of a body are read before the server is given the request
   */
  public CheckHandler(CheckRunRegistry runs, CheckInterface pages, int most) {
    this.runs = runs;
    this.pages = pages;
    this.traffic = new RunTraffic(runs, pages.guidedConsent(), most);
  }

  private static boolean mine(String path) {
    return (path.startsWith("/check") && (path.length() == 6 || path.charAt(6) == '/'))
        || (path.startsWith("/.well-known/") && path.contains("/check/runs/"));
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = request.getHttpURI().getPath();
    if (path == null
        || !mine(path)
        || ADMIN.equals(request.getConnectionMetaData().getConnector().getName())) {
      return super.handle(request, response, callback);
    }
    Optional<RunPath> part = RunPath.of(path);
    if (part.isEmpty()) {
      pages.handle(request, response, callback);
      return true;
    }
    if (part.get().decoration()) {
      Request file =
          Request.serveAs(request, HttpURI.build(request.getHttpURI()).path(part.get().inner()));
      return super.handle(file, response, callback);
    }
    Optional<CheckRun> run;
    try {
      run = runs.find(part.get().run());
    } catch (RunStore.UnavailableException e) {
      pages.unavailable(request, response, callback);
      return true;
    }
    if (run.isEmpty()) {
      pages.unknown(request, response, callback);
      return true;
    }
    traffic.handle(run.get(), part.get(), request, response, callback);
    return true;
  }
}
