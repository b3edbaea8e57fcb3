/**
 * What strategies and broker adapters in Java use, and what the rest of qtrader shares with them.
 *
 * <p>In: Kafka properties and the registry's address. Out: the topics by name ({@link
 * io.qtrader.client.Topic}), their values as records ({@link io.qtrader.client.AvroSerde}), and
 * where each output came from ({@link io.qtrader.client.Seq}).
 */
package io.qtrader.client;
