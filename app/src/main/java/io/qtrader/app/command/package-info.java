/** The commands, one class each, and the options that several share. */
package io.qtrader.app.command;
