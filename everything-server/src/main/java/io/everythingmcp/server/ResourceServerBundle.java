package io.everythingmcp.server;

import io.dropwizard.core.ConfiguredBundle;
import io.dropwizard.core.setup.Environment;
import io.everythingmcp.server.config.AuthConfiguration.Mode;
import io.everythingmcp.server.config.EverythingConfiguration;
import java.util.EnumMap;
import java.util.Map;

/**
 * Authentication in front of the endpoints of the protocol. Without a way to authenticate ({@code
 * auth.mode: none}) it adds nothing, so that an open server pays nothing for it.
 */
public final class ResourceServerBundle implements ConfiguredBundle<EverythingConfiguration> {
  private final McpBundle mcp;
  private final Map<Mode, VerifierMaker> makers = new EnumMap<>(Mode.class);

  /**
   * In front of these endpoints.
   *
   * @param mcp is added before this one
   */
  public ResourceServerBundle(McpBundle mcp) {
    this.mcp = mcp;
  }

  /** Says how a mode verifies credentials; to be called before this bundle runs. */
  public ResourceServerBundle verifier(Mode mode, VerifierMaker maker) {
    makers.put(mode, maker);
    return this;
  }

  @Override
  public void run(EverythingConfiguration configuration, Environment environment) {
    Mode mode = configuration.getAuth().getMode();
    if (mode != Mode.NONE) {
      make(mode).make(configuration, mcp.server());
    }
  }

  private VerifierMaker make(Mode mode) {
    VerifierMaker maker = makers.get(mode);
    if (maker == null) {
      throw new IllegalArgumentException("auth.mode: nothing in this server does " + mode);
    }
    return maker;
  }
}
