/**
 * A Kafka broker and a schema registry inside this process, for people who want to see qtrader
 * work before they have a cluster, and for the integration tests.
 *
 * <p>In: a data directory and ports. Out: addresses that any Kafka and Confluent registry client
 * can use. Loopback only; nothing here is meant to face a network.
 */
package io.qtrader.app.sandbox;
