package com.acme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.Prompt;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Resource;
import io.everythingmcp.api.ResourceTemplate;
import io.everythingmcp.api.ServerInfo;
import io.everythingmcp.api.TaskSupport;
import io.everythingmcp.api.Tool;
import io.everythingmcp.server.McpServerBundle;
import io.everythingmcp.server.configuration.AuthConfiguration.Mode;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.tenant.MountConfiguration;
import io.everythingmcp.server.protocol.profile.DeclaredExtensions;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server of another package has its own name and declares its features. */
class AcmeIdentityTest {
  private static final List<String> OURS =
      List.of("verything", "pangolin", "modelcontextprotocol.io", "welcome");

  /** Tool with task support. */
  private static final Tool TASK = tool(TaskSupport.OPTIONAL, false);

  private static final Tool PLAIN = new AcmeTool("note", null);

  private static Tool tool(TaskSupport support, boolean logs) {
    return new Tool() {
      private final McpSchema.Tool definition =
          McpSchema.Tool.builder("special", Map.of("type", "object")).build();

      @Override
      public McpSchema.Tool definition() {
        return definition;
      }

      @Override
      public RequestOutcome call(RequestContext call) {
        call.logger().info("called");
        return RequestOutcome.text("done");
      }

      @Override
      public TaskSupport taskSupport() {
        return support;
      }

      @Override
      public boolean logs() {
        return logs;
      }
    };
  }

  private static Prompt prompt(boolean completes) {
    McpSchema.Prompt definition = McpSchema.Prompt.builder("ask").description("Asks").build();
    return completes ? new CompletedPrompt(definition) : new SimplePrompt(definition);
  }

  private record SimplePrompt(McpSchema.Prompt definition) implements Prompt {
    @Override
    public RequestOutcome get(RequestContext call) {
      return RequestOutcome.text("");
    }
  }

  private record CompletedPrompt(McpSchema.Prompt definition) implements Prompt {
    @Override
    public RequestOutcome get(RequestContext call) {
      return RequestOutcome.text("");
    }

    @Override
    public Optional<List<String>> completions(String argument, Map<String, String> context) {
      return Optional.of(List.of("a"));
    }
  }

  private record Leaf(McpSchema.Resource definition) implements Resource {
    @Override
    public RequestOutcome read(RequestContext call) {
      return RequestOutcome.text("");
    }
  }

  private record Family(McpSchema.ResourceTemplate definition) implements ResourceTemplate {
    @Override
    public RequestOutcome read(String uri, Map<String, String> variables, RequestContext call) {
      return RequestOutcome.text("");
    }
  }

  /** Features, and the declared capabilities with and without a session. */
  record Offer(FeatureCatalog catalog, List<Tool> prepared, String with, String without) {}

  private static FeatureCatalog catalog(
      List<Tool> tools,
      List<Prompt> prompts,
      List<Resource> resources,
      List<ResourceTemplate> templates) {
    return new FeatureCatalog(tools, prompts, resources, templates);
  }

  static List<Offer> offers() {
    String tools = "'tools':{'listChanged':true}";
    String resources = "{'resources':{'subscribe':true,'listChanged':true}}";
    String prompts = "'prompts':{'listChanged':true}";
    Leaf leaf = new Leaf(McpSchema.Resource.builder("acme://one", "one").build());
    Family family = new Family(McpSchema.ResourceTemplate.builder("acme://{n}", "all").build());
    return List.of(
        new Offer(catalog(List.of(), List.of(), List.of(), List.of()), List.of(), "{}", "{}"),
        same(catalog(List.of(PLAIN), List.of(), List.of(), List.of()), "{" + tools + "}"),
        new Offer(
            catalog(List.of(), List.of(), List.of(), List.of()),
            List.of(PLAIN),
            "{" + tools + "}",
            "{" + tools + "}"),
        same(catalog(List.of(), List.of(prompt(false)), List.of(), List.of()), "{" + prompts + "}"),
        same(
            catalog(List.of(), List.of(prompt(true)), List.of(), List.of()),
            "{" + prompts + ",'completions':{}}"),
        same(catalog(List.of(), List.of(), List.of(leaf), List.of()), resources),
        same(catalog(List.of(), List.of(), List.of(), List.of(family)), resources),
        same(
            catalog(List.of(tool(TaskSupport.FORBIDDEN, true)), List.of(), List.of(), List.of()),
            "{" + tools + ",'logging':{}}"),
        new Offer(
            catalog(List.of(TASK), List.of(), List.of(), List.of()),
            List.of(),
            "{" + tools + ",'tasks':{'list':{},'cancel':{},'requests':{'tools':{'call':{}}}}}",
            "{" + tools + ",'extensions':{'io.modelcontextprotocol/tasks':{}}}"));
  }

  private static Offer same(FeatureCatalog catalog, String capabilities) {
    return new Offer(catalog, List.of(), capabilities, capabilities);
  }

  private static McpConfiguration open() {
    McpConfiguration configuration = AcmeServer.configuration();
    configuration.getAuth().setMode(Mode.NONE);
    return configuration;
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }

  private static JsonNode initialized(String url) throws Exception {
    return AcmeClient.json(new AcmeClient(url, null).initialize()).path("result");
  }

  private static JsonNode discovered(String url) throws Exception {
    return AcmeClient.json(new AcmeClient(url, null).stateless("server/discover", null, ""))
        .path("result");
  }

  @ParameterizedTest
  @MethodSource("offers")
  void registeredFeaturesAreDeclared(Offer offer) throws Exception {
    McpServerBundle.Builder server =
        McpServerBundle.builder().features(offer.catalog()).switchableTools(offer.prepared());
    try (AcmeServer acme = AcmeServer.start(open(), server)) {
      assertThat(initialized(acme.url()).path("capabilities")).isEqualTo(json(offer.with()));
      assertThat(discovered(acme.url()).path("capabilities")).isEqualTo(json(offer.without()));
    }
  }

  @Test
  void serverWithoutIntroductionHasNoDefaults() throws Exception {
    try (AcmeServer acme = AcmeServer.start(open(), AcmeServer.server())) {
      JsonNode info = initialized(acme.url()).path("serverInfo");
      assertThat(info.properties())
          .extracting(Map.Entry::getKey)
          .containsExactly("name", "version");
      assertThat(initialized(acme.url()).has("instructions")).isFalse();
      assertThat(initialized(acme.url()).toString()).doesNotContain(OURS);
      assertThat(discovered(acme.url()).path("_meta").toString())
          .doesNotContain(OURS.subList(0, 2));
    }
  }

  @Test
  void applicationIntroducesItsServer() throws Exception {
    McpServerBundle.Builder server =
        AcmeServer.server()
            .serverInfo(
                ServerInfo.named("acme")
                    .version("3.1")
                    .title("Acme")
                    .description("Sells things.")
                    .websiteUrl("https://acme.example")
                    .icons(McpSchema.Icon.builder("https://acme.example/logo.png").build())
                    .instructions("Use note."))
            .extensions(
                configuration ->
                    DeclaredExtensions.NONE
                        .extension("com.acme/billing", Map.of("currency", "EUR"))
                        .experimental("fast", Map.of()));
    try (AcmeServer acme = AcmeServer.start(open(), server)) {
      JsonNode initialized = initialized(acme.url());
      JsonNode info =
          json(
              "{'name':'acme','version':'3.1','title':'Acme','description':'Sells things.',"
                  + "'websiteUrl':'https://acme.example',"
                  + "'icons':[{'src':'https://acme.example/logo.png'}]}");
      assertThat(initialized.path("serverInfo")).isEqualTo(info);
      assertThat(initialized.path("instructions").asText()).isEqualTo("Use note.");
      JsonNode extensions = json("{'com.acme/billing':{'currency':'EUR'}}");
      assertThat(initialized.at("/capabilities/extensions")).isEqualTo(extensions);
      assertThat(initialized.at("/capabilities/experimental")).isEqualTo(json("{'fast':{}}"));
      JsonNode discovered = discovered(acme.url());
      assertThat(discovered.at("/_meta/io.modelcontextprotocol~1serverInfo")).isEqualTo(info);
      assertThat(discovered.at("/capabilities/extensions")).isEqualTo(extensions);
      assertThat(discovered.at("/capabilities/experimental")).isEqualTo(json("{'fast':{}}"));
    }
  }

  @Test
  void configurationOverridesTheIntroductionPerServer() throws Exception {
    McpConfiguration configuration = open();
    configuration.getMcp().setServerName("shop");
    configuration.getMcp().setServerVersion("9");
    configuration.getMcp().getPresentation().setTitle("Shop");
    configuration.getMcp().getPresentation().setDescription("A shop.");
    configuration.getMcp().getPresentation().setWebsite("https://shop.example");
    configuration.getMcp().getPresentation().setInstructions("Buy.");
    ObjectNode none = (ObjectNode) json("{'id':'east','name':'East','features':{'tools':[]}}");
    ObjectNode own = (ObjectNode) json("{'id':'west','instructions':'Sell.'}");
    configuration.getTenants().setDeclared(List.of(none, own));
    MountConfiguration mount = new MountConfiguration();
    mount.setPath("/billing");
    mount.setServer((ObjectNode) json("{'name':'Billing'}"));
    configuration.setMounts(List.of(mount));
    McpServerBundle.Builder server =
        AcmeServer.server()
            .serverInfo(
                ServerInfo.named("acme").version("3.1").title("Acme").description("Sells things."));
    try (AcmeServer acme = AcmeServer.start(configuration, server)) {
      assertThat(initialized(acme.url()).path("serverInfo"))
          .isEqualTo(
              json(
                  "{'name':'shop','version':'9','title':'Shop','description':'A shop.',"
                      + "'websiteUrl':'https://shop.example'}"));
      assertThat(initialized(acme.url()).path("instructions").asText()).isEqualTo("Buy.");
      JsonNode east = initialized(acme.url() + "/t/east");
      assertThat(east.path("serverInfo"))
          .isEqualTo(json("{'name':'East','version':'1.0.0','title':'East'}"));
      assertThat(east.path("capabilities")).isEqualTo(json("{}"));
      assertThat(discovered(acme.url()).path("instructions").asText()).isEqualTo("Buy.");
      for (AcmeClient client :
          List.of(
              AcmeClient.at(acme.url(), "/t/east/mcp", null),
              AcmeClient.at(acme.url(), "/billing", null))) {
        JsonNode begun = AcmeClient.json(client.initialize()).path("result");
        JsonNode found =
            AcmeClient.json(client.stateless("server/discover", null, "")).path("result");
        assertThat(begun.has("serverInfo")).isTrue();
        assertThat(found.has("supportedVersions")).isTrue();
        assertThat(List.of(begun, found))
            .as("the instructions of the server may name tools that this one does not have")
            .noneMatch(result -> result.has("instructions"));
      }
      assertThat(initialized(acme.url() + "/t/west").path("instructions").asText())
          .isEqualTo("Sell.");
      assertThat(discovered(acme.url() + "/t/west").path("instructions").asText())
          .isEqualTo("Sell.");
    }
  }
}
