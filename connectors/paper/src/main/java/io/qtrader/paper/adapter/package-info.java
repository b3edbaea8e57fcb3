/**
 * The paper exchange's adapter: the only part of it on topics.
 *
 * <p>In: instructions from {@code child-orders}, reports from the exchange. Out: requests to the
 * exchange, {@code executions}. What to do is decided by {@code Instructions}, {@code Answers},
 * {@code Recovery} and {@code DeadMan} from {@code AdapterState}, as a list of {@code Step}s, and
 * done strictly in order by {@code Conduct}: persist that it will be sent, send, persist that it
 * was; publish, await the cluster's word, persist that the report is processed. The state changes
 * by {@code LogEntry} alone, so after a crash between any two steps it is what the log says, and
 * what lies in between is asked of the exchange by client order id.
 *
 * <p>Any failure takes the same way as a crash: drop the line, read the log, ask.
 */
package io.qtrader.paper.adapter;
