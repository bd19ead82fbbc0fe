package io.everythingmcp.check.rule.oauth;

import io.everythingmcp.check.rule.RuleJudgement;
import java.util.Map;

/** How the rules of this package are judged, by their ids. */
public final class OAuthRules {
  private OAuthRules() {}

  public static Map<String, RuleJudgement> judgements() {
    return Map.ofEntries(
        Map.entry("valid-bearer-token", TokenUseRules::always),
        Map.entry("no-token-in-query", TokenUseRules::notInQuery),
        Map.entry("prm-priority-order", DiscoveryRules::resourceFirst),
        Map.entry("authorization-server-metadata", DiscoveryRules::serverOrder),
        Map.entry("metadata-at-origin", DiscoveryRules::atOrigin),
        Map.entry("resource-parameter-consistency", AuthorizationRules::resource),
        Map.entry("pkce-s256-method-used", AuthorizationRules::pkce),
        Map.entry("state-fresh", AuthorizationRules::state),
        Map.entry("redirect-uri-safe", RedirectRules::redirectUri),
        Map.entry("sep-837-application-type-present", RegistrationRules::applicationType),
        Map.entry("sep-2207-client-metadata-grant-types", RegistrationRules::refreshGrant),
        Map.entry("sep-2207-offline-access-not-requested", ScopeRules::offlineAccess),
        Map.entry("scope-from-www-authenticate", ScopeRules::chosen),
        Map.entry("scope-step-up-escalation", ScopeRules::steppedUp),
        Map.entry("scope-retry-limit", ScopeRules::fewAttempts),
        Map.entry("cimd-client-id-used", RegistrationRules::documentPreferred),
        Map.entry("client-metadata-document-valid", ClientDocumentRules::document),
        Map.entry("sep-2352-no-cross-as-credential-reuse", RegistrationRules::ownAtEachServer),
        Map.entry("token-for-this-resource", TokenUseRules::ofThisRun),
        Map.entry("sep-2468-client-compare-iss-supported", RedirectRules::issuerCompared),
        Map.entry("token-endpoint-auth-method", RegistrationRules::tokenEndpoint),
        Map.entry("refresh-token-once", RefreshRules::once),
        Map.entry("dpop-proofs", MachineLoginRules::proofs),
        Map.entry("machine-login-form", MachineLoginRules::forms),
        Map.entry("resource-mismatch-rejected", MetadataTrustRules::resource),
        Map.entry("sep-2468-client-validate-metadata-issuer", MetadataTrustRules::issuer),
        Map.entry("pkce-support-required", MetadataTrustRules::pkce),
        Map.entry("authorization-endpoint-scheme", MetadataTrustRules::endpointScheme));
  }
}
