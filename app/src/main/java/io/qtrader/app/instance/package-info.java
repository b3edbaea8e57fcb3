/**
 * The running parts: sequencer, Oms and Blotter on a cluster, and for the sandbox the paper
 * exchange and its adapter. Started together, stopped together in the order of the flow.
 */
package io.qtrader.app.instance;
