/**
 * How a configuration file becomes a configuration, for all commands alike: the variables of the
 * environment are put in, every value is read, and all mistakes are reported together, one line
 * each with the key, its variable, the value as it was written and what is allowed.
 *
 * <p>Commands get their configuration from {@link
 * io.everythingmcp.server.configuration.file.CheckedConfigurationFactory} only, so that what {@code
 * check} accepts, {@code server} accepts too. Without a file it is the {@code config.yml} of the
 * jar.
 *
 * <p>Values of keys that hold credentials never appear in a message.
 */
package io.everythingmcp.server.configuration.file;
