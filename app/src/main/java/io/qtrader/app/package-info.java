/**
 * The commands of {@code ./qtrader}: what a person types, and what it starts or says.
 *
 * <p>In: arguments, a properties file, the endpoints of a running {@code qtrader up}. Out: lines
 * on the console, records on topics, running parts. Packages: {@code command} has a class for each
 * command, {@code cluster} how they reach one, {@code console} how they speak, {@code policy} the
 * policy file, {@code sandbox} the broker and registry inside the process.
 *
 * <p>Exit codes: 0 done, 1 failed, 2 typed wrongly. A failure is one line on standard error that
 * says what, where, why and what to do next; {@code -v} adds the trace.
 */
package io.qtrader.app;
