/** Runs stories on the bare core: no Kafka, only the machine, its state, and restores. */
package io.qtrader.core.story.bare;
