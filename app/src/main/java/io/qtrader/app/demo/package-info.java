/** The demo: the example of the order lifecycle's specification, played on a real broker. */
package io.qtrader.app.demo;
