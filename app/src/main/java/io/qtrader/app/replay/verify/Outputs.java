package io.qtrader.app.replay.verify;

import io.qtrader.client.Topic;
import java.util.Optional;
import org.apache.avro.Schema;

/** The committed records of the output topics, as they stood when this was opened. */
public interface Outputs extends AutoCloseable {

    /**
     * Journal offset before which every entry's outputs had been committed; 0 where nothing was.
     */
    long committed(int partition);

    /** Reads one partition of a topic from its beginning; one at a time of each topic. */
    Records read(Topic topic, int partition);

    /** The writer's schema of an id; empty where the registry has none. */
    Optional<Schema> schema(int id);

    /** Full name of a topic. */
    String name(Topic topic);

    @Override
    void close();

    /** The records of one partition, in order. */
    interface Records {

        /** Offset that the partition begins at: above 0, its first records are deleted. */
        long begin();

        /** The next one; null at the end. */
        OutputRecord next();
    }
}
