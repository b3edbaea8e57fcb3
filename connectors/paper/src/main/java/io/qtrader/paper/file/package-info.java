/** Files that only grow, line by line: the exchange's ledger and the adapter's log. */
package io.qtrader.paper.file;
