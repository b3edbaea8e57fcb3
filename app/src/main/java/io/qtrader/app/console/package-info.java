/** How commands speak to a person: log lines, failures, tables, colours. */
package io.qtrader.app.console;
