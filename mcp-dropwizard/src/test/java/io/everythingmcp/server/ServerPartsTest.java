package io.everythingmcp.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.configuration.AuthConfiguration.Mode;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.tenant.MountConfiguration;
import io.everythingmcp.server.limit.RequestRate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server without a part that its configuration requires does not start. */
class ServerPartsTest {
  /** Setting, the installed bundles, and the missing bundle. */
  record Missing(String letters, String bundle, Consumer<McpConfiguration> setting) {}

  static List<Missing> missing() {
    return List.of(
        new Missing("M", "ResourceServerBundle", c -> {}),
        new Missing("MT", "ResourceServerBundle", c -> c.getAuth().setMode(Mode.API_KEY)),
        new Missing("TVM", "ResourceServerBundle", c -> c.getAuth().setMode(Mode.CUSTOM)),
        new Missing("MRT", "AuthorizationServerBundle", c -> c.getAuth().setMode(Mode.INTEGRATED)),
        new Missing("MR", "TenantBundle", c -> c.getTenants().setDefaultServer(false)),
        new Missing(
            "MR",
            "TenantBundle",
            c -> c.getLimits().getRate().setRequests(RequestRate.parse("3/1s"))),
        new Missing("MR", "TenantBundle", c -> c.getTenants().setDeclared(List.of(tenant()))),
        new Missing("MR", "TenantBundle", c -> c.setMounts(List.of(mount("")))),
        new Missing("M", "ResourceServerBundle", ServerPartsTest::openWithAMountThatIsNot),
        new Missing("RT", "McpBundle", c -> {}));
  }

  private static ObjectNode tenant() {
    return new ObjectMapper().createObjectNode().put("id", "east");
  }

  private static MountConfiguration mount(String auth) {
    MountConfiguration mount = new MountConfiguration();
    mount.setPath("/billing");
    mount.setAuth(auth);
    return mount;
  }

  private static void openWithAMountThatIsNot(McpConfiguration configuration) {
    configuration.getAuth().setMode(Mode.NONE);
    configuration.setMounts(List.of(mount("jwt")));
  }

  @ParameterizedTest
  @MethodSource("missing")
  void missingBundlePreventsTheStart(Missing missing) {
    McpConfiguration configuration = PartialServer.configuration();
    missing.setting().accept(configuration);
    assertThatThrownBy(
            () -> PartialServer.start(configuration, PartialServer.factory(), missing.letters()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the application has no " + missing.bundle());
  }
}
