import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.ServerInfo;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.annotation.McpArgument;
import io.everythingmcp.api.annotation.McpTool;
import io.everythingmcp.api.support.SchemaBuilder;
import io.everythingmcp.api.typed.AnnotatedFeatures;
import io.everythingmcp.api.typed.TypedTool;
import io.everythingmcp.server.McpApplication;
import io.everythingmcp.server.McpServerBundle;
import io.modelcontextprotocol.spec.McpSchema;

/** The same tool in three ways. Started from its source: {@code java -cp everything-server.jar EchoServer.java server config.yml}. */
public final class EchoServer extends McpApplication {
  EchoServer() {
    super(
        McpServerBundle.builder()
            .serverInfo(ServerInfo.named("echo-server"))
            .features(
                FeatureCatalog.of(
                        new WrittenEcho(),
                        TypedTool.of("recorded", "Echoes a message", Message.class, m -> "Echo: " + m.message()).instant())
                    .plus(AnnotatedFeatures.of(new AnnotatedEcho())))
            .build());
  }

  public static void main(String[] arguments) throws Exception {
    new EchoServer().run(arguments);
  }

  static final class WrittenEcho implements Tool, InstantFeature {
    private final McpSchema.Tool definition =
        McpSchema.Tool.builder(
                "written",
                SchemaBuilder.arguments().required("message", SchemaBuilder.string("The message")).schema())
            .description("Echoes a message")
            .build();

    @Override
    public McpSchema.Tool definition() {
      return definition;
    }

    @Override
    public RequestOutcome call(RequestContext call) {
      return RequestOutcome.text("Echo: " + call.stringArgument("message", ""));
    }
  }

  public static final class AnnotatedEcho {
    @McpTool(description = "Echoes a message", blocking = false)
    public String annotated(@McpArgument(value = "The message", name = "message") String message) {
      return "Echo: " + message;
    }
  }

  public record Message(@McpArgument("The message") String message) {}
}
