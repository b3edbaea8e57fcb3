package io.qtrader.app.replay.verify;

import org.apache.kafka.common.header.Headers;

/**
 * One record of an output topic, undecoded.
 *
 * @param offset its offset
 * @param key its key; may be null
 * @param value its value; may be null
 * @param headers its headers
 */
record OutputRecord(long offset, byte[] key, byte[] value, Headers headers) {
}
