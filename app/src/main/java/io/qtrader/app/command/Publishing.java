package io.qtrader.app.command;

import io.qtrader.app.cluster.ClusterOptions;
import io.qtrader.app.cluster.InputPublisher;
import io.qtrader.app.console.Printable;
import io.qtrader.client.Topic;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What the commands that publish one record share. */
final class Publishing {

    private Publishing() {
    }

    /** Publishes a record, and says what and where. */
    static <T extends SpecificRecord> int one(CommandSpec spec, ClusterOptions cluster, Topic topic,
            Class<T> type, String key, T value, String said) {
        try (InputPublisher publisher = new InputPublisher(cluster.connection())) {
            RecordMetadata at = publisher.publish(topic, type, key, value);
            spec.commandLine().getOut().printf("%s -> %s, partition %d, offset %d%n",
                    Printable.of(said), at.topic(), at.partition(), at.offset());
            spec.commandLine().getOut().flush();
            return CommandLine.ExitCode.OK;
        }
    }

    /** The moment, as precise as the records bear it. */
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** Refuses what was typed: a line, and the exit code of a wrong command line. */
    static ParameterException refusal(CommandSpec spec, String why) {
        return new ParameterException(spec.commandLine(), why);
    }

    static String named(CommandSpec spec, String what, String value) {
        if (value.isBlank()) {
            throw refusal(spec, what + " is empty: give a name");
        }
        return value;
    }
}
