package io.everythingmcp.server.edge;

import io.everythingmcp.server.limit.ClientNetwork;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.QuotedCSV;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Determines the address of a client from the header of a trusted proxy. Each proxy appends the
 * address of its peer, so the list is read from its end, up to the first untrusted address: values
 * before that can be forged. Nothing else of these headers is used.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7239#section-5.2">RFC 7239, section 5.2</a>
 */
public final class ForwardedAddress implements HttpConfiguration.Customizer {
  private final TrustedProxies proxies;

  public ForwardedAddress(TrustedProxies proxies) {
    this.proxies = proxies;
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    SocketAddress peer = request.getConnectionMetaData().getRemoteSocketAddress();
    if (!(peer instanceof InetSocketAddress remote)
        || remote.getAddress() == null
        || !proxies.contains(remote.getAddress())) {
      return request;
    }
    InetAddress client = client(request.getHeaders(), remote.getAddress());
    return client.equals(remote.getAddress()) ? request : new Forwarded(request, client);
  }

  private InetAddress client(HttpFields headers, InetAddress peer) {
    List<String> chain = chain(headers);
    InetAddress client = peer;
    for (int i = chain.size() - 1; i >= 0 && proxies.contains(client); i--) {
      InetAddress next = ClientNetwork.parse(withoutPort(chain.get(i)));
      if (next == null) {
        return client;
      }
      client = next;
    }
    return client;
  }

  /** None where a header cannot be read, which leaves the proxy as the client. */
  private static List<String> chain(HttpFields headers) {
    try {
      return read(headers);
    } catch (IllegalArgumentException quoteThatIsNeverClosed) {
      return List.of();
    }
  }

  private static List<String> read(HttpFields headers) {
    if (!headers.contains("Forwarded")) {
      // Jetty's parser does not support quotes here: a quote from the client must not hide values
      // appended by proxies.
      return headers.getValuesList("X-Forwarded-For").stream()
          .flatMap(line -> Stream.of(line.split(",", -1)))
          .map(String::strip)
          .toList();
    }
    QuotedCSV values = new QuotedCSV(true);
    headers.getValuesList("Forwarded").forEach(values::addValue);
    return values.getValues().stream().map(ForwardedAddress::forPart).toList();
  }

  /** The client in an element such as {@code for="[2001:db8::1]:4711";proto=https}. */
  private static String forPart(String element) {
    for (String pair : element.split(";", -1)) {
      if (pair.strip().toLowerCase(Locale.ROOT).startsWith("for=")) {
        return pair.strip().substring("for=".length()).replace("\"", "");
      }
    }
    return "";
  }

  private static String withoutPort(String node) {
    int colon = node.lastIndexOf(':');
    boolean port = colon > 0 && (node.charAt(colon - 1) == ']' || node.indexOf(':') == colon);
    return port ? node.substring(0, colon) : node;
  }

  /** Request with the address of the proxy's client. */
  private static final class Forwarded extends Request.Wrapper {
    private final ConnectionMetaData connection;

    Forwarded(Request request, InetAddress client) {
      super(request);
      SocketAddress remote = new InetSocketAddress(client, 0);
      this.connection =
          new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
            @Override
            public SocketAddress getRemoteSocketAddress() {
              return remote;
            }
          };
    }

    @Override
    public ConnectionMetaData getConnectionMetaData() {
      return connection;
    }
  }
}
