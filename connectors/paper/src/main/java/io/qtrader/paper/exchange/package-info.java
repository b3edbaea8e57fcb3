/**
 * The paper exchange: a simulated venue behind a socket, which knows nothing of Kafka or qtrader.
 *
 * <p>In: {@link io.qtrader.paper.wire.Request} lines. Out: {@link io.qtrader.paper.wire.Answer}
 * lines. {@link io.qtrader.paper.exchange.Venue} decides, from the requests, the time and a seed
 * alone; {@link io.qtrader.paper.exchange.Ledger} is what has happened, changed only by
 * {@link io.qtrader.paper.exchange.Entry} in live running and in a restart alike;
 * {@link io.qtrader.paper.exchange.PaperExchange} is the thin shell with socket, clock and file.
 */
package io.qtrader.paper.exchange;
