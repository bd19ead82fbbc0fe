/** Rules about authorization. */
package io.everythingmcp.check.rule.oauth;
