package io.qtrader.paper.adapter;

import io.qtrader.paper.file.LineFile;
import io.qtrader.paper.wire.Answer;
import io.qtrader.schemas.ChildOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The adapter over one connection: the log as state, and what is done with instructions, reports
 * and silence. Made anew for every connection. One thread at a time.
 */
final class Engine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    /** The log over its file. */
    private record FileLog(LineFile<LogEntry> file) implements Conduct.Log {

        @Override
        public void append(LogEntry entry) throws IOException {
            file.append(entry);
        }

        @Override
        public void sync() throws IOException {
            file.sync();
        }
    }

    private final LineFile<LogEntry> file;
    private final AdapterState state = new AdapterState();
    private final LineSession session;
    private final Conduct conduct;
    private final Instructions instructions;
    private final Answers answers;

    /** {@code run}: unlike that of any other connection. */
    Engine(Path log, String run, Executions executions, Conduct.Line line, Conduct.Out out)
            throws IOException {
        file = LineFile.open(log, LogEntry.class, state::apply);
        session = new LineSession(run);
        conduct = new Conduct(state, session, new FileLog(file), line, out);
        instructions = new Instructions(state, session, executions);
        answers = new Answers(state, session, executions);
    }

    /** Takes what was missed and asks about what lies in between. */
    void begin(Answer.LoggedOn on, boolean adopt) throws IOException {
        conduct.run(new Recovery(state, session, adopt).of(on));
    }

    /** Whether what lay in between is known, so that instructions can be taken. */
    boolean isRecovered() {
        return session.isQuiet();
    }

    void instruct(ChildOrder order) throws IOException {
        conduct.run(instructions.of(order));
        conduct.settle();
    }

    void take(List<Answer> batch) throws IOException {
        for (Answer answer : batch) {
            if (answer instanceof Answer.Sequenced report) {
                conduct.run(answers.of(report));
            } else if (answer instanceof Answer.Refused refused) {
                LOG.warn("the exchange has refused a request: {}", refused.text());
            }
        }
        conduct.settle();
    }

    void check(DeadMan deadMan, long nowMs) throws IOException {
        conduct.run(deadMan.due(state, nowMs));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
