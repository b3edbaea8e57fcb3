package io.qtrader.paper.adapter;

import io.qtrader.paper.wire.Answer;
import io.qtrader.paper.wire.LineReader;
import io.qtrader.paper.wire.Request;
import io.qtrader.paper.wire.UnreadableLineException;
import io.qtrader.paper.wire.Wire;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One connection to the exchange. Sending is thread-safe; one thread takes what comes. */
final class VenueLine implements Conduct.Line, AutoCloseable {

    private static final int CONNECT_MS = 5_000;
    private static final int LOGON_MS = 10_000;
    private static final int BATCH = 500;

    private final Socket socket;
    private final OutputStream out;
    private final Wire<Request> requests = new Wire<>(Request.class);
    private final Wire<Answer> answers = new Wire<>(Answer.class);
    private final BlockingQueue<Answer> inbox = new LinkedBlockingQueue<>();
    private volatile Exception broken;

    private VenueLine(Socket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
    }

    static VenueLine connect(int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MS);
            socket.setTcpNoDelay(true);
            VenueLine line = new VenueLine(socket);
            Thread reader = new Thread(line::read, "paper-adapter-line");
            reader.setDaemon(true);
            reader.start();
            return line;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Opens the session; no report comes before a resend request. */
    Answer.LoggedOn logon(String session) throws IOException, InterruptedException {
        send(new Request.Logon(session, false));
        Answer answer = inbox.poll(LOGON_MS, TimeUnit.MILLISECONDS);
        if (answer instanceof Answer.LoggedOn on) {
            return on;
        }
        if (answer instanceof Answer.Refused refused) {
            throw new IOException("logon was refused: " + refused.text());
        }
        throw broken != null ? broken() : new IOException("no answer to the logon");
    }

    @Override
    public void send(Request request) throws IOException {
        byte[] line = (requests.line(request) + "\n").getBytes(StandardCharsets.UTF_8);
        synchronized (out) {
            out.write(line);
        }
    }

    /**
     * What has come, at most a batch; none after the timeout.
     *
     * @throws IOException when the line is down and all that came before is taken
     */
    List<Answer> take(Duration timeout) throws IOException, InterruptedException {
        List<Answer> batch = new ArrayList<>();
        Answer first = inbox.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            inbox.drainTo(batch, BATCH);
        } else if (broken != null && inbox.isEmpty()) {
            throw broken();
        }
        return batch;
    }

    /** Gives the line up for a reason of our own. */
    void fail(Exception why) {
        breakFor(why);
        close();
    }

    private synchronized void breakFor(Exception why) {
        if (broken == null) {
            broken = why;
        }
    }

    private IOException broken() {
        return broken instanceof IOException e ? e : new IOException(broken.getMessage(), broken);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed either way.
        }
    }

    private void read() {
        try {
            LineReader in = new LineReader(socket.getInputStream());
            String line;
            while ((line = in.next()) != null) {
                inbox.add(answers.read(line));
            }
            breakFor(new IOException("the exchange has closed the line"));
        } catch (IOException | UnreadableLineException e) {
            breakFor(e);
        } finally {
            close();
        }
    }
}
