package io.everythingmcp.everything.resources;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.OutcomeReader;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Resource;
import io.everythingmcp.api.ResourceTemplate;
import io.everythingmcp.testing.RecordingCall;
import io.modelcontextprotocol.spec.McpSchema;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EverythingResourcesTest {
  private static McpSchema.ResourceContents only(RequestOutcome outcome) {
    assertThat(OutcomeReader.read(outcome).contents()).hasSize(1);
    return OutcomeReader.read(outcome).contents().get(0);
  }

  private static String text(RequestOutcome outcome) {
    return ((McpSchema.TextResourceContents) only(outcome)).text();
  }

  private static RequestOutcome read(ResourceTemplate template, String name, String value) {
    return template.read("uri:" + value, Map.of(name, value), RecordingCall.empty());
  }

  private static void assertNotFound(RequestOutcome outcome, String uri) {
    assertThat(OutcomeReader.failed(outcome).kind()).isEqualTo(ErrorKind.RESOURCE_NOT_FOUND);
    assertThat(OutcomeReader.failed(outcome).data()).isEqualTo(Map.of("uri", uri));
  }

  @Test
  void hundredResourcesPrecedeTheDocumentation() {
    List<Resource> all = EverythingResources.all();
    assertThat(all.stream().skip(100).map(page -> page.definition().uri()))
        .containsExactly(
            "docs://everything/welcome",
            "docs://everything/tools",
            "docs://everything/resources",
            "docs://everything/prompts",
            "docs://everything/protocol");
    for (int i = 1; i <= 100; i++) {
      McpSchema.Resource resource = all.get(i - 1).definition();
      assertThat(resource.uri()).isEqualTo("test://static/resource/" + i);
      assertThat(resource.name()).isEqualTo("Resource " + i);
      assertThat(Instant.parse(resource.annotations().lastModified())).isBefore(Instant.now());
      assertThat(OutcomeReader.wire(resource)).doesNotContainKeys("text", "blob");
    }
  }

  @Test
  void oddResourcesAreText() {
    RequestOutcome outcome = new StaticResource(7).read(RecordingCall.empty());
    assertThat(only(outcome).mimeType()).isEqualTo("text/plain");
    assertThat(text(outcome)).isEqualTo("Resource 7: This is a plaintext resource");
  }

  @Test
  void evenResourcesAreBlobs() {
    StaticResource resource = new StaticResource(8);
    McpSchema.BlobResourceContents blob =
        (McpSchema.BlobResourceContents) only(resource.read(RecordingCall.empty()));
    byte[] bytes = Base64.getDecoder().decode(blob.blob());
    assertThat(blob.mimeType()).isEqualTo("application/octet-stream");
    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .isEqualTo("Resource 8: This is a base64 blob");
    assertThat(resource.definition().size()).isEqualTo(bytes.length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "007", "x", "", "1 "})
  void invalidNumberIsNotFound(String id) {
    assertNotFound(read(new StaticTemplate(), "id", id), "uri:" + id);
  }

  @Test
  void templateReadsAndCompletesTheSameResources() {
    StaticTemplate template = new StaticTemplate();
    assertThat(text(read(template, "id", "99")))
        .isEqualTo("Resource 99: This is a plaintext resource");
    assertThat(template.completions("id", Map.of()))
        .hasValueSatisfying(ids -> assertThat(ids).hasSize(100));
    assertThat(template.completions("other", Map.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "UTC, 2026-07-28T12:00:00Z[UTC]",
    "Europe/Berlin, 2026-07-28T14:00:00+02:00[Europe/Berlin]",
    "Etc/GMT+5, 2026-07-28T07:00:00-05:00[Etc/GMT+5]",
  })
  void clockReturnsTheTimeInItsZone(String zone, String expected) {
    Clock noon = Clock.fixed(Instant.parse("2026-07-28T12:00:00.5Z"), ZoneOffset.UTC);
    assertThat(text(read(new ClockTemplate(noon), "zone", zone))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mars", "", "+02:00", "europe/berlin", "Europe/Berlin "})
  void invalidZoneIsNotFound(String zone) {
    assertNotFound(read(new ClockTemplate(Clock.systemUTC()), "zone", zone), "uri:" + zone);
  }

  @Test
  void everyListedZoneCanBeRead() {
    ClockTemplate template = new ClockTemplate(Clock.systemUTC());
    assertThat(template.completions("zone", Map.of()).orElseThrow())
        .hasSizeGreaterThan(100)
        .isSorted()
        .allSatisfy(zone -> assertThat(text(read(template, "zone", zone))).contains("T"));
  }

  @Test
  void everyListedPageCanBeReadAndHasATitle() {
    BundledDocsTemplate template = new BundledDocsTemplate();
    assertThat(template.completions("page", Map.of()).orElseThrow())
        .contains("welcome", "tools", "resources", "prompts", "protocol")
        .allSatisfy(page -> assertThat(text(read(template, "page", page))).startsWith("# "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../config", "..%2F..%2Fconfig.yml", "welcome.md", "", "/etc/passwd", "WELCOME"})
  void unknownPageIsNotFound(String page) {
    assertNotFound(read(new BundledDocsTemplate(), "page", page), "uri:" + page);
  }
}
