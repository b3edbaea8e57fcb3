package io.qtrader.paper.adapter;

import io.qtrader.client.ChildOrderReader;
import io.qtrader.client.Instruction;
import io.qtrader.client.ReaderAlarm;
import io.qtrader.client.RegistryException;
import io.qtrader.schemas.ChildAction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes instructions while there is a line to the exchange, each until it is done, and then tells
 * the reader. After an alarm it takes no more.
 */
final class InstructionLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(InstructionLoop.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final String brokerid;
    private final ChildOrderReader reader;
    private final Live live;
    private final DeadMan deadMan;
    private final Outage outage;
    private volatile boolean closed;
    private volatile String alarm;

    InstructionLoop(String brokerid, ChildOrderReader reader, Live live, DeadMan deadMan) {
        this.brokerid = brokerid;
        this.reader = reader;
        this.live = live;
        this.deadMan = deadMan;
        this.outage = new Outage(LOG, "reading instructions", DeadMan::nowMs);
    }

    /** Why it takes no more instructions; empty while it does. */
    Optional<String> alarm() {
        return Optional.ofNullable(alarm);
    }

    /** It ends within a poll. */
    void close() {
        closed = true;
    }

    @Override
    public void run() {
        try (reader) {
            while (!closed && live.awaitUp()) {
                read();
            }
        } catch (ReaderAlarm e) {
            alarm = e.getMessage();
            LOG.error("adapter {} takes no more instructions, and goes on reporting: {}",
                    brokerid, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            alarm = e.toString();
            LOG.error("adapter {} takes no more instructions, and goes on reporting", brokerid, e);
        }
    }

    private void read() throws InterruptedException {
        try {
            List<Instruction> batch = reader.poll(POLL);
            for (Instruction instruction : batch) {
                deadMan.heard(instruction.partition(), DeadMan.nowMs());
                if (isOurs(instruction)
                        && !live.untilDone(engine -> engine.instruct(instruction.order()))) {
                    return; // closing: it comes again at the next start
                }
            }
            if (!batch.isEmpty()) {
                reader.commit();
            }
            outage.works();
        } catch (RegistryException | KafkaException e) {
            outage.failed(e);
        }
    }

    private boolean isOurs(Instruction instruction) {
        return instruction.order().getAction() != ChildAction.HEARTBEAT
                && brokerid.equals(instruction.order().getBrokerid());
    }
}
