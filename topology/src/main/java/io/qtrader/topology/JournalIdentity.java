package io.qtrader.topology;

import io.qtrader.client.JournalSeed;
import io.qtrader.client.Registry;
import io.qtrader.client.Topic;
import io.qtrader.client.TopicNames;
import java.time.InstantSource;
import java.util.Map;

/**
 * Which journal a cluster holds, as the first entry of each of its partitions says (GENESIS). Every
 * shell reads it before it starts, so that none works on a journal that is half made, cut off at
 * the front or put together from two.
 *
 * @param journalid identity of the journal
 * @param partitions how many partitions it has, for ever
 */
public record JournalIdentity(String journalid, int partitions) {

    /**
     * Reads it.
     *
     * @param properties Kafka's; ours and the registry's are left out
     * @throws StopException if the journal is empty
     * @throws io.qtrader.client.ClientException if there is none, or it is not whole, or cluster or
     *     registry do not answer
     */
    public static JournalIdentity read(
            Map<String, ?> properties, TopicNames names, Registry registry) {
        return new JournalSeed(properties, names, registry, InstantSource.system())
                .seeded()
                .map(seeded -> new JournalIdentity(seeded.journalid(), seeded.partitions()))
                .orElseThrow(
                        () ->
                                new StopException(
                                        names.of(Topic.JOURNAL)
                                                + " is empty: run topics create first"));
    }
}
