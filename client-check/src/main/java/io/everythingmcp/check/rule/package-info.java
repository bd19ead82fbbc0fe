/**
 * The rules of the specification that a server can see a client keep or break: their texts are in
 * {@code client-rules.json}, how each is judged is in the packages below.
 */
package io.everythingmcp.check.rule;
