package io.qtrader.app.replay;

import io.qtrader.app.CommandFailure;
import io.qtrader.app.cluster.Connection;
import io.qtrader.client.AvroSerde;
import io.qtrader.client.Registry;
import io.qtrader.client.Topic;
import io.qtrader.client.UndecodableException;
import io.qtrader.schemas.JournalEntry;
import io.qtrader.topology.JournalIdentity;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The journal of a cluster, as far as it had come when it was opened. */
public final class KafkaJournal implements Journal {

    private final String topic;
    private final String name;
    private final Registry registry;
    private final AvroSerde<JournalEntry> serde;
    private final PartitionRecords records;
    private final JournalIdentity identity;
    private final Long[] ends;

    /**
     * Finds out which journal it is and where it ends.
     *
     * @throws io.qtrader.topology.StopException if there are no entries
     * @throws io.qtrader.client.ClientException if cluster or registry do not answer, or what is
     *     there is not one whole journal
     */
    public KafkaJournal(Connection connection) {
        topic = connection.reached().names().of(Topic.JOURNAL);
        name = topic + " on " + connection.bootstrap();
        registry = connection.registry();
        serde = AvroSerde.of(registry, connection.names(), Topic.JOURNAL, JournalEntry.class);
        identity = JournalIdentity.read(connection.properties(), connection.names(), registry);
        records = new PartitionRecords(connection, topic);
        ends = records.ends();
    }

    @Override
    public String journalid() {
        return identity.journalid();
    }

    @Override
    public int partitions() {
        return identity.partitions();
    }

    @Override
    public long end(int partition) {
        return ends[partition];
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Lines read(int partition) {
        records.open(partition, ends[partition]);
        return new Lines() {
            private long next;

            @Override
            public JournalLine next() {
                return next == ends[partition] ? null : line(partition, next++);
            }

            @Override
            public void close() {
                // The consumer reads the next partition.
            }
        };
    }

    private JournalLine line(int partition, long expected) {
        String place = topic + " partition " + partition + " offset " + expected;
        ConsumerRecord<byte[], byte[]> record = records.next();
        if (record == null || record.offset() != expected) {
            throw new CommandFailure(place + " is missing: "
                    + (record == null ? "the partition ends before it"
                            : "offset " + record.offset() + " comes instead"),
                    "the journal has a hole, restore it");
        }
        try {
            return new JournalLine(partition, expected, record.timestamp(), record.key(),
                    serde.deserialize(record.value(), record.headers()));
        } catch (UndecodableException e) {
            throw new CommandFailure(place + " cannot be decoded (" + e.getMessage() + ")",
                    "nothing behind it can be replayed until the journal or the registry is"
                            + " repaired", e);
        }
    }

    @Override
    public void close() {
        records.close();
        registry.close();
    }
}
