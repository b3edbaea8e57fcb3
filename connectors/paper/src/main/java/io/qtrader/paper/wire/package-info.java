/**
 * The language between the paper exchange and those who talk to it: a JSON object a line over TCP.
 *
 * <p>In: {@link io.qtrader.paper.wire.Request}. Out: {@link io.qtrader.paper.wire.Answer}, of which
 * {@link io.qtrader.paper.wire.Report} is the one that matters: numbered per session without holes
 * and kept, so that whoever lost the line asks for what came after the last that he has.
 * It plays the part that FIX plays with a real broker, with the same words for the same things.
 */
package io.qtrader.paper.wire;
