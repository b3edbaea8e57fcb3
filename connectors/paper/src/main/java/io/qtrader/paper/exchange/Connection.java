package io.qtrader.paper.exchange;

import io.qtrader.paper.wire.Answer;
import io.qtrader.paper.wire.LineReader;
import io.qtrader.paper.wire.Request;
import io.qtrader.paper.wire.UnreadableLineException;
import io.qtrader.paper.wire.Wire;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** One client's socket: lines in are handed on as they come, answers out wait in a queue. */
final class Connection {

    /** Who does not read this many answers is cut off; the reports wait for his return. */
    private static final int MAX_WAITING = 1_000_000;

    /** Told what a client sends, from the client's own thread. */
    interface Listener {
        void received(Connection from, Request request);

        void unreadable(Connection from, String why);

        void closed(Connection connection);
    }

    private final Socket socket;
    private final Listener listener;
    private final Wire<Request> requests = new Wire<>(Request.class);
    private final Wire<Answer> answers = new Wire<>(Answer.class);
    private final BlockingQueue<Answer> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
    private final Thread reader;
    private final Thread writer;

    /** Whose session this is, and the next report to send, 0 sends none. Venue thread only. */
    String sender;
    boolean cancelOnDisconnect;
    long nextSeq;

    Connection(Socket socket, Listener listener) {
        this.socket = socket;
        this.listener = listener;
        String name = "paper-exchange-" + socket.getPort();
        this.reader = new Thread(this::read, name + "-in");
        this.writer = new Thread(this::write, name + "-out");
        reader.setDaemon(true);
        writer.setDaemon(true);
    }

    void start() {
        reader.start();
        writer.start();
    }

    void send(Answer answer) {
        if (!waiting.offer(answer)) {
            close();
        }
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed either way.
        }
        writer.interrupt();
    }

    private void read() {
        try {
            LineReader in = new LineReader(socket.getInputStream());
            String line;
            while ((line = in.next()) != null) {
                try {
                    listener.received(this, requests.read(line));
                } catch (UnreadableLineException e) {
                    listener.unreadable(this, e.getMessage());
                }
            }
        } catch (IOException e) {
            // The line is gone, whichever end dropped it.
        } finally {
            listener.closed(this);
            close();
        }
    }

    private void write() {
        try (BufferedWriter out = new BufferedWriter(
                new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8))) {
            while (true) {
                Answer answer = waiting.poll();
                if (answer == null) {
                    out.flush();
                    answer = waiting.take();
                }
                out.write(answers.line(answer));
                out.write('\n');
            }
        } catch (IOException | InterruptedException e) {
            close();
        }
    }
}
