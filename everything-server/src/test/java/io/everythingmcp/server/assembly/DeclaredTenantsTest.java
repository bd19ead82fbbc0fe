package io.everythingmcp.server.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.everything.prompts.EverythingPrompts;
import io.everythingmcp.everything.resources.EverythingResources;
import io.everythingmcp.everything.tools.EverythingTools;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.file.CheckedConfigurationFactory;
import io.everythingmcp.server.store.memory.MemoryStore;
import io.everythingmcp.server.tenant.Tenant;
import io.everythingmcp.server.tenant.TenantRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclaredTenantsTest {
  private static final String GOOD =
      "{id: acme, name: ACME, tokens: [token-of-acme-0123456789], subjects: [erin]}";

  private final TenantRegistry tenants = new TenantRegistry(new MemoryStore());

  @TempDir private Path folder;

  @Test
  void numbersMayComeFromVariables() throws Exception {
    Path file = folder.resolve("config.yml");
    Files.writeString(
        file,
        """
        tenants:
          declared:
            - {id: acme, quota: {sessions: 7, streams: "${STREAMS:-1}"}}
        """);
    McpConfiguration configuration =
        new CheckedConfigurationFactory<>(
                McpConfiguration.class,
                Validators.newValidator(),
                Jackson.newObjectMapper(),
                "dw.none",
                Map.of("STREAMS", "3")::get,
                c -> {},
                c -> List.of())
            .build(new FileConfigurationSourceProvider(), file.toString());
    new DeclaredTenants(
            configuration, new FeatureCatalog(List.of(), List.of(), List.of(), List.of()))
        .declare(tenants);
    Tenant.Quota quota = tenants.find("acme").orElseThrow().quota();
    assertThat(quota.sessions()).isEqualTo(7);
    assertThat(quota.streams()).isEqualTo(3);
  }

  private static DeclaredTenants declared(String... documents) throws IOException {
    McpConfiguration configuration = new McpConfiguration();
    YAMLMapper yaml = new YAMLMapper();
    List<ObjectNode> all = new java.util.ArrayList<>();
    for (String document : documents) {
      all.add((ObjectNode) yaml.readTree(document));
    }
    configuration.getTenants().setDeclared(all);
    return new DeclaredTenants(
        configuration,
        new FeatureCatalog(
            EverythingTools.all(),
            EverythingPrompts.all(),
            EverythingResources.all(),
            EverythingResources.templates()));
  }

  @Test
  void areAvailable() throws IOException {
    declared(GOOD).declare(tenants);
    assertThat(tenants.byToken("token-of-acme-0123456789")).isPresent();
    assertThat(tenants.bySubject("", "erin")).contains("acme");
    assertThat(tenants.bySubject("https://issuer.example", "erin")).contains("acme");
    assertThat(tenants.bySubject("", "unknown-id")).isEmpty();
  }

  @Test
  void keepTokensThatWereAddedLater() throws IOException {
    declared(GOOD).declare(tenants);
    tenants.update("acme", tenant -> tenant.with(Tenant.Token.of("token-that-came-later-1")));
    declared("{id: acme, name: New name, tokens: [token-of-acme-0123456789]}").declare(tenants);
    assertThat(tenants.find("acme").orElseThrow().name()).isEqualTo("New name");
    assertThat(tenants.byToken("token-that-came-later-1")).isPresent();
    assertThat(tenants.bySubject("", "erin")).isEmpty();
  }

  @Test
  void areUnchangedAfterASecondDeclaration() throws IOException {
    declared(GOOD).declare(tenants);
    tenants.update("acme", tenant -> tenant.with(Tenant.Token.of("token-that-came-later-1")));
    List<TenantRegistry.Change> changes = new java.util.ArrayList<>();
    tenants.subscribe(changes::add);
    declared(GOOD).declare(tenants);
    assertThat(changes).isEmpty();
  }

  @Test
  void cannotTakeTheTokenOfAnother() throws IOException {
    declared(GOOD).declare(tenants);
    DeclaredTenants attacker = declared("{id: attacker, tokens: [token-of-acme-0123456789]}");
    assertThatThrownBy(() -> attacker.declare(tenants))
        .hasMessageContaining("belongs to another tenant");
    assertThat(tenants.byToken("token-of-acme-0123456789").orElseThrow().tenant())
        .isEqualTo("acme");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{id: Big}; tenants.declared[0] (Big): id must be 1 to 63 lowercase letters",
        "{name: x}; tenants.declared[0] (): id must be",
        "{id: a, colour: red}; A tenant has an unknown \"colour\"; allowed: id, name",
        "{id: a, features: {tools: [nothing]}}; features.tools has an unknown name: \"nothing\"",
        "{id: a, features: {tool: [echo]}}; features has an unknown \"tool\"",
        "{id: a, features: {tools: echo}}; features.tools must be a list",
        "{id: a, quota: {sessions: 0}}; quota.sessions must be a positive number",
        "{id: a, quota: {streams: -1}}; quota.streams must be a positive number",
        "{id: a, quota: {requests: often}}; quota.requests:",
        "{id: a, quota: {session: 1}}; quota has an unknown \"session\"",
        "{id: a, tokens: [short]}; A token must have at least 16",
        "{id: a, subjects: erin}; subjects must be a list",
      })
  void invalidMemberIsNamed(String document, String problem) {
    assertThatThrownBy(() -> declared(document))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tenants.declared[0]")
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{id: acme}; duplicate id",
        "{id: b, tokens: [token-of-acme-0123456789]}; duplicate token token-of...",
        "{id: b, subjects: [erin]}; duplicate subject erin",
      })
  void sharedMemberIsNamed(String second, String problem) {
    assertThatThrownBy(() -> declared(GOOD, second))
        .hasMessageContaining("tenants.declared[1]")
        .hasMessageContaining(problem);
  }
}
