/** How commands reach a cluster: flags, a properties file, or the {@code up} that runs here. */
package io.qtrader.app.cluster;
