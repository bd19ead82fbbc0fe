/**
 * What can be configured: typed, validated, with the default of every value in its class.
 *
 * <p>{@code config.yml} names every value once, with the environment variable that sets it; a test
 * compares the two. Sizes and durations are written with their unit, as everywhere in Dropwizard.
 *
 * <p>These classes hold values and nothing else. Who needs one is given it by the application
 * class, so nothing looks up configuration at run time.
 */
package io.everythingmcp.server.configuration;
