package io.qtrader.app.watch;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Says why a dead letter is one, by its headers. */
final class DeadLetterWording {

    private DeadLetterWording() {
    }

    static String of(Headers headers) {
        return text(headers, "qtrader-text") + " (" + text(headers, "qtrader-topic")
                + ", partition " + text(headers, "qtrader-partition") + ", offset "
                + text(headers, "qtrader-offset") + ")";
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? "?" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
